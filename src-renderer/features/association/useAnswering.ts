import { computed } from 'vue'
import { byNumber, plural } from '@/domain/labels'
import {
  type ProposedRow,
  type ReviewField,
  reviewFieldLabels,
  type ReviewRow,
  type ReviewValue,
} from '@/domain/review'
import * as answering from '@/domain/review/answering'
import { useAssociationReview } from '@/state/associationReview'

/** Every way to fill something in, each as one step with a name that can be undone. */
export function useAnswering() {
  const review = useAssociationReview()
  const work = computed(() => review.work)
  const named = (row: ReviewRow, field: ReviewField): string =>
    `${reviewFieldLabels[field]} bij ${row.projectName}`

  return {
    work,
    confirm(row: ReviewRow, field: ReviewField): void {
      review.change(`klopt: ${named(row, field)}`, answering.confirmCell(work.value, row, field))
    },
    correct(row: ReviewRow, field: ReviewField, value: ReviewValue): void {
      review.change(`gewijzigd: ${named(row, field)}`, answering.correctCell(work.value, row, field, value))
    },
    question(row: ReviewRow, field: ReviewField): void {
      review.change(`vraag: ${named(row, field)}`, answering.questionCell(work.value, row, field))
    },
    clear(row: ReviewRow, field: ReviewField): void {
      if (answering.answerOf(work.value, row.id, field) === null) return
      review.change(`gewist: ${named(row, field)}`, answering.clearCell(work.value, row, field))
    },
    remark(row: ReviewRow, field: ReviewField, text: string): void {
      if ((answering.answerOf(work.value, row.id, field)?.remark ?? '') === text.trim()) return
      review.change(`opmerking: ${named(row, field)}`, answering.remarkCell(work.value, row, field, text))
    },
    confirmRow(row: ReviewRow): void {
      review.change(`klopt: ${row.projectName}`, answering.confirmRow(work.value, row))
    },
    clearRow(row: ReviewRow): void {
      if (!work.value.rows.has(row.id)) return
      review.change(`gewist: ${row.projectName}`, answering.clearRow(work.value, row))
    },
    remarkRow(row: ReviewRow, text: string): void {
      if ((work.value.rows.get(row.id)?.remark ?? '') === text.trim()) return
      review.change(`opmerking: ${row.projectName}`, answering.remarkRow(work.value, row, text))
    },
    confirmOpen(): void {
      const n = review.progress.openCells
      review.change(
        `klopt: ${plural(n, 'cel', 'cellen')} die nog open ${byNumber(n, 'was', 'waren')}`,
        answering.confirmOpen(work.value, review.rows),
      )
    },
    saveProposed(index: number | null, row: ProposedRow): void {
      const what = index === null ? 'toegevoegd' : 'gewijzigd'
      review.change(`${what}: ${row.projectName}`, answering.saveProposed(work.value, index, row))
    },
    removeProposed(index: number): void {
      const name = work.value.proposed[index]?.projectName ?? ''
      review.change(`verwijderd: ${name}`, answering.removeProposed(work.value, index))
    },
  }
}

import { joinDutch, subjectLabels } from '@/domain/labels'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Decision, mandateGaps, placesText, type Subject, SUBJECTS } from '@/domain/regie'

/** What a new mandate is filled in with. */
export interface MandateStart {
  readonly subject: Subject
  readonly municipalityIds: readonly Id[]
  readonly limit: Decision['amount']
  readonly level: Decision['level'] | null
}

export interface SubjectGaps {
  readonly subject: Subject
  /** Municipalities in which no one may decide; empty for a programme without any. */
  readonly municipalityIds: readonly Id[]
  /** `nergens`, `niet in Aalten en Winterswijk`, `overal`. */
  readonly words: string
  readonly any: boolean
}

/** Per subject, where no one may decide on that day. */
export function gapsBySubject(data: ProgrammeData, on: IsoDate): SubjectGaps[] {
  const gaps = mandateGaps(data, on)
  return SUBJECTS.map((subject) => {
    const of = gaps.filter((gap) => gap.subject === subject)
    const municipalityIds = of.flatMap(({ municipalityId }) => municipalityId ?? [])
    return { subject, municipalityIds, words: wordsOf(data, of.length, municipalityIds), any: of.length > 0 }
  })
}

function wordsOf(data: ProgrammeData, count: number, ids: readonly Id[]): string {
  if (count === 0) return 'overal'
  if (ids.length === data.municipalities.size) return 'nergens'
  const missing = new Set(ids)
  const present = [...data.municipalities.keys()].filter((id) => !missing.has(id))
  return present.length < ids.length
    ? `alleen in ${placesText(data, present)}`
    : `niet in ${placesText(data, ids)}`
}

/** A mandate for a whole subject holds in the whole region, also for municipalities that come later. */
export const startOf = ({ subject, municipalityIds, words }: SubjectGaps): MandateStart => ({
  subject,
  municipalityIds: words === 'nergens' ? [] : municipalityIds,
  limit: null,
  level: null,
})

/** `over locatie mag nergens iemand beslissen; over geld mag in Aalten niemand beslissen`. */
export function gapSentence(gaps: readonly SubjectGaps[]): string {
  const about = (of: readonly SubjectGaps[]): string =>
    joinDutch(of.map(({ subject }) => subjectLabels[subject]))
  const nowhere = gaps.filter(({ words }) => words === 'nergens')
  const somewhere = gaps.filter(({ any, words }) => any && words !== 'nergens')
  return [
    ...(nowhere.length === 0 ? [] : [`over ${about(nowhere)} mag nergens iemand beslissen`]),
    ...somewhere.map((gap) =>
      gap.words.startsWith('niet ')
        ? `over ${about([gap])} mag ${gap.words.replace('niet ', '')} niemand beslissen`
        : `over ${about([gap])} mag ${gap.words} iemand beslissen`,
    ),
  ].join('; ')
}

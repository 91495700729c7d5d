import { formatNumber, joinDutch, plural } from '@/domain/labels'
import { decisionKey, type ReviewAnswer, type Verdict } from '@/domain/review'
import type { Draft } from './answerLines'
import type { Compared } from './decisions'

/** What will happen when the decisions on the screen are carried out. */
export interface Outlook {
  readonly accepted: number
  readonly rejected: number
  readonly asked: number
  readonly conflictsAccepted: number
  /** Questions that come out of remarks and of rows that weren't asked. */
  readonly remarks: number
  readonly open: number
}

export function outlookOf({ rows, answer }: Compared, draft: Draft, pending: boolean): Outlook {
  const count = (verdict: Verdict): number => [...draft.values()].filter((d) => d.verdict === verdict).length
  let conflictsAccepted = 0
  let open = 0
  for (const row of rows)
    for (const cell of row.cells) {
      const decision = draft.get(decisionKey(row.row.id, cell.field))
      if (cell.state === 'conflict' && decision?.verdict === 'accepted') conflictsAccepted += 1
      if (cell.open && decision === undefined) open += 1
    }
  return {
    accepted: count('accepted'),
    rejected: count('rejected'),
    asked: count('asked'),
    conflictsAccepted,
    remarks: pending ? remarkCount(answer) : 0,
    open,
  }
}

/** Every remark, every question and every row apart becomes a question to settle. */
function remarkCount(answer: ReviewAnswer): number {
  return (
    answer.proposed.length +
    answer.rows.reduce(
      (sum, row) =>
        sum +
        (row.remark === '' ? 0 : 1) +
        row.cells.filter((cell) => cell.remark !== '' || cell.kind === 'question').length,
      0,
    )
  )
}

/** `3 overnemen (waarvan 1 botsing), 1 afwijzen en 2 nieuwe vragen; 4 verschillen blijven open.` */
export function outlookText(of: Outlook): string {
  const conflicts =
    of.conflictsAccepted === 0 ? '' : ` (waarvan ${plural(of.conflictsAccepted, 'botsing', 'botsingen')})`
  const parts = [
    ...(of.accepted === 0 ? [] : [`${formatNumber(of.accepted)} overnemen${conflicts}`]),
    ...(of.rejected === 0 ? [] : [`${formatNumber(of.rejected)} weigeren`]),
    ...questionsText(of),
  ]
  const rest =
    of.open === 0
      ? 'er blijft niets open'
      : `${plural(of.open, 'verschil', 'verschillen')} ${of.open === 1 ? 'blijft' : 'blijven'} open`
  if (parts.length === 0 && of.open === 0) return 'Er is niets te beslissen.'
  return parts.length === 0 ? `Nog niets besloten; ${rest}.` : `${joinDutch(parts)}; ${rest}.`
}

/** `3 wijzigingen overgenomen en 1 afgewezen`, for when it has been done. */
export function doneText(of: Outlook): string {
  const parts = [
    ...(of.accepted === 0 ? [] : [plural(of.accepted, 'wijziging overgenomen', 'wijzigingen overgenomen')]),
    ...(of.rejected === 0 ? [] : [`${formatNumber(of.rejected)} afgewezen`]),
    ...questionsText(of),
  ]
  return parts.length === 0 ? 'er is niets gewijzigd in het plan' : joinDutch(parts)
}

function questionsText({ asked, remarks }: Outlook): string[] {
  return asked + remarks === 0 ? [] : [plural(asked + remarks, 'nieuwe vraag', 'nieuwe vragen')]
}

import { plural, sessionKindLabels } from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { missingWords, partnerNames, type Session } from '@/domain/regie'
import type { ExportTable } from '@/exchange'
import { sessionCounts } from './tableLines'

/** `4 van 6 aanwezig`; empty while a session is only planned. */
export function presentWords(session: Session): string {
  const { present, invited } = sessionCounts(session)
  return session.held ? `${String(present)} van ${String(invited)}` : ''
}

/** `3 acties, 1 besluit`. */
export function yieldWords(session: Session): string {
  const { actions, decisions } = sessionCounts(session)
  return [
    ...(actions > 0 ? [plural(actions, 'actie', 'acties')] : []),
    ...(decisions > 0 ? [plural(decisions, 'besluit', 'besluiten')] : []),
  ].join(', ')
}

/** The sessions of a table, for a spreadsheet or a message. */
export function sessionTable(data: ProgrammeData, sessions: readonly Session[]): ExportTable {
  return {
    columns: [
      { key: 'date', label: 'Datum', kind: 'date' },
      { key: 'name', label: 'Sessie', kind: 'text' },
      { key: 'kind', label: 'Soort', kind: 'text' },
      { key: 'held', label: 'Stand', kind: 'text' },
      { key: 'present', label: 'Aanwezig', kind: 'text' },
      { key: 'missing', label: 'Wie ontbrak', kind: 'text' },
      { key: 'actions', label: 'Acties', kind: 'number' },
      { key: 'decisions', label: 'Besluiten', kind: 'number' },
      { key: 'result', label: 'Resultaat', kind: 'text' },
      { key: 'sideBenefits', label: 'Bijvangst', kind: 'text' },
    ],
    rows: sessions.map((session) => {
      const { actions, decisions } = sessionCounts(session)
      return [
        session.date,
        session.name,
        sessionKindLabels[session.kind],
        session.held ? 'gehouden' : 'gepland',
        partnerNames(data, session.presentIds).join(', '),
        missingWords(data, session).join(' '),
        actions,
        decisions,
        session.result,
        session.sideBenefits,
      ]
    }),
  }
}

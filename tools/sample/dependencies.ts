import type { Dependency } from '@/domain/model/dependency'
import type { Phase } from '@/domain/model/values'

/** Project, phase held, what it waits for (a phase, or the closing decision), days between, why. */
type Row = readonly [
  key: string,
  holds: Phase,
  on: string,
  what: Phase | 'decision:',
  lag: number,
  note: string,
]

const DECISION = 'decision:'

/** What waits for what in the sample. One is not kept in the plan: the night shelter of Winterswijk closes too early. */
const ROWS: readonly Row[] = [
  ['opvang-2', 'ended', 'doe-6', 'inUse', 90, 'De laatste bewoners verhuizen naar deze woningen.'],
  ['opvang-2', 'ended', 'doe-4', DECISION, 365, 'Zonder uitbreiding is er geen plek voor de laatste groep.'],
  ['opvang-3', 'ended', 'oog-2', 'inUse', 30, 'Gezinnen gaan eerst naar een gewone woning.'],
  ['opvang-4', 'ended', 'win-3', 'inUse', 0, 'De doorstroomwoningen vervangen de nachtopvang.'],
  ['opvang-6', 'ended', 'oij-3', 'inUse', 0, 'De laatste jongeren gaan naar de kamers in Terborg.'],
  ['doe-7', 'agreements', 'oog-3', 'evaluation', 30, 'Eerst leren hoe begeleiding in de nacht werkt.'],
  ['mon-5', 'preparation', 'bro-3', DECISION, 14, 'De vaste regeling van Bronckhorst is het voorbeeld.'],
  ['aal-3', 'decision', 'bro-3', DECISION, 60, 'De vaste regeling van Bronckhorst is het voorbeeld.'],
  ['aal-4', 'location', 'win-4', 'inUse', 30, 'Een coach voor beide plaatsen begint in Winterswijk.'],
  ['bro-4', 'agreements', 'oog-4', DECISION, 30, 'Dezelfde zorgaanbieder; eerst de keuze in Groenlo.'],
  ['ber-5', 'decision', 'oij-4', 'inUse', 180, 'Een half jaar ervaring in Silvolde telt mee in het besluit.'],
  [
    'oij-5',
    'location',
    'doe-5',
    'decision',
    150,
    'De eisen aan een plek volgen uit het besluit in Doetinchem.',
  ],
]

export function dependenciesOf(key: string): Dependency[] {
  return ROWS.filter(([own]) => own === key).map(([, holds, other, what, lagDays, note], i) => {
    const projectId = `project-${other}`
    return {
      id: `project-${key}-w${String(i + 1)}`,
      holds,
      on: what === DECISION ? { kind: 'decision', projectId } : { kind: 'phase', projectId, phase: what },
      lagDays,
      note,
    }
  })
}

import { type Neighbourhood, peopleIn } from '@/domain/regie'
import type { Problem } from '@/ui/recordEditor'

/** What a form asks beyond the rules of the record: no empty entries, and no people in any text. */
export function problemsIn(neighbourhood: Neighbourhood): Problem[] {
  const empty = (list: 'agreements' | 'signals' | 'carrying', texts: readonly string[], message: string) =>
    texts.flatMap((text, i) =>
      text.trim() === ''
        ? [{ field: `${list}.${String(i)}.${list === 'carrying' ? 'why' : 'text'}`, message }]
        : [],
    )
  return [
    ...peopleIn(neighbourhood),
    ...empty(
      'agreements',
      neighbourhood.agreements.map((a) => a.text),
      'Schrijf op wat er is afgesproken, of haal deze afspraak weg.',
    ),
    ...empty(
      'signals',
      neighbourhood.signals.map((s) => s.text),
      'Schrijf op wat er speelt, of haal dit signaal weg.',
    ),
    ...empty(
      'carrying',
      neighbourhood.carrying.map((c) => c.why),
      'Schrijf op waaraan u het merkt, of haal deze indruk weg.',
    ),
    ...neighbourhood.signals.flatMap((signal, i) =>
      signal.followedOn !== null && signal.followedOn < signal.on
        ? [
            {
              field: `signals.${String(i)}.followedOn`,
              message: 'Deze dag ligt voor het signaal. Kies een latere dag.',
            },
          ]
        : [],
    ),
  ]
}

import { byNumber, joinDutch, plural } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { openSignals } from './agenda'
import { overdueAgreements } from './agreements'
import { lacksMandate, mandateGaps } from './mandates'
import { tablesWithout } from './participation'

/** What asks for attention in the collaboration: counts with the records behind them. */
export interface RegieAttention {
  readonly overdue: readonly Id[]
  /** Decisions asked or taken while nobody has the mandate. */
  readonly withoutMandate: readonly Id[]
  /** Tables whose last session had no residents, or no experts by experience. */
  readonly withoutResidents: readonly Id[]
  readonly withoutExperts: readonly Id[]
  /** Signals of neighbourhoods that ask for a follow-up and have none: all but appreciation. */
  readonly openSignals: readonly Id[]
  /** Subjects for which there is a municipality where no one may decide; counted once mandates are kept at all. */
  readonly gaps: number
}

export function regieAttention(data: ProgrammeData, today: IsoDate): RegieAttention {
  return {
    overdue: overdueAgreements(data, today).map((a) => a.id),
    withoutMandate: [...data.decisions.values()].filter((d) => lacksMandate(data, d, today)).map((d) => d.id),
    withoutResidents: tablesWithout(data, 'residents').map((t) => t.id),
    withoutExperts: tablesWithout(data, 'expertsByExperience').map((t) => t.id),
    openSignals: [...data.neighbourhoods.values()].flatMap((n) => openSignals(n).map((s) => s.id)),
    gaps: data.mandates.size === 0 ? 0 : new Set(mandateGaps(data, today).map((gap) => gap.subject)).size,
  }
}

/** One count as a phrase, with what it counts. */
export interface AttentionLine {
  readonly kind: keyof RegieAttention
  readonly phrase: string
}

/** Each count as a phrase, in order of weight; empty when all is well. */
export function attentionLines(found: RegieAttention): AttentionLine[] {
  const lines: AttentionLine[] = []
  const add = (kind: AttentionLine['kind'], n: number, phrase: string): void => {
    if (n > 0) lines.push({ kind, phrase })
  }
  const tables = (n: number): string => plural(n, 'tafel', 'tafels')
  const { gaps } = found
  const [overdue, mandate] = [found.overdue.length, found.withoutMandate.length]
  const [residents, experts] = [found.withoutResidents.length, found.withoutExperts.length]
  const signals = found.openSignals.length
  add('overdue', overdue, `${plural(overdue, 'afspraak', 'afspraken')} over tijd`)
  add('withoutMandate', mandate, `${plural(mandate, 'besluit', 'besluiten')} zonder mandaat`)
  add('withoutResidents', residents, `bewoners ontbraken aan ${tables(residents)}`)
  add('withoutExperts', experts, `ervaringsdeskundigen ontbraken aan ${tables(experts)}`)
  add(
    'openSignals',
    signals,
    `${plural(signals, 'signaal', 'signalen')} uit de buurt ${byNumber(signals, 'wacht', 'wachten')} op een antwoord`,
  )
  add('gaps', gaps, `over ${plural(gaps, 'onderwerp', 'onderwerpen')} mag nog niemand overal beslissen`)
  return lines
}

/** `3 afspraken over tijd, 1 besluit zonder mandaat en bewoners ontbraken aan 2 tafels`. */
export const attentionSentence = (found: RegieAttention): string =>
  joinDutch(attentionLines(found).map((line) => line.phrase))

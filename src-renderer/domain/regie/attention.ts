import { byNumber, joinDutch, plural } from '../labels'
import type { Id, IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
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
  /** Signals of neighbourhoods (nuisance or a question) without a follow-up. */
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
    openSignals: [...data.neighbourhoods.values()].flatMap((n) =>
      n.signals.filter((s) => s.kind !== 'appreciation' && s.followedOn === null).map((s) => s.id),
    ),
    gaps: data.mandates.size === 0 ? 0 : new Set(mandateGaps(data, today).map((gap) => gap.subject)).size,
  }
}

/** Each count as a phrase, in order of weight; empty when all is well. */
export function attentionPhrases(found: RegieAttention): string[] {
  const phrases: string[] = []
  const add = (n: number, phrase: string): void => {
    if (n > 0) phrases.push(phrase)
  }
  const tables = (n: number): string => plural(n, 'tafel', 'tafels')
  const { overdue, withoutMandate, withoutResidents, withoutExperts, openSignals, gaps } = found
  add(overdue.length, `${plural(overdue.length, 'afspraak', 'afspraken')} over tijd`)
  add(withoutMandate.length, `${plural(withoutMandate.length, 'besluit', 'besluiten')} zonder mandaat`)
  add(withoutResidents.length, `bewoners ontbraken aan ${tables(withoutResidents.length)}`)
  add(withoutExperts.length, `ervaringsdeskundigen ontbraken aan ${tables(withoutExperts.length)}`)
  add(
    openSignals.length,
    `${plural(openSignals.length, 'signaal', 'signalen')} uit de buurt ${byNumber(openSignals.length, 'wacht', 'wachten')} op een antwoord`,
  )
  add(gaps, `over ${plural(gaps, 'onderwerp', 'onderwerpen')} mag nog niemand overal beslissen`)
  return phrases
}

/** `3 afspraken over tijd, 1 besluit zonder mandaat en bewoners ontbraken aan 2 tafels`. */
export const attentionSentence = (found: RegieAttention): string => joinDutch(attentionPhrases(found))

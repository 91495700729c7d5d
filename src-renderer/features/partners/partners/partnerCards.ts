import { byNumber, commitmentAmount, joinDutch, partnerKindLabels, plural } from '../../../domain/labels'
import type { Id, IsoDate, Partner } from '../../../domain/model/entities'
import type { ProgrammeData } from '../../../domain/model/programmeData'
import type { PartnerKind } from '../../../domain/model/values'
import {
  type Agreement,
  COMMITMENT_KINDS,
  commitmentTotals,
  holdsOn,
  type Mandate,
  openBefore,
} from '../../../domain/regie'
import { foldDutch } from '../../../domain/search'
import { areaText, byName } from '../words'

/** An open agreement that has to wait for another one, each of another partner. */
export interface Waiting {
  readonly agreement: Agreement
  readonly before: Agreement
}

/** What stands on the card of a partner. Every card has the same parts: nobody is more than another. */
export interface PartnerCard {
  readonly partner: Partner
  readonly kind: string
  readonly area: string
  /** `12 plekken, waarvan 4 waargemaakt`; empty when nothing was promised. */
  readonly promised: readonly string[]
  readonly waitsOn: readonly Waiting[]
  readonly waitedFor: readonly Waiting[]
  /** Mandates that hold today. */
  readonly mandates: readonly Mandate[]
}

export function partnerCards(data: ProgrammeData, today: IsoDate): PartnerCard[] {
  const waiting = waitings(data)
  return [...data.partners.values()].sort(byName).map((partner) => ({
    partner,
    kind: partnerKindLabels[partner.kind],
    area: areaText(data, partner),
    promised: promisedLines(data, partner.id),
    waitsOn: waiting.filter(({ agreement }) => agreement.ownerId === partner.id),
    waitedFor: waiting.filter(({ before }) => before.ownerId === partner.id),
    mandates: [...data.mandates.values()]
      .filter((m) => m.holderId === partner.id && holdsOn(m, today))
      .sort(byName),
  }))
}

/** Agreements that wait for one of another partner: where nobody gets on without the other. */
function waitings(data: ProgrammeData): Waiting[] {
  return [...data.agreements.values()]
    .filter((agreement) => agreement.status === 'open')
    .flatMap((agreement) =>
      openBefore(data, agreement)
        .filter((before) => before.ownerId !== agreement.ownerId)
        .map((before) => ({ agreement, before })),
    )
    .sort((a, b) => byName(a.agreement, b.agreement) || byName(a.before, b.before))
}

/** The commitments of a partner added up by kind, and how many there are that can't be added up. */
export function promisedLines(data: ProgrammeData, partnerId: Id): string[] {
  const totals = commitmentTotals(data, partnerId)
  const lines = COMMITMENT_KINDS.flatMap((kind) => {
    const total = kind === 'other' ? undefined : totals.get(kind)
    if (total === undefined) return []
    const { promised, kept } = total
    const done =
      kept === 0
        ? ''
        : kept === promised
          ? ', waargemaakt'
          : `, waarvan ${commitmentAmount(kind, kept)} waargemaakt`
    return [commitmentAmount(kind, promised) + done]
  })
  const loose = [...data.commitments.values()].filter(
    (c) => c.partnerId === partnerId && c.status !== 'withdrawn' && (c.amount === null || c.kind === 'other'),
  ).length
  if (loose === 0) return lines
  return [...lines, lines.length === 0 ? plural(loose, 'toezegging', 'toezeggingen') : andMore(loose)]
}

const andMore = (n: number): string => `en nog ${plural(n, 'toezegging', 'toezeggingen')}`

/** `wacht op IrisZorg en Wonion`, `Sité wacht op deze partner`; empty when nobody waits for anybody. */
export function waitingLines(
  data: ProgrammeData,
  card: Pick<PartnerCard, 'waitsOn' | 'waitedFor'>,
): string[] {
  const owners = (agreements: readonly Agreement[]): string[] =>
    [...new Set(agreements.map((a) => a.ownerId))]
      .flatMap((id) => data.partners.get(id) ?? [])
      .sort(byName)
      .map((p) => p.name)
  const on = owners(card.waitsOn.map((w) => w.before))
  const by = owners(card.waitedFor.map((w) => w.agreement))
  return [
    ...(on.length === 0 ? [] : [`wacht op ${joinDutch(on)}`]),
    ...(by.length === 0
      ? []
      : [`${joinDutch(by)} ${byNumber(by.length, 'wacht', 'wachten')} op deze partner`]),
  ]
}

export interface PartnerFilter {
  readonly text: string
  /** Empty means: every kind. */
  readonly kinds: readonly PartnerKind[]
}

/** The cards that fit: each word that was typed is found somewhere on the card. */
export function filterCards(cards: readonly PartnerCard[], { text, kinds }: PartnerFilter): PartnerCard[] {
  const words = foldDutch(text).split(' ').filter(Boolean)
  return cards.filter(({ partner, kind, area }) => {
    if (kinds.length > 0 && !kinds.includes(partner.kind)) return false
    const { name, contactRole, perspective, reachability, note } = partner
    const folded = foldDutch([name, kind, area, contactRole, perspective, reachability, note].join(' '))
    return words.every((word) => folded.includes(word))
  })
}

/** `3 van de 12 partners onderschrijven het gezamenlijke doel.` */
export function goalSentence(partners: readonly Partner[]): string {
  const count = partners.filter((p) => p.goalEndorsed !== null).length
  const all = partners.length
  if (count === 0) return 'Nog geen enkele partner is gevraagd dit doel te onderschrijven.'
  if (count === all) return all === 1 ? 'De partner onderschrijft dit.' : 'Alle partners onderschrijven dit.'
  const rest = byNumber(all - count, 'Aan de ander', 'Aan de anderen')
  return `${String(count)} van de ${String(all)} partners ${byNumber(count, 'onderschrijft', 'onderschrijven')} dit. ${rest} is het nog niet gevraagd.`
}

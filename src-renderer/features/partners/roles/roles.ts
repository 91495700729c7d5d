import { formatDate, joinDutch, municipalRoleLabels, plural } from '../../../domain/labels'
import type { Id, IsoDate, Municipality } from '../../../domain/model/entities'
import type { ProgrammeData } from '../../../domain/model/programmeData'
import { MUNICIPAL_ROLES, type MunicipalRole, type RoleMix, roleHistory } from '../../../domain/regie'
import type { ExportTable } from '../../../exchange'
import { byName } from '../words'

/** One municipality beside the others: every mix it ever had, the newest first. */
export interface MunicipalityRoles {
  readonly municipality: Municipality
  readonly mixes: readonly RoleMix[]
  /** Roles in agreements and decisions that belong with it: `netwerkend 2 keer`; empty when none carries a role. */
  readonly carried: string
}

export function municipalityRoles(data: ProgrammeData): MunicipalityRoles[] {
  return [...data.municipalities.values()].sort(byName).map((municipality) => ({
    municipality,
    mixes: roleHistory(data, municipality.id).reverse(),
    carried: carriedText(data, municipality.id),
  }))
}

/** How often each role is named in the agreements and decisions that belong with a municipality. */
export function carriedRoles(data: ProgrammeData, municipalityId: Id): ReadonlyMap<MunicipalRole, number> {
  const linked = (links: readonly { readonly table: string; readonly id: Id }[]): boolean =>
    links.some((link) => link.table === 'municipalities' && link.id === municipalityId)
  const roles = [
    ...[...data.agreements.values()].filter((a) => linked(a.links)),
    ...[...data.decisions.values()].filter(
      (d) => d.municipalityIds.includes(municipalityId) || linked(d.links),
    ),
  ].map((record) => record.role)
  return new Map(
    MUNICIPAL_ROLES.map((role) => [role, roles.filter((r) => r === role).length] as const).filter(
      ([, count]) => count > 0,
    ),
  )
}

function carriedText(data: ProgrammeData, municipalityId: Id): string {
  const parts = [...carriedRoles(data, municipalityId)].map(
    ([role, count]) => `${municipalRoleLabels[role]} (${String(count)})`,
  )
  return joinDutch(parts)
}

/** `rechtmatig 40, presterend 30, netwerkend 20 en participerend 10`. */
export const mixText = ({ shares }: Pick<RoleMix, 'shares'>): string =>
  joinDutch(MUNICIPAL_ROLES.map((role) => `${municipalRoleLabels[role]} ${String(shares[role])}`))

/** What is still to be divided; an empty field counts as nothing. */
export const left = (shares: RoleMix['shares']): number =>
  MUNICIPAL_ROLES.reduce((rest, role) => rest - (Number.isFinite(shares[role]) ? shares[role] : 0), 100)

/** `Nog 15 te verdelen.` */
export function leftText(shares: RoleMix['shares']): string {
  const rest = left(shares)
  if (rest === 0) return 'Samen 100: het klopt.'
  return rest > 0 ? `Nog ${String(rest)} te verdelen.` : `${String(-rest)} te veel: haal er ergens af.`
}

/**
 * A fresh mix begins at the one before it, so that only what shifted is typed; the first one begins at nothing, because
 * nobody has said anything yet.
 */
export function nextMix(data: ProgrammeData, draft: RoleMix, municipalityId: Id): RoleMix {
  const before = roleHistory(data, municipalityId).at(-1)
  const nothing = { lawful: 0, performing: 0, networking: 0, participating: 0 }
  return { ...draft, municipalityId, shares: before?.shares ?? nothing }
}

/** `3 rolverdelingen sinds 14 april 2025`. */
export function sinceText(mixes: readonly RoleMix[]): string {
  const first: IsoDate | undefined = mixes.at(-1)?.on
  return first === undefined
    ? ''
    : `${plural(mixes.length, 'keer', 'keer')} besproken sinds ${formatDate(first)}`
}

export function roleTable(all: readonly MunicipalityRoles[]): ExportTable {
  return {
    columns: [
      { key: 'municipality', label: 'Gemeente', kind: 'text' },
      { key: 'on', label: 'Datum', kind: 'date' },
      ...MUNICIPAL_ROLES.map((role) => ({
        key: role,
        label: municipalRoleLabels[role],
        kind: 'number' as const,
      })),
      { key: 'why', label: 'Waarom', kind: 'text' },
    ],
    rows: all.flatMap(({ municipality, mixes }) =>
      mixes.map((mix) => [
        ...[municipality.name, mix.on],
        ...MUNICIPAL_ROLES.map((role) => mix.shares[role]),
        mix.why,
      ]),
    ),
  }
}

import { plural } from '../labels'

/**
 * How long things are kept after their work is done (bewaartermijnen). No term is prescribed by Palet: each organisation
 * sets its own, and nothing is ever deleted without a person who says so.
 */
export const RETENTION_KINDS = [
  'projects',
  'trajectories',
  'contacts',
  'reports',
  'baselines',
  'logDetails',
  'backups',
] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** Whole months per kind, 1 or more; null keeps things of that kind for ever. */
export type RetentionTerms = Readonly<Record<RetentionKind, number | null>>

/** What happens at a deletion with backups that still hold what is deleted. */
export type BackupPolicy =
  /** They are removed at once. */
  | 'remove'
  /** They stay until their own term is over. */
  | 'keep'

export interface RetentionPolicy {
  readonly terms: RetentionTerms
  readonly backupsAtDeletion: BackupPolicy
}

export const MAX_MONTHS = 1_200

export const DEFAULT_POLICY: RetentionPolicy = {
  terms: {
    projects: 84,
    trajectories: 180,
    contacts: 24,
    reports: 120,
    baselines: 120,
    logDetails: 60,
    backups: 24,
  },
  backupsAtDeletion: 'keep',
}

/** The name of a kind, and what its term counts from. */
export const retentionLabels: Readonly<
  Record<RetentionKind, { readonly name: string; readonly from: string }>
> = {
  projects: { name: 'beëindigde projecten', from: 'vanaf de dag waarop het project eindigde of stopte' },
  trajectories: {
    name: 'afgesloten trajecten',
    from: 'vanaf uitstroom, overdracht of afwijzing; de Wmo vraagt 15 jaar',
  },
  contacts: {
    name: 'aanspreekpunten van partners die niet meer meedoen',
    from: 'vanaf het einde van hun laatste project',
  },
  reports: { name: 'rapporten', from: 'vanaf de peildatum' },
  baselines: { name: 'vastgestelde plannen', from: 'vanaf de dag waarop het plan is vastgesteld' },
  logDetails: {
    name: 'details van het logboek',
    from: 'vanaf de dag van de regel; de regel zelf blijft altijd staan',
  },
  backups: { name: 'reservekopieën', from: 'vanaf de dag waarop de kopie is gemaakt' },
}

export const backupPolicyLabels: Readonly<Record<BackupPolicy, string>> = {
  remove: 'meteen verwijderen',
  keep: 'laten staan tot hun eigen termijn om is',
}

const termWords = (months: number | null): string =>
  months === null ? 'altijd' : plural(months, 'maand', 'maanden')

/** What is different, from what to what, for the log; null when nothing is. */
export function policyChange(before: RetentionPolicy, after: RetentionPolicy): string | null {
  const terms = RETENTION_KINDS.filter((kind) => before.terms[kind] !== after.terms[kind]).map(
    (kind) =>
      `${retentionLabels[kind].name} van ${termWords(before.terms[kind])} naar ${termWords(after.terms[kind])}`,
  )
  const backups =
    before.backupsAtDeletion === after.backupsAtDeletion
      ? []
      : [`reservekopieën bij wissen: ${backupPolicyLabels[after.backupsAtDeletion]}`]
  const all = [...terms, ...backups]
  return all.length === 0 ? null : `bewaartermijnen gewijzigd: ${all.join('; ')}`
}

const isTerm = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_MONTHS

/** A refusal of a term in Dutch, or null when it is fine. */
export function termProblem(value: number | null): string | null {
  return value === null || isTerm(value)
    ? null
    : `Vul een heel aantal maanden in van 1 tot en met ${String(MAX_MONTHS)}, of laat het leeg om alles te bewaren.`
}

/** Reads what was kept. A term that isn't right becomes the usual one: a slip must never make things due sooner. */
export function policyFrom(kept: unknown): RetentionPolicy {
  if (!isObject(kept)) return DEFAULT_POLICY
  const terms = isObject(kept['terms']) ? kept['terms'] : {}
  const read = (kind: RetentionKind): number | null => {
    const value = terms[kind]
    return value === null || isTerm(value) ? value : DEFAULT_POLICY.terms[kind]
  }
  return {
    terms: {
      projects: read('projects'),
      trajectories: read('trajectories'),
      contacts: read('contacts'),
      reports: read('reports'),
      baselines: read('baselines'),
      logDetails: read('logDetails'),
      backups: read('backups'),
    },
    backupsAtDeletion: kept['backupsAtDeletion'] === 'remove' ? 'remove' : 'keep',
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

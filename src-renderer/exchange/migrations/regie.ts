import type { Migration } from './migration'

/**
 * 3 → 4: the tables of regie and of trajectories, and what a partner says of the shared goal and how it is reached. An older programme knows
 * nothing of these, and nothing is made up: they start empty.
 */
export const regie: Migration = {
  from: 3,
  to: 4,
  up: (data) => {
    if (!isRecord(data)) return data
    const partners = data['partners']
    return {
      ...Object.fromEntries(TABLES.map((table) => [table, []])),
      ...data,
      ...(Array.isArray(partners) ? { partners: partners.map(withGoal) } : {}),
    }
  },
}

/** As they were in version 4: a migration never follows today's model. */
const TABLES = [
  'agreements',
  'commitments',
  'mandates',
  'decisions',
  'meetingTables',
  'sessions',
  'pictures',
  'dilemmas',
  'neighbourhoods',
  'lessons',
  'roleMixes',
  'directionChecks',
  'celebrations',
  'trajectories',
]

function withGoal(partner: unknown): unknown {
  return isRecord(partner) ? { goalEndorsed: null, reachability: '', ...partner } : partner
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

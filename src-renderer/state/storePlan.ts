import type { StoreOptions } from '../data/open'

/** How programmes are kept: the format of today and the way there from older ones. */
export const STORE: StoreOptions = { plan: { current: 1, migrations: [] } }

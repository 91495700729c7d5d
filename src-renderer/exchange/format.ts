/** What stands at the top of every `.palet` file. */
export const PALET_FORMAT = 'palet-programma'

/**
 * Version of the shape of `data`. Raise it with every change that an older Palet couldn't read, and add the migration
 * from the version before in `migrations.ts`.
 */
export const CURRENT_FORMAT_VERSION = 4

/** Larger input is refused before it is looked at: 45 regions take about 25 MB. */
export const MAX_PALET_CHARACTERS = 256 * 1024 * 1024

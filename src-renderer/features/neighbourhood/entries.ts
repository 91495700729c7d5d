/** Entries of a record in a draft: what is kept is never changed in place. */
interface Entry {
  readonly id: string
}

export const withFields = <T extends Entry>(entries: readonly T[], id: string, fields: Partial<T>): T[] =>
  entries.map((entry) => (entry.id === id ? { ...entry, ...fields } : entry))

export const without = <T extends Entry>(entries: readonly T[], id: string): T[] =>
  entries.filter((entry) => entry.id !== id)

/** A key and what it does, as the overview of keys tells it. */
export interface Shortcut {
  readonly keys: string
  readonly does: string
}

/** The keys of one screen or part of it. A screen tells its own; the shell shows them together. */
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

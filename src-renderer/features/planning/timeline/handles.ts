import type { IsoDate } from '@/domain/model/entities'
import type { Phase } from '@/domain/model/values'

/** What can be taken hold of in a row: everything at once, the start of a planned phase, or places on a date. */
export type Handle =
  | { readonly kind: 'project' }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'places'; readonly date: IsoDate }

/** Stays the same while the row is drawn anew, unless what it stands for is gone. */
export function handleKey(handle: Handle): string {
  if (handle.kind === 'phase') return `phase ${handle.phase}`
  return handle.kind === 'places' ? `places ${handle.date}` : 'project'
}

/** A handle as it stands in a row, in order of time. */
export interface PlacedHandle {
  readonly key: string
  readonly handle: Handle
  readonly date: IsoDate
  /** End of the id of the element that shows it. */
  readonly element: string
  /** Said when the keyboard reaches it. */
  readonly sentence: string
}

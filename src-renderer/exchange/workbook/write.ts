import type { WorkbookProperties } from 'hucre/xlsx'
import type { IsoDate } from '@/domain/model/entities'
import { toDay } from '@/domain/time/day'
import { cellText } from '../table'
import { MAX_CELL_TEXT } from './limits'

/**
 * A text for a cell. Excel keeps text apart from formulas, but a person who edits the cell, or saves the sheet as CSV,
 * makes a formula of what looks like one: so it gets the same apostrophe as in our CSV. Words that Excel reads as a code
 * for a sign (`_x0041_`) are kept as they are written.
 */
export function safeText(text: string): string {
  const guarded = cellText(text, 'text').replace(/_x(?=[0-9a-fA-F]{4}_)/g, '_x005F_x')
  return guarded.slice(0, MAX_CELL_TEXT)
}

/** A date for a cell: days have no zone, so it is noon nowhere and midnight in UTC. */
export const serialDate = (iso: IsoDate): Date => new Date(toDay(iso) * 86_400_000)

/** The day stands in for the moment: a file made twice from the same data is the same. */
export function properties(title: string, madeOn: IsoDate): WorkbookProperties {
  return { title, creator: 'Palet', created: serialDate(madeOn), modified: serialDate(madeOn) }
}

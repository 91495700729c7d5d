import type { Change } from '../history/patch'
import type { Id, IsoDate } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import type { Result } from '../result'

/** What a command may not find out by itself: new ids and the date of today come from outside. */
export interface CommandContext {
  newId(): Id
  readonly today: IsoDate
}

/**
 * One intent of the user, ready to run on the data. Pure: gives patches with a Dutch summary, or a refusal.
 * When nothing would change the patches are empty, and there is nothing to commit.
 */
export type Command = (data: ProgrammeData, ctx: CommandContext) => Result<Change>

import { attempt } from '../data/failure'
import type { Id } from '../domain/model/entities'
import { ok, type Result } from '../domain/result'
import { theCatalogue } from './programmes'

/** What is kept on this computer about one programme, sealed, beside its data. */
const NAMES = ['retention', 'logCheck', 'seen', 'reviewFiles', 'intake'] as const
export type ProgrammeSettingName = (typeof NAMES)[number]

const keyOf = (name: ProgrammeSettingName, programmeId: Id): string => `${name}/${programmeId}`

/** The value as it was set, or null; what it should look like is for the reader to check. */
export async function programmeSetting(
  name: ProgrammeSettingName,
  programmeId: Id,
): Promise<Result<unknown>> {
  const opened = await theCatalogue()
  if (!opened.ok) return opened
  return attempt(() => opened.value.setting(keyOf(name, programmeId)))
}

export async function setProgrammeSetting(
  name: ProgrammeSettingName,
  programmeId: Id,
  value: unknown,
): Promise<Result<null>> {
  const opened = await theCatalogue()
  if (!opened.ok) return opened
  const kept = await attempt(() => opened.value.setSetting(keyOf(name, programmeId), value))
  return kept.ok ? ok(null) : kept
}

/** The programme is removed from this computer: nothing that was kept about it stays behind. */
export async function forgetProgrammeSettings(programmeId: Id): Promise<void> {
  for (const name of NAMES) await setProgrammeSetting(name, programmeId, null)
}

import type { CommandContext } from '@/domain/commands/context'
import { formatQuarter } from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Scenario, ScenarioChange } from '@/domain/scenario'
import { type ExtraPlaces, extraLots, type SimulationInputs } from '@/domain/simulation'
import { newProject, surely } from '../changes/newProject'

/**
 * The extra places of an advice as new projects that surely come, spread over the municipalities as the advice did; on
 * top of the changes of the scenario that it was asked for.
 */
export function adviceChanges(
  data: ProgrammeData,
  inputs: SimulationInputs,
  extra: readonly ExtraPlaces[],
  base: Scenario | null,
  ctx: CommandContext,
): ScenarioChange[] {
  const added = extra.flatMap((places) =>
    extraLots(inputs, [places])
      .filter((lot) => lot.track === 'homes' && lot.date > inputs.start)
      .flatMap((lot): ScenarioChange[] => {
        const id = ctx.newId()
        const type = data.arrangementTypes.get(lot.typeId)?.name ?? ''
        const where = data.municipalities.get(lot.municipalityId)?.name ?? ''
        const project = newProject(
          { data, ctx },
          {
            id: `${id}-project`,
            name: `${type} ${where}, advies`,
            municipalityId: lot.municipalityId,
            subject: lot.typeId,
            places: lot.places,
            date: lot.date,
            certain: true,
          },
        )
        const change = {
          kind: 'newProject' as const,
          id,
          note: `Advies: nodig in het ${formatQuarter(places.quarter)}`,
          project,
        }
        return [change, surely(change)]
      }),
  )
  return [...(base?.changes ?? []), ...added]
}

import { recomputeAll } from '@/domain/indicators/recompute'
import { quarterDates } from '@/domain/capacity/balance'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { CAPACITY_STATUSES } from '@/domain/model/values'
import { nationalProgramme } from '../fixtures/nationalProgramme'
import { inTurn, report } from './measure'

/**
 * All figures of 45 regions (13,500 projects) against one hand-written loop over the same rows, as somebody would write
 * it who needs a single table: for each step and each quarter, add the places to municipality × quarter × status.
 */
const data = nationalProgramme({ regions: 45, projectsPerRegion: 300, seed: 2026 })
const quarters = quarterDates(data).map((q) => q.date)

function handWritten(programme: ProgrammeData): Int32Array {
  const municipalities = new Map([...programme.municipalities.keys()].map((id, i) => [id, i]))
  const statuses = new Map(CAPACITY_STATUSES.map((s, i) => [s, i]))
  const sums = new Int32Array(municipalities.size * quarters.length * statuses.size)
  for (const project of programme.projects.values()) {
    const m = municipalities.get(project.municipalityId) ?? 0
    for (const track of [project.homes, project.support])
      for (const step of track) {
        const to = statuses.get(step.to) ?? 0
        const from = step.from === null ? -1 : (statuses.get(step.from) ?? 0)
        for (let q = 0; q < quarters.length; q += 1) {
          if (step.date > (quarters[q] ?? '')) continue
          const base = (m * quarters.length + q) * statuses.size
          sums[base + to] = (sums[base + to] ?? 0) + step.places
          if (from >= 0) sums[base + from] = (sums[base + from] ?? 0) - step.places
        }
      }
  }
  return sums
}

const date = quarters[3] ?? quarters[0] ?? '2026-12-31'
const times = await inTurn(
  15,
  5,
  () => recomputeAll(data, date),
  () => handWritten(data),
)
report({
  name: `All figures of ${String(data.projects.size)} projects, ${String(data.municipalities.size)} municipalities, ${String(quarters.length)} quarters`,
  floorName: 'one hand-written loop: places by municipality × quarter × status, both tracks added up',
  ...times,
  aim: 3,
})

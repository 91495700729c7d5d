import { applyPatches } from '@/domain/history/patch'
import { createProgramme, draftProject } from '@/domain/commands'
import type { Municipality, Project } from '@/domain/model/entities'
import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'

let last = 0
const ctx = { newId: () => `id-${String((last += 1))}`, today: '2026-04-14' }

const municipality = (id: string, name: string): Municipality => ({
  id,
  name,
  region: 'Proef',
  inhabitants: null,
  socialStock: null,
  tile: null,
})

function emptyPlanning(): ProgrammeData {
  const type = { contract: 'none', audience: '', duration: '', description: '', retired: false } as const
  const made = createProgramme({
    name: 'Proef',
    region: 'Proef',
    purpose: '',
    start: '2026-01-01',
    horizon: '2030-12-31',
    cycle: 'quarter',
    municipalities: [municipality('m1', 'Aalten'), municipality('m2', 'Berkelland')],
    partners: [
      {
        id: 'hc',
        name: 'Woonstichting',
        kind: 'housingAssociation',
        municipalityIds: [],
        contactRole: '',
        perspective: '',
        goalEndorsed: null,
        reachability: '',
        note: '',
      },
    ],
    supportBands: [{ id: 'light', name: 'licht', hoursPerWeek: 2 }],
    arrangementTypes: [
      { ...type, id: 'housing', name: 'Wonen', family: 'housing', supportBandId: 'light' },
      { ...type, id: 'shelter', name: 'Nachtopvang', family: 'shelter', supportBandId: null },
    ],
  })(emptyProgrammeData(), ctx)
  if (!made.ok) throw new Error(made.error.message)
  return applyPatches(emptyProgrammeData(), made.value.patches)
}

const empty = emptyPlanning()

/** A project in the first municipality, with these fields. */
export function aProject(fields: Partial<Project>): Project {
  return { ...draftProject(empty, ctx), municipalityId: 'm1', typeId: 'housing', ...fields }
}

/** A programme with two municipalities, an association, a housing type and a shelter type, and these projects. */
export function planningData(projects: readonly Project[]): ProgrammeData {
  return { ...empty, projects: new Map(projects.map((project) => [project.id, project])) }
}

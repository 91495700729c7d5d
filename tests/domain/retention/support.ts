import type { Partner, Project } from '@/domain/model/entities'
import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'
import { association, project } from '../../fixtures/literal'

export const aPartner = (id: string): Partner => ({
  ...association(id),
  name: `Partner ${id}`,
  contactRole: 'manager wonen',
})

export const aProject = (id: string): Project =>
  project(id, { name: `Project ${id}`, typeId: 't1', municipalityId: 'GM0001' })

/** Two projects of which one waits for the other, an adopted plan with the first in it, and a report. */
export function someData(): ProgrammeData {
  const p1 = { ...aProject('p1'), associationId: 'a1' }
  const p2: Project = {
    ...aProject('p2'),
    dependencies: [
      { id: 'd1', holds: 'preparation', on: { kind: 'decision', projectId: 'p1' }, lagDays: 0, note: '' },
    ],
  }
  return {
    ...emptyProgrammeData(),
    programme: new Map([
      [
        'programme',
        {
          id: 'programme',
          name: 'Proef',
          purpose: '',
          region: 'Proefregio',
          centralMunicipalityId: 'GM0001',
          start: '2023-01-01',
          horizon: '2030-12-31',
          cycle: 'quarter',
          allocationKey: { basis: 'inhabitants', manualWeights: {}, source: '', decisionDate: null },
          supportBands: [{ id: 'licht', name: 'Licht', hoursPerWeek: 2 }],
          example: false,
          facts: [],
        },
      ],
    ]),
    municipalities: new Map([
      [
        'GM0001',
        {
          id: 'GM0001',
          name: 'Aalten',
          region: 'Proefregio',
          inhabitants: null,
          socialStock: null,
          tile: null,
        },
      ],
    ]),
    partners: new Map([['a1', aPartner('a1')]]),
    projects: new Map([
      ['p1', p1],
      ['p2', p2],
    ]),
    reports: new Map([
      [
        'r1',
        {
          id: 'r1',
          name: 'Eerste kwartaal',
          referenceDate: '2024-03-31',
          scope: [],
          coreMessage: '',
          requestedDecision: '',
          rating: { colour: 'grey', cause: '', consequence: '', adjustment: '' },
          risks: [],
          outlook: '',
        },
      ],
    ]),
    baselines: new Map([
      [
        'b1',
        {
          id: 'b1',
          name: 'Plan 2023',
          frozenOn: '2023-01-15',
          note: '',
          projects: [
            {
              id: 'p1',
              name: 'Project p1',
              typeId: 't1',
              municipalityId: 'GM0001',
              associationId: null,
              phase: 'idea',
              phases: [],
              homes: [],
              support: [],
              closingDecision: null,
            },
          ],
          milestones: [],
          types: [],
          municipalities: [{ id: 'GM0001', name: 'Aalten' }],
        },
      ],
    ]),
  }
}

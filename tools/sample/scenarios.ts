import type { Scenario } from '@/domain/scenario/model'

/** Two what-ifs to begin with: one of an assumption, one of the plan. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'scenario-winter',
    name: 'Meer instroom in de winter',
    note: 'Voorbeeld: in een koude winter verliezen meer mensen hun slaapplek bij anderen.',
    createdOn: '2026-10-20',
    changes: [
      {
        id: 'scenario-winter-1',
        kind: 'inflow',
        from: '2026-12-01',
        until: '2027-03-31',
        factor: { value: 1.3, low: 1.1, high: 1.6 },
        note: 'Aanname, nog na te gaan bij de opvangorganisaties.',
      },
    ],
  },
  {
    id: 'scenario-eerder-dicht',
    name: '24-uursopvang een half jaar eerder dicht',
    note: 'Voorbeeld: kan het pand eerder leeg als de uitbreiding in Doetinchem-West doorgaat?',
    createdOn: '2026-10-27',
    changes: [
      {
        id: 'scenario-eerder-dicht-1',
        kind: 'closingDate',
        projectId: 'project-opvang-2',
        date: '2028-04-01',
        note: 'De verhuurder wil het pand graag een half jaar eerder terug.',
      },
      {
        id: 'scenario-eerder-dicht-2',
        kind: 'goNoGo',
        projectId: 'project-doe-4',
        verdict: 'go',
        note: 'Zonder deze plekken kan de opvang niet eerder dicht.',
      },
    ],
  },
]

import { describe, expect, it } from 'vitest'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { report, smallProgramme } from './programme'
import { makeReport, pagesOf } from './support'

const words = (end: string): string => `${'woord '.repeat(650)}${end}`

/** The small programme with texts as long as a field takes in each of its projects. */
function wordy(): ProgrammeData {
  const data = smallProgramme()
  return {
    ...data,
    projects: new Map(
      [...data.projects.values()].map((project) => [
        project.id,
        {
          ...project,
          nextStep: words(`EindeStap${project.id}`),
          closingDecision: { date: '2027-06-15', text: words(`EindeBesluit${project.id}`) },
          rating: {
            colour: 'red' as const,
            cause: words(`EindeOorzaak${project.id}`),
            consequence: words(`EindeGevolg${project.id}`),
            adjustment: words(`EindeBijsturing${project.id}`),
          },
        },
      ]),
    ),
  }
}

describe('long texts with projects', () => {
  it('are printed to the last word', async () => {
    const all = pagesOf(await makeReport(wordy(), report))
      .join(' ')
      .replace(/\s+/g, '')
    for (const id of ['p1', 'p2', 'p3'])
      for (const part of ['Stap', 'Besluit', 'Oorzaak', 'Gevolg', 'Bijsturing'])
        expect(all).toContain(`Einde${part}${id}`)
  })
})

import { programmeOf, type ProgrammeData } from '@/domain/model/programmeData'
import { serialisePalet } from '@/exchange'
import { type App, expect } from '../../e2e/support'
import { nationalProgramme } from '../../fixtures/nationalProgramme'
import type { Scene } from '../kill'
import { openFromStart, saved, toStart } from './programmes'

const PROGRAMME = '5f1d2c3b-0000-4000-8000-000000000001'
const OPTIONS = { regions: 4, projectsPerRegion: 300, seed: 7 }
const WAYS = ['Oost', 'West'] as const

/** A whole programme of 1,200 projects put in the place of another: afterwards it is wholly the one or wholly the other. */
export function importScene(app: App): Scene {
  const base = nationalProgramme(OPTIONS)
  for (const way of WAYS) app.writeFile(`${way}.palet`, fileOf(base, way))
  let turn = 0
  let sure: (typeof WAYS)[number] | null = null
  const next = (): (typeof WAYS)[number] => WAYS[turn % WAYS.length] ?? 'Oost'
  return {
    name: 'inlezen',
    within: 6000,
    async prepare({ window }) {
      turn += 1
      await toStart(window)
      await app.openDialogAnswers(`${next()}.palet`)
      await window.getByTestId('open-file').click()
    },
    async act({ window }) {
      const replace = window.getByRole('button', { name: 'Inhoud vervangen' })
      const title = window.getByRole('banner').getByText('Proef')
      await replace.or(title).first().waitFor()
      if (await replace.isVisible()) {
        await replace.click()
        await window.getByText(`De inhoud is vervangen door "${next()}.palet".`).waitFor()
      }
      await saved(window)
      sure = next()
    },
    async check({ window }) {
      await toStart(window)
      // The very first one may have been killed before there was anything; then another programme is looked at.
      const there = (await window.getByRole('button', { name: /^Proef/ }).count()) > 0
      if (!there) {
        expect(sure).toBeNull()
        await openFromStart(window, 'Voorbeeld Achterhoek')
        return
      }
      await openFromStart(window, 'Proef')
      await window.keyboard.press('Control+2')
      await window.getByRole('tab', { name: 'Doel en periode' }).click()
      const region = await window.getByLabel('Regio').inputValue()
      expect(WAYS).toContain(region)
      await window.keyboard.press('Control+4')
      await expect(window.getByTestId('project-count')).toContainText(countOf(region))
      sure = region === 'Oost' ? 'Oost' : 'West'
    },
  }
}

const countOf = (region: string): string => (region === 'Oost' ? '1.200' : '1.199')

/** West has one project less, so that half of the one and half of the other is seen. */
function fileOf(base: ProgrammeData, region: string): string {
  const programme = programmeOf(base)
  const projects = new Map(base.projects)
  const last = [...projects.keys()].at(-1)
  if (region === 'West' && last !== undefined) projects.delete(last)
  const data: ProgrammeData = {
    ...base,
    programme: new Map([[programme.id, { ...programme, name: 'Proef', region }]]),
    projects,
  }
  return serialisePalet(data, { savedAt: '2026-11-02T09:00:00Z', programmeId: PROGRAMME })
}

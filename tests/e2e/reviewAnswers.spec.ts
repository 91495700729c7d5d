import type { Page } from '@playwright/test'
import type { ProgrammeData } from '@/domain/model/programmeData'
import type { Project } from '@/domain/model/entities'
import { asXlsx, fill } from '../data/workbook/support'
import { expect, test } from './support'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility'
import { askedSheets, dropFile, reviewProgramme, rowOf } from './support/reviewRound'

const summary = (window: Page) => window.getByTestId('answer-summary')
const line = (window: Page, name: string) => window.getByTestId('line-cell').filter({ hasText: name })

/** Nothing sticks out of the window, and nothing of the page is out of reach. */
async function expectNothingCutOff(window: Page): Promise<void> {
  const out = await window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main input, main h1, main [role=status]')]
      .filter((element) => {
        const { right, bottom, width } = element.getBoundingClientRect()
        return width > 1 && (right > innerWidth + 1 || bottom > innerHeight + 1)
      })
      .map((element) => element.innerText || element.outerHTML.slice(0, 80)),
  )
  expect(out).toEqual([])
}

/** Meanwhile the plan was changed: four places more than were asked. */
function changed(data: ProgrammeData): Project[] {
  const project = data.projects.get('project-oij-2')
  if (project === undefined) throw new Error('no project')
  const more = (track: Project['homes']): Project['homes'] =>
    track.map((step) => ({ ...step, places: step.places + 2 }))
  return [{ ...project, homes: more(project.homes), support: more(project.support) }]
}

test('an answer is compared cell by cell with the keyboard, taken in as one change, and taken back', async ({
  freshApp: app,
}) => {
  test.setTimeout(120_000)
  const programme = reviewProgramme(changed)
  await app.launch({ args: [app.writeFile('regio.palet', programme.text)] })
  await app.enter()
  const { window } = app
  await window.getByTestId('overview-ready').waitFor()
  await app.resize(1366, 768)

  const sheets = await askedSheets(programme, 'partner-wonion')
  const ulft = rowOf(programme, 'project-oij-2')
  fill(sheets, ulft, 'field:available', 3)
  fill(sheets, ulft, 'verdict', 'gewijzigd')
  fill(sheets, ulft, 'remark', 'Eén woning is verkocht.')
  const terborg = rowOf(programme, 'project-oij-3')
  fill(sheets, terborg, 'field:committed', 6)
  fill(sheets, terborg, 'field:idea', 'twee')
  fill(sheets, terborg, 'verdict', 'gewijzigd')
  const varsseveld = rowOf(programme, 'project-oij-5')
  fill(sheets, varsseveld, 'verdict', 'klopt')
  const name = 'Wonion ronde 1.xlsx'
  const bytes = await asXlsx(sheets)
  await dropFile(window, name, bytes)

  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Antwoord van Wonion op reviewronde 1')
  const grid = window.getByRole('grid', { name: 'Antwoord van Wonion, cel voor cel' })
  await expect(line(window, 'botsing')).toContainText('Beschikbaar')
  await expectNothingCutOff(window)
  await expectAccessibleInBoth(app, 'an answer')
  await window.getByRole('tab', { name: /^Meldingen/ }).click()
  await expect(window.getByTestId('answer-notices')).toContainText(
    'Bij "Idee": "twee" is geen getal. Deze cel is niet overgenomen.',
  )
  await window.getByRole('tab', { name: 'Cel voor cel' }).click()

  // Down to the first cell and take it over; reject the conflict, which wants a reason.
  await expect(summary(window)).toHaveText('1 nieuwe vraag; 2 verschillen blijven open.')
  await grid.focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('a')
  await expect(line(window, 'Toegezegd')).toContainText('overnemen')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('w')
  const words = window.getByRole('dialog', { name: 'Antwoord weigeren' })
  await words.getByRole('button', { name: 'Weigeren' }).click()
  await expect(words.getByText('Schrijf op waarom u dit antwoord niet overneemt.')).toBeVisible()
  await words.getByLabel('Reden').fill('De verkoop gaat niet door.')
  await window.keyboard.press('Enter')
  await expect(words).toBeHidden()
  await expect(line(window, 'botsing')).toContainText('De verkoop gaat niet door.')
  await expect(summary(window)).toHaveText('1 overnemen, 1 weigeren en 1 nieuwe vraag; er blijft niets open.')
  await window.getByLabel('Vragen voor').fill('regisseur')
  await window.getByTestId('carry-out').click()
  await expect(
    window.getByText(
      'Antwoord van Wonion ingelezen: 1 wijziging overgenomen, 1 afgewezen en 1 nieuwe vraag.',
    ),
  ).toBeVisible()

  // What came out of the remark is settled; the history of the cell tells the rest.
  await window.getByRole('tab', { name: /^Vragen/ }).click()
  const question = window.getByTestId('answer-question')
  await expect(question).toContainText('Eén woning is verkocht.')
  await expect(question).toContainText('regisseur')
  await question.getByRole('button', { name: 'Afhandelen…' }).click()
  const form = window.getByRole('dialog', { name: 'Vraag afhandelen' })
  await form.getByLabel('Afgehandeld').check()
  await form.getByLabel('Uitkomst').fill('Navraag gedaan bij Wonion.')
  await form.getByRole('button', { name: 'Bewaren' }).click()
  await expect(question).toContainText('Uitkomst: Navraag gedaan bij Wonion.')
  await expectAccessible(window, 'questions of an answer')
  await window.getByRole('tab', { name: 'Cel voor cel' }).click()
  await window.getByRole('radio', { name: /^Botsingen/ }).check()
  await grid.focus()
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  const panel = window.getByTestId('cell-panel')
  await expect(panel).toContainText('Reviewronde 1, peildatum 31 december 2026')
  await expect(panel).toContainText('afgewezen, De verkoop gaat niet door.')
  await expectAccessible(window, 'history of a cell')
  await window.keyboard.press('Escape')

  // The same file again, and one of another round: told, and nothing changes.
  await dropFile(window, 'nog eens.xlsx', bytes)
  await expect(
    window.getByText(/^"nog eens\.xlsx": Dit bestand is al ingelezen op .*, als "Wonion ronde 1\.xlsx"\./),
  ).toBeVisible()
  const other = await asXlsx(await askedSheets(reviewProgramme(undefined, 'andere'), 'partner-wonion'))
  await dropFile(window, 'andere ronde.xlsx', other)
  await expect(
    window.getByText(/Dit antwoord hoort bij reviewronde 1, maar die staat niet \(meer\) in dit programma\./),
  ).toBeVisible()

  await window.getByRole('link', { name: 'Logboek' }).click()
  await expect(
    window.getByRole('rowheader', {
      name: /^Antwoord van Wonion op reviewronde 1 ingelezen \(bestand "Wonion ronde 1\.xlsx", kenmerk [0-9a-f]{12}/,
    }),
  ).toBeVisible()
  await window.goBack()
  await window.getByTestId('undo').click()
  await window.getByTestId('undo').click()
  await expect(window.getByText('Dit antwoord is er niet meer')).toBeVisible()
})

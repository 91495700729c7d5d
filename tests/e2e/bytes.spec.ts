import { expect, test } from './support'
import { markedProgramme } from './support/markedProgramme'
import { openProject, typeInto } from './support/planning'
import { searchBytes, writableFolders } from './support/profileBytes'

// A programme with a word of its own in every kind of record, and what a person adds to it: a change in the log, a
// draft, a name, a report. Nothing of it may be in any file that Palet leaves behind.

const TYPED = {
  logged: 'Logmerk wijziging Zuidöost 4411',
  draft: 'Conceptmerk Zuidöost 4412',
  again: 'Conceptmerk na het slot Zuidöost 4413',
  who: 'Naammerk Zuidöost 4414',
  report: 'Rapportmerk Zuidöost 4415',
}
const NAME = /^Naam( \(verplicht\))?$/

test('no word of any kind of record, draft, report, setting or log is in a file: open, locked, killed, closed', async ({
  freshApp: app,
}) => {
  test.setTimeout(180_000)
  const programme = markedProgramme()
  expect(programme.tables).toEqual(
    expect.arrayContaining([
      'programme',
      'municipalities',
      'partners',
      'arrangementTypes',
      'projects',
      'reports',
      'baselines',
      'scenarios',
    ]),
  )
  const markers = [...programme.markers, ...Object.values(TYPED)]
  const { folders, env } = writableFolders(app)
  const look = (when: string): void => {
    const search = searchBytes(folders, markers)
    expect(search.finds, when).toEqual([])
    expect(search.unreadable, when).toEqual([])
    expect(search.logs + search.tables, when).toBeGreaterThan(1)
  }

  app.writeFile('plan.palet', programme.text)
  await app.launch({ env })
  await app.enter()
  const { window } = app
  await app.openDialogAnswers('plan.palet')
  await window.getByTestId('open-file').click()
  await window.getByTestId('overview-ready').waitFor()

  await window.getByRole('button', { name: /menu van het programma/ }).click()
  await window.getByRole('menuitem', { name: 'Uw naam in het logboek…' }).click()
  await window.getByLabel('Naam of rol').fill(TYPED.who)
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByRole('dialog')).toBeHidden()
  await window.keyboard.press('Control+2')
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Opgave')
  await window.getByLabel('Regio').fill(TYPED.logged)
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(window.getByTestId('undo')).toBeEnabled()
  await window.keyboard.press('Control+6')
  await window.getByTestId('report-core-message').fill(TYPED.report)
  await window.keyboard.press('Tab')
  await window.keyboard.press('Control+4')
  await openProject(window, 'Kamers met Kansen Winterswijk')
  const name = window.getByTestId('project-panel').getByLabel(NAME)
  await name.fill(TYPED.draft)
  look('open, with something unsaved')

  await window.keyboard.press('Control+L')
  await window.getByTestId('unlock').waitFor()
  look('locked')
  await app.kill()
  look('killed while locked')

  await app.launch({ env })
  await app.enter()
  const again = app.window.getByTestId('project-panel').getByLabel(NAME)
  await expect(again, 'the draft is there, so it was on the disk').toHaveValue(TYPED.draft)
  await typeInto(app.window, again, TYPED.again)
  await app.window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(app.window.getByText('Alles bewaard.', { exact: true })).toBeVisible()
  await app.kill()
  look('killed while open')

  await app.launch({ env })
  await app.enter()
  await app.window.locator('.recent__open').first().click()
  await app.window.getByTestId('overview-ready').waitFor()
  await app.close()
  look('closed')
})

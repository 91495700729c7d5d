import { expect, test } from './support'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility'
import { discard, openPlanning, openProject, panelOf } from './support/planning'
import { follow, keep, openRegie } from './support/regie'

test('seed 001 · lerend: vasthouden, aanpassen, loslaten, en eerder geleerd bij een nieuw project', async ({
  app,
}) => {
  const { window } = app
  await openRegie(app, '#/leren')
  const panel = panelOf(window)
  for (const [outcome, name] of [
    ['vasthouden', 'Elke week samen aan een tafel'],
    ['aanpassen', 'Begeleiding begint voor de sleutel'],
    ['loslaten', 'Drie keer dezelfde intake'],
  ] as const) {
    await window.getByRole('button', { name: `Les toevoegen bij ${outcome}` }).press('Enter')
    await panel.getByLabel(/^Les in één zin/).fill(name)
    await panel.getByLabel('Wat verandert er?').fill(`Voortaan: ${name.toLowerCase()}.`)
    if (outcome === 'aanpassen') {
      await panel.getByRole('button', { name: /^Arrangementtypen/ }).press('Enter')
      await window.getByLabel('Housing First', { exact: true }).check()
      await window.keyboard.press('Escape')
    }
    await keep(window)
    const column = window.getByRole('region', { name: new RegExp(`^${outcome}$`, 'i') })
    await expect(column.getByRole('button', { name, exact: true })).toBeVisible()
  }

  // Found by a word with a slip of the keys in it.
  await window.getByLabel('Zoek in de lessen').fill('begeleidng sleutel')
  await expect(window.getByTestId('lesson')).toHaveCount(1)
  await expectAccessibleInBoth(app, 'lessons')

  // As soon as a new project has a type, what was learned about it is there.
  await follow(window, '#/planning?project=nieuw')
  const project = panelOf(window)
  await project.getByLabel(/^Type/).selectOption({ label: 'Housing First' })
  const learned = project
    .getByTestId('learned')
    .getByRole('listitem')
    .filter({ hasText: 'Begeleiding begint' })
  await expect(learned).toContainText('Aanpassen:')
  await expect(learned).toContainText('Voortaan: begeleiding begint voor de sleutel.')
  await expect(learned).toContainText('Zelfde arrangementtype')
  await discard(window)
})

test('seed 002 · wanneer is regie nodig: de vragenlijst bij een project, met bewaarde uitkomst', async ({
  app,
}) => {
  const { window } = app
  const name = 'Housing First Berkelland'
  await openPlanning(window)
  const panel = await openProject(window, name)
  await panel.getByRole('button', { name: 'Regie nodig?' }).press('Enter')

  await expect(panel.getByLabel(/^Waarover gaat het/)).toHaveValue(name)
  await expect(panel.getByTestId('advice')).toContainText('Nog geen advies')
  for (const question of [/meer leefgebieden/, /meer partners samenwerken/])
    await panel.getByRole('radiogroup', { name: question }).getByLabel('Ja').check({ force: true })
  await panel.getByLabel(/^Toelichting: .*leefgebieden/).fill('Schulden en zorg samen.')
  await expect(panel.getByTestId('advice')).toContainText('Regie lijkt nodig')
  await expect(panel.getByTestId('advice')).toContainText('De uitkomst kiest u samen')
  await panel
    .getByRole('radiogroup', { name: 'Uitkomst' })
    .getByLabel('Regie nodig', { exact: true })
    .check({ force: true })
  await panel.getByLabel('Wat doen we?').fill('De gemeente nodigt uit; elke partner houdt zijn eigen taak.')
  await keep(window)

  // Kept, and found from both sides.
  const row = window.getByTestId('check').filter({ hasText: 'De gemeente nodigt uit' })
  await expect(row).toContainText('Regie lijkt nodig')
  await row.getByRole('button', { name }).press('Enter')
  await expect(panel.getByLabel(/^Toelichting: .*leefgebieden/)).toHaveValue('Schulden en zorg samen.')
  await expectAccessible(window, 'the checklist')
  await panel.getByRole('link', { name }).press('Enter')
  await expect(panel.getByTestId('project-panel').getByRole('link', { name })).toBeVisible()
})

import type { Page } from '@playwright/test'
import { expect, test } from './support'
import { expectAccessibleInBoth, expectAllAccessible } from './support/accessibility'
import { discard, openProject } from './support/planning'

const SCREENS = [
  'Overzicht',
  'Opgave',
  'Palet',
  'Planning',
  'Capaciteit',
  'Reviewronde',
  'Overgangsbalans',
  'Wat als',
  'Rapport',
  'Logboek',
]
async function goTo(window: Page, screen: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Schermen' })
    .getByRole('link', { name: screen, exact: true })
    .click()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(screen)
}

async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await expect(window.getByTestId('overview-ready')).toBeVisible()
}

test('start and wizard have no accessibility faults', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await window.getByTestId('open-sample').waitFor()
  await expectAccessibleInBoth(app, 'start')
  await window.getByTestId('new-programme').click()
  await expectAccessibleInBoth(app, 'wizard, Achterhoek')
  await window.getByLabel('Andere regio').check()
  await window.getByTestId('wizard-next').click()
  await expectAccessibleInBoth(app, 'wizard, own region with mistakes')
  await window.getByLabel('Achterhoek', { exact: true }).check()
  await window.getByTestId('wizard-next').click()
  await window.getByTestId('wizard-next').click()
  await expectAccessibleInBoth(app, 'wizard, period with mistakes')
  await window.getByLabel('Naam van het programma').fill('Proef')
  await window.getByTestId('wizard-next').click()
  await window.getByLabel('Eigen verdeling').check()
  await expectAccessibleInBoth(app, 'wizard, ambition')
})

test('no screen has accessibility faults', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(window)
  await expectAllAccessible(app, SCREENS, (screen) => goTo(window, screen))
})

test('no explanation, project, timeline, board or balance has accessibility faults', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(window)
  await window.locator('.p-figure').first().click()
  await expect(window.getByRole('dialog')).toBeVisible()
  await expectAccessibleInBoth(app, 'explanation of a figure')
  await window.keyboard.press('Escape')
  await goTo(window, 'Planning')
  await window.getByLabel('Tijdlijn').check()
  await expectAccessibleInBoth(app, 'timeline')
  await window.getByLabel('Bord').check()
  await expectAccessibleInBoth(app, 'board')
  await window.getByLabel('Tabel').check()
  const panel = await openProject(window, 'Kamers met Kansen Borculo')
  await expectAccessibleInBoth(app, 'project')
  await panel.getByLabel('Fase nu').selectOption({ label: 'in gebruik' })
  await window.keyboard.press('Control+Enter')
  await expect(panel.locator('[aria-invalid="true"]').first()).toBeFocused()
  await expectAccessibleInBoth(app, 'project at its start gate')
  await discard(window)
  await goTo(window, 'Overgangsbalans')
  await window.getByTestId('balance-grid').locator('[data-cell="5:8"]').click()
  await expect(window.getByTestId('cell-panel')).toBeVisible()
  await expectAccessibleInBoth(app, 'cell of the transition balance')
  await window.keyboard.press('Escape')
  for (const tab of ['Uren begeleiding', 'Vastgestelde plannen']) {
    await window.getByRole('tab', { name: tab }).click()
    await expectAccessibleInBoth(app, `Overgangsbalans, ${tab}`)
  }
})

test('no panel, tab or dialog has accessibility faults', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await openSample(window)
  await goTo(window, 'Opgave')
  await expectAllAccessible(app, ['Ambitie', 'Mijlpalen', 'Verdeelsleutel', 'Gemeenten', 'Feiten'], (tab) =>
    window.getByRole('tab', { name: tab }).click(),
  )
  await goTo(window, 'Palet')
  await window.getByRole('button', { name: 'Housing First' }).click()
  await expectAccessibleInBoth(app, 'arrangement type')
  await window.getByRole('button', { name: 'Verwijderen' }).click()
  await expectAccessibleInBoth(app, 'question before removing')
  await window.keyboard.press('Escape')
  await window.keyboard.press('F1')
  await expectAccessibleInBoth(app, 'shortcuts')
})

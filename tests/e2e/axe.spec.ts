import type { Page } from '@playwright/test'
import { expect, test } from './support'
import { expectAccessible } from './support/accessibility'
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
const THEMES = [
  { name: 'light', item: 'Licht' },
  { name: 'dark', item: 'Donker' },
] as const

async function chooseTheme(window: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await window.getByTestId('theme').click()
  await window.getByRole('menuitem', { name: theme.item }).click()
  await expect(window.locator('html')).toHaveAttribute('data-theme', theme.name)
  await expect(window.getByRole('menu')).toBeHidden()
}

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

for (const theme of THEMES) {
  test(`start and wizard have no accessibility faults (${theme.name})`, async ({ app }) => {
    const { window } = app
    await app.resize(1366, 768)
    await window.getByTestId('open-sample').waitFor()
    await chooseTheme(window, theme)
    await expectAccessible(window, 'start')
    await window.getByTestId('new-programme').click()
    await expectAccessible(window, 'wizard, Achterhoek')
    await window.getByLabel('Andere regio').check()
    await window.getByTestId('wizard-next').click()
    await expectAccessible(window, 'wizard, own region with mistakes')
    await window.getByLabel('Achterhoek', { exact: true }).check()
    await window.getByTestId('wizard-next').click()
    await window.getByTestId('wizard-next').click()
    await expectAccessible(window, 'wizard, period with mistakes')
    await window.getByLabel('Naam van het programma').fill('Proef')
    await window.getByTestId('wizard-next').click()
    await window.getByLabel('Eigen verdeling').check()
    await expectAccessible(window, 'wizard, ambition')
  })

  test(`no screen has accessibility faults (${theme.name})`, async ({ app }) => {
    const { window } = app
    await app.resize(1366, 768)
    await openSample(window)
    await chooseTheme(window, theme)
    for (const screen of SCREENS) {
      await goTo(window, screen)
      await expectAccessible(window, screen)
    }
  })

  test(`no explanation, project, timeline, board or balance has accessibility faults (${theme.name})`, async ({
    app,
  }) => {
    const { window } = app
    await app.resize(1366, 768)
    await openSample(window)
    await chooseTheme(window, theme)
    await window.locator('.p-figure').first().click()
    await expect(window.getByRole('dialog')).toBeVisible()
    await expectAccessible(window, 'explanation of a figure')
    await window.keyboard.press('Escape')
    await goTo(window, 'Planning')
    await window.getByLabel('Tijdlijn').check()
    await expectAccessible(window, 'timeline')
    await window.getByLabel('Bord').check()
    await expectAccessible(window, 'board')
    await window.getByLabel('Tabel').check()
    const panel = await openProject(window, 'Kamers met Kansen Borculo')
    await expectAccessible(window, 'project')
    await panel.getByLabel('Fase nu').selectOption({ label: 'in gebruik' })
    await window.keyboard.press('Control+Enter')
    await expect(panel.locator('[aria-invalid="true"]').first()).toBeFocused()
    await expectAccessible(window, 'project at its start gate')
    await discard(window)
    await goTo(window, 'Overgangsbalans')
    await window.getByTestId('balance-grid').locator('[data-cell="5:8"]').click()
    await expect(window.getByTestId('cell-panel')).toBeVisible()
    await expectAccessible(window, 'cell of the transition balance')
    await window.keyboard.press('Escape')
    for (const tab of ['Uren begeleiding', 'Vastgestelde plannen']) {
      await window.getByRole('tab', { name: tab }).click()
      await expectAccessible(window, `Overgangsbalans, ${tab}`)
    }
  })

  test(`no panel, tab or dialog has accessibility faults (${theme.name})`, async ({ app }) => {
    const { window } = app
    await app.resize(1366, 768)
    await openSample(window)
    await chooseTheme(window, theme)
    await goTo(window, 'Opgave')
    for (const tab of ['Ambitie', 'Verdeelsleutel', 'Gemeenten', 'Feiten', 'Partners']) {
      await window.getByRole('tab', { name: tab }).click()
      await expectAccessible(window, `Opgave, ${tab}`)
    }
    await window.getByRole('button', { name: 'IrisZorg' }).click()
    await expectAccessible(window, 'partner')
    await window.keyboard.press('Escape')
    await goTo(window, 'Palet')
    await window.getByRole('button', { name: 'Housing First' }).click()
    await expectAccessible(window, 'arrangement type')
    await window.getByRole('button', { name: 'Verwijderen' }).click()
    await expectAccessible(window, 'question before removing')
    await window.keyboard.press('Escape')
    await window.keyboard.press('F1')
    await expectAccessible(window, 'shortcuts')
  })
}

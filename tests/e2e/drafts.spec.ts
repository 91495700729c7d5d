import type { Page } from '@playwright/test'
import { expect, test } from './support'
import { openProject } from './support/planning'
import { unlock } from './support/vault'

// What was typed and not saved comes back after a lock, and can be thrown away.

const NAME = /^Naam( \(verplicht\))?$/
const restored = (window: Page) =>
  window.getByText(/Niet bewaarde wijzigingen van \d\d:\d\d zijn teruggezet\./)

async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

async function lockAndUnlock(window: Page): Promise<void> {
  await window.keyboard.press('Control+L')
  await unlock(window)
}

async function throwAway(window: Page): Promise<void> {
  await window.getByTestId('discard-restored').click()
  await expect(restored(window)).toBeHidden()
}

test('a project: back in its panel, also after a second lock, until it is saved or thrown away', async ({
  app: { window },
}) => {
  test.setTimeout(120_000)
  await openSample(window)
  await window.keyboard.press('Control+4')
  await openProject(window, 'Omklapwoningen Aalten')
  const name = window.getByTestId('project-panel').getByLabel(NAME)
  await name.fill('Omklapwoningen aan de haven')
  await lockAndUnlock(window)
  await expect(restored(window)).toBeVisible()
  await expect(name).toHaveValue('Omklapwoningen aan de haven')
  await lockAndUnlock(window)
  await expect(name).toHaveValue('Omklapwoningen aan de haven')
  await throwAway(window)
  await expect(name).toHaveValue('Omklapwoningen Aalten')
  await lockAndUnlock(window)
  await expect(name).toHaveValue('Omklapwoningen Aalten')
  await expect(restored(window)).toBeHidden()

  await name.fill('Omklapwoningen aan de kade')
  await lockAndUnlock(window)
  await expect(restored(window)).toBeVisible()
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(restored(window)).toBeHidden()
  await lockAndUnlock(window)
  await expect(name).toHaveValue('Omklapwoningen aan de kade')
  await expect(restored(window)).toBeHidden()
})

test('a form of the programme, and a panel that has no address of its own', async ({ app: { window } }) => {
  await openSample(window)
  await window.keyboard.press('Control+2')
  const region = window.getByLabel('Regio')
  await region.fill('Achterhoek en omstreken')
  await lockAndUnlock(window)
  await expect(region).toHaveValue('Achterhoek en omstreken')
  await throwAway(window)
  await expect(region).toHaveValue('Achterhoek')

  await window.getByRole('link', { name: 'Partners', exact: true }).click()
  await window.getByRole('button', { name: 'Partner toevoegen' }).click()
  const partner = window.getByRole('dialog').getByLabel(NAME)
  await partner.fill('Stichting De Uitkijk')
  await lockAndUnlock(window)
  await expect(partner).toHaveValue('Stichting De Uitkijk')
  await throwAway(window)
  await expect(partner).toBeHidden()
})

test('a report: the part that may not be saved yet', async ({ app: { window } }) => {
  await openSample(window)
  await window.keyboard.press('Control+6')
  await window.getByTestId('report-ready').waitFor()
  const title = window.getByLabel(NAME)
  await title.fill('')
  await lockAndUnlock(window)
  await expect(restored(window)).toBeVisible()
  await expect(title).toHaveValue('')
  await throwAway(window)
  await expect(title).not.toHaveValue('')
})

test('the wizard, which belongs to no programme', async ({ app: { window } }) => {
  await window.getByTestId('new-programme').click()
  await window.getByTestId('wizard-next').click()
  const name = window.getByLabel('Naam van het programma')
  await name.fill('Thuis in Zuid')
  await lockAndUnlock(window)
  await expect(restored(window)).toBeVisible()
  await expect(name).toHaveValue('Thuis in Zuid')
  await window.getByRole('button', { name: 'Annuleren' }).click()
  await expect(window.getByTestId('new-programme')).toBeVisible()
  await lockAndUnlock(window)
  await expect(window.getByTestId('new-programme')).toBeVisible()
})

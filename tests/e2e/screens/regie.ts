import type { Page } from '@playwright/test'
import { panelOf } from '../support/planning'
import type { Picture } from './tour'

const PLACES = [
  'Partners',
  'Trajecten',
  'Afspraken',
  'Besluiten',
  'Tafels',
  "Dilemma's",
  'Buurt',
  'Leren',
] as const

async function goToPlace(window: Page, place: string): Promise<void> {
  await window
    .getByRole('navigation', { name: 'Schermen' })
    .getByRole('link', { name: place, exact: true })
    .click()
  await window.getByRole('heading', { level: 1 }).waitFor()
}

/** Every screen of the network, each of its tabs, and the record that a link opens. */
export async function network(window: Page, picture: Picture): Promise<void> {
  for (const place of PLACES) {
    await goToPlace(window, place)
    const tabs = await window.getByRole('tab').allInnerTexts()
    if (tabs.length === 0) await picture(place)
    for (const tab of tabs) {
      await window.getByRole('tab', { name: tab }).click()
      await picture(`${place}, ${tab.split('\n')[0] ?? ''}`)
    }
  }
  for (const [typed, what] of RECORDS) {
    await window.keyboard.press('Control+k')
    await window.keyboard.type(typed)
    if (what === 'search') await picture('search')
    await window.getByRole('option').first().click()
    await picture(`record, ${what}`)
    if (await panelOf(window).isVisible()) await window.keyboard.press('Escape')
  }
}

/** What is typed in the search, and what it finds. */
const RECORDS = [
  ['uitstel gebouw winterswijk', 'agreement over its date'],
  ['tweede verdieping besluit', 'decision'],
  ['begeleiding inzetten', 'mandate'],
  ['site', 'search'],
  ['een huis zonder adres', 'creative session'],
  ['stuurgroep 14 oktober', 'session'],
  ['duidelijke lijnen', 'dilemma'],
  ['doetinchem-oost', 'neighbourhood'],
  ['lang genoeg', 'lesson'],
] as const

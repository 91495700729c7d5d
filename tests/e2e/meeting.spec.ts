import { expect, test } from './support'
import { tabTo, typeLine } from './support/keyboard'
import { minutesOf, saveMinutes } from './support/sessions'

// Not one click: the mouse stays in the bag.

const ACTIONS = [
  'actie: sleutels regelen @Sité voor 12 december 2031',
  'actie: bewoners uitnodigen @IrisZorg voor 15-1-2032',
  'actie: begroting sturen @Leger des Heils',
  'actie: planning naast elkaar leggen @Wonion uiterlijk 31-12-2031',
  'actie: lijst bijwerken @Plavei op 1-12-2031',
]

test('een overleg van een uur, alleen met het toetsenbord: agenda, zes acties, een besluit met tegengeluid, een dilemma verschoven, verslag als PDF', async ({
  app,
}) => {
  const { window } = app
  const { keyboard } = window
  const lines = window.getByTestId('line')
  const line = window.getByTestId('minutes-line')
  await app.resize(1366, 768)
  await tabTo(window, window.getByTestId('open-sample'))
  await keyboard.press('Enter')
  await window.getByTestId('overview-ready').waitFor()

  // A session of today at the table of the region.
  await keyboard.press('Control+K')
  await tabTo(window, window.getByRole('combobox', { name: 'Zoeken in het programma' }))
  await keyboard.type('tafels')
  await expect(window.getByRole('option', { selected: true })).toContainText('Tafels')
  await keyboard.press('Enter')
  await window.getByTestId('tables-ready').waitFor()
  await tabTo(window, window.getByRole('link', { name: /^Kerngroep/ }).first())
  await keyboard.press('Enter')
  await tabTo(window, window.getByTestId('plan-session'))
  await keyboard.press('Enter')
  await tabTo(window, window.getByRole('dialog', { name: 'Sessie plannen' }).getByLabel('Naam'))
  await typeLine(window, 'Kerngroep zonder muis')
  await window.getByTestId('session-page').waitFor()
  await expect(line).toBeFocused()

  // The agenda: all that is proposed, an item of our own, another order.
  await keyboard.press('Alt+1')
  await expect(window.getByTestId('propose-agenda')).toBeFocused()
  await keyboard.press('Enter')
  await expect(window.getByTestId('take-agenda')).toBeFocused()
  await keyboard.press('Enter')
  const items = window.getByTestId('agenda-item')
  await expect(items.nth(2)).toBeVisible()
  const proposed = await items.count()
  await tabTo(window, window.getByTestId('own-item'))
  await typeLine(window, 'Hoe houden we dit een uur?')
  await expect(items).toHaveCount(proposed + 1)
  await keyboard.press('Shift+Tab')
  await keyboard.press('Alt+ArrowUp')
  await expect(items.nth(proposed - 1)).toContainText('Hoe houden we dit een uur?')
  await expect(items.nth(proposed - 1).getByRole('button')).toBeFocused()

  // Who is there.
  await keyboard.press('Alt+2')
  for (let partner = 0; partner < 4; partner += 1) {
    await keyboard.press('Space')
    await keyboard.press('Tab')
  }
  await expect(window.getByTestId('present').getByRole('checkbox', { checked: true })).toHaveCount(4)
  await expect(window.getByTestId('session-state')).toHaveText('gehouden')
  await expect(window.getByText(/zaten niet aan tafel|niet aanwezig: /).first()).toBeVisible()

  // The minutes, while people talk.
  await keyboard.press('Alt+3')
  for (const action of ACTIONS) await typeLine(window, action)
  await keyboard.type('actie: gesprek met de buurt voorbereiden')
  await keyboard.press('Enter')
  await expect(line).toHaveAttribute('aria-invalid', 'true')
  await expect(window.getByText(/^Van wie is deze actie\?/).first()).toBeVisible()
  await keyboard.type(' @prowo')
  await expect(window.getByRole('option', { name: 'ProWonen' })).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.type('voor 20-1-2032')
  await expect(window.getByText('Wordt een actie van ProWonen, klaar op 20 januari 2032.')).toBeVisible()
  await keyboard.press('Enter')
  await expect(lines).toHaveCount(6)
  await expect(lines.nth(0)).toContainText('actie van Sité, klaar op 12 december 2031')
  await expect(lines.nth(5)).toContainText('actie van ProWonen, klaar op 20 januari 2032')
  await typeLine(window, 'Dit had er niet moeten staan.')
  await expect(lines).toHaveCount(7)
  await keyboard.press('Control+Z')
  await expect(lines).toHaveCount(6)
  await typeLine(window, 'besluit: de nachtopvang sluit in mei 2032')
  await typeLine(window, 'tegengeluid: dat is te vroeg @Leger des Heils')
  await expect(lines.nth(6)).toContainText('besluit gevraagd, 1 keer tegengeluid')
  await typeLine(window, 'dilemma: de buurt eerst / de bewoner eerst')
  await expect(lines).toHaveCount(9)

  // The dilemma: another place on its line, and why.
  await tabTo(window, lines.nth(8).getByRole('button'), 'Shift+Tab')
  await keyboard.press('Enter')
  await expect(window.getByRole('menuitem', { name: 'Verbeteren' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  const place = window.getByTestId('dilemma-place')
  await expect(place).toBeFocused()
  for (let step = 0; step < 4; step += 1) await keyboard.press('ArrowRight')
  await keyboard.press('Tab')
  await typeLine(window, 'Wie nu op straat staat, kan niet wachten.')
  await expect(place).toBeHidden()
  await expect(lines.nth(8)).toContainText('dilemma, nu meer naar de bewoner eerst')

  await keyboard.press('Alt+4')
  await keyboard.type('Een datum om naar toe te werken.')
  await keyboard.press('Tab')
  await keyboard.type('Twee buren boden hulp aan.')

  await keyboard.press('Alt+5')
  await expect(window.getByTestId('session-report')).toBeFocused()
  await saveMinutes(app, 'verslag.pdf')
  const { flat } = minutesOf(app, 'verslag.pdf')
  for (const words of [
    'Wie in de Achterhoek dakloos is of dreigt te worden',
    'Verslag Kerngroep zonder muis',
    'Hoe houden we dit een uur?',
    'Sleutels regelen',
    '12 december 2031',
    '20 januari 2032',
    'De nachtopvang sluit in mei 2032 (gevraagd)',
    'Tegengeluid van Leger des Heils: Dat is te vroeg',
    'Meer naar de bewoner eerst',
    'Wie nu op straat staat, kan niet wachten.',
    'Een datum om naar toe te werken.',
    'Twee buren boden hulp aan.',
  ])
    expect(flat).toContain(words)
  expect(flat).not.toContain('Dit had er niet moeten staan.')
})

import { expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { atScreen, keep, openRegie } from './support/regie'

test("seed 000 · dilemma's en spanning: een plek op de lijn met reden, nooit opgelost", async ({ app }) => {
  const { window } = app
  await openRegie(app, '#/dilemmas')
  const panel = window.locator('.p-side-panel')
  await window.getByRole('button', { name: 'Dilemma toevoegen' }).press('Enter')
  await panel.getByLabel(/^Dilemma /).fill('Snel bouwen en samen bouwen')
  await panel.getByLabel(/^Eerste pool/).fill('snelheid')
  await panel.getByLabel(/^Tweede pool/).fill('draagvlak')
  await keep(window)

  // There is no way to close it, and the screen says why.
  await expect(window.getByText('Er is hier geen knop "opgelost".', { exact: false })).toBeVisible()
  await expect(window.getByRole('button', { name: /opgelost|afsluiten|klaar/i })).toHaveCount(0)
  const card = window.getByRole('article', { name: 'Snel bouwen en samen bouwen' })
  await expect(card).toContainText('Nog geen plek gekozen')

  // By keyboard: three steps towards the second pole. Without a reason nothing moves.
  await card.getByRole('button', { name: 'Plek kiezen' }).press('Enter')
  const line = panel.getByLabel('Plek op de lijn')
  await expect(line).toBeFocused()
  for (let step = 0; step < 3; step++) await window.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuetext', 'iets meer naar draagvlak')
  await panel.getByRole('button', { name: 'Bewaren' }).press('Enter')
  await expect(panel.getByText('Schrijf op waarom we hier nu staan.')).toBeVisible()
  await panel.getByLabel(/^Waarom staan we hier nu/).fill('De buurt vroeg om meer tijd.')
  await keep(window)
  await expect(card).toContainText('Nu iets meer naar draagvlak')

  // The next place leaves the earlier one on the line, with its reason.
  await card.getByRole('button', { name: 'Verschuiven' }).press('Enter')
  for (let step = 0; step < 8; step++) await line.press('ArrowLeft')
  await panel.getByLabel(/^Waarom staan we hier nu/).fill('De winteropvang gaat eerder dicht.')
  await expectAccessibleInBoth(app, "dilemma's and a move")
  await keep(window)
  await expect(card).toContainText('Nu meer naar snelheid')
  await expect(card.getByRole('img')).toHaveAccessibleName(
    /Nu meer naar snelheid.*Eerder: .*iets meer naar draagvlak/,
  )
  await card.getByText('1 eerdere plek').click()
  await expect(card.getByText('De buurt vroeg om meer tijd.')).toBeVisible()

  // Once there is a place on the line it stays for good.
  await card.getByRole('button', { name: 'Bekijken' }).press('Enter')
  await expect(panel.getByText('Plekken op de lijn, nieuwste eerst')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Verwijderen' })).toHaveCount(0)
  await window.keyboard.press('Escape')
  await atScreen(window, "Dilemma's")
})

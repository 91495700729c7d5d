import { expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { keep, openRegie } from './support/regie'

test('seed 001 · zorg voor de buurt: plan, aanspreekpunt, afspraken en signalen zonder mensen erin', async ({
  app,
}) => {
  const { window } = app
  await openRegie(app, '#/buurt')
  const panel = window.locator('.p-side-panel')
  await window.getByRole('button', { name: 'Buurt toevoegen' }).press('Enter')
  await expect(panel.getByText('Hier horen geen mensen in.', { exact: false })).toBeVisible()
  await panel.getByLabel(/^Buurt \(/).fill('De Pol')
  await panel.getByLabel('Gemeente').selectOption({ label: 'Doetinchem' })
  await panel.getByLabel('Aanspreekpunt').fill('wijkregisseur')
  await panel.getByLabel('Buurtplan').fill('Kennismaken voor de start, daarna elk kwartaal een buurtgesprek.')
  await panel.getByRole('button', { name: 'Afspraak toevoegen' }).click()
  await panel.getByLabel(/^Wat is afgesproken/).fill('Binnen een dag antwoord op een melding.')
  await panel.getByRole('button', { name: 'Indruk toevoegen' }).click()
  await panel.getByLabel(/^Waaraan merken we dat/).fill('Er is een actieve bewonersgroep.')

  // A person in a signal is refused where it is typed, and nothing of the form is lost.
  await panel.getByRole('button', { name: 'Signaal noteren' }).click()
  const signal = panel.getByLabel(/^Wat speelt er/)
  await signal.fill('Mevrouw Jansen belt over geluid')
  await panel.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(signal).toHaveAccessibleDescription(/de naam van een persoon/)
  await expect(signal).toBeFocused()
  await signal.fill('Geluid in de avond bij het fietspad')
  await expectAccessibleInBoth(app, 'a neighbourhood in its panel')
  await keep(window)

  const card = window.getByRole('article', { name: 'De Pol' })
  await expect(card).toContainText('wijkregisseur')
  await expect(card).toContainText('Binnen een dag antwoord op een melding.')
  await expect(card).toContainText('Draagkracht: in balans')
  await expect(card).toContainText('1, waarvan 1 open')
  await expect(window.getByText('Dit is een indruk', { exact: false })).toBeVisible()

  // Open signals stand on top until there is a follow-up.
  const open = window.getByTestId('open-signals').getByRole('listitem').filter({ hasText: 'De Pol' })
  await expect(open).toContainText('Geluid in de avond bij het fietspad')
  await open.getByRole('button', { name: /^Vervolg noteren/ }).click()
  const followUp = panel.getByLabel('Vervolg', { exact: true })
  await expect(followUp).toBeFocused()
  await followUp.fill('Besproken met de buurt: na tien uur blijft het hek dicht.')
  await keep(window)
  await expect(open).toHaveCount(0)
  await expect(card).toContainText('1, waarvan 0 open')
})

test('seed 004 · overheidsparticipatie: een initiatief van bewoners krijgt een vervolg', async ({ app }) => {
  const { window } = app
  await openRegie(app, '#/buurt?nieuw=municipalities:GM0197')
  const panel = window.locator('.p-side-panel')
  await panel.getByLabel(/^Buurt \(/).fill('Kern Bredevoort')
  await panel.getByRole('button', { name: 'Signaal noteren' }).click()
  await panel.getByLabel('Soort').selectOption({ label: 'Initiatief van bewoners' })
  await panel
    .getByLabel(/^Wat speelt er/)
    .fill('Bewoners willen zelf een welkom organiseren voor nieuwe buren.')
  await keep(window)

  const open = window.getByTestId('open-signals').getByRole('listitem').filter({ hasText: 'Kern Bredevoort' })
  await expect(open).toContainText('Initiatief van bewoners')
  await open.getByRole('button', { name: /^Vervolg noteren/ }).press('Enter')
  const help = panel.getByLabel('Hoe helpen we verder?')
  await expect(help).toHaveAccessibleDescription(/Bewoners houden het initiatief/)
  await help.fill('De gemeente regelt de zaal; de bewoners bepalen het programma.')
  await keep(window)
  await expect(open).toHaveCount(0)
  await window
    .getByRole('article', { name: 'Kern Bredevoort' })
    .getByRole('button', { name: 'Bekijken' })
    .click()
  await panel.getByText(/^Initiatief van bewoners, /).click()
  await expect(help).toHaveValue(/de bewoners bepalen het programma/)
  await expect(panel.getByLabel('Vervolg gegeven op')).toHaveValue(/^\d\d-\d\d-\d{4}$/)
  await window.keyboard.press('Escape')
})

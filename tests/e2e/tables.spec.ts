import { type App, expect, test } from './support'
import { expectAccessibleInBoth } from './support/accessibility'
import { saveCopy } from './support/copies'
import { photo, segmentsOf } from './support/photo'
import { goToAddress, minutesOf, saveMinutes } from './support/sessions'
import { openSample } from './screens/tour'

async function openAt(app: App, address: string): Promise<void> {
  await app.resize(1366, 768)
  await openSample(app.window)
  await goToAddress(app, address)
}

test('seed 003 · casus los van taken, waarom-vragen van buiten: de creatieve sessie', async ({ app }) => {
  const { window } = app
  await openAt(app, '/tafels?tafel=tafel-kerngroep')
  await expect(window.getByTestId('session-row').filter({ hasText: 'Een huis zonder adres' })).toContainText(
    'creatieve sessie',
  )
  await expectAccessibleInBoth(app, 'the tables')

  await window.getByTestId('plan-creative').click()
  const panel = window.getByRole('dialog', { name: 'Sessie plannen' })
  await panel.getByLabel('Naam').fill('De auto als huis')
  await panel.getByRole('button', { name: 'Bewaren' }).click()
  const card = window.getByTestId('creative')
  await expect(card.getByLabel('Deze casus is bedacht')).toBeChecked()
  await card.getByLabel('Casus', { exact: true }).fill('Een vader met twee kinderen slaapt in een auto.')
  await card.getByLabel('Waarom-vragen van buiten').fill('Waarom wacht hij op drie loketten?')
  await card.getByLabel('Ideeën').fill('Een sleutel op de eerste dag.')
  await card.getByLabel('Oplossing').fill('Eén loket, drie handtekeningen.')
  await card.getByLabel('Oplossing').blur()
  await expectAccessibleInBoth(app, 'a creative session')

  await saveMinutes(app, 'creatief.pdf')
  const { flat } = minutesOf(app, 'creatief.pdf')
  for (const words of [
    'creatieve sessie',
    'Casus (bedacht, niet echt gebeurd) Een vader met twee kinderen slaapt in een auto.',
    'Waarom-vragen van buiten Waarom wacht hij op drie loketten?',
    'Ideeën Een sleutel op de eerste dag.',
    'Oplossing Eén loket, drie handtekeningen.',
  ])
    expect(flat).toContain(words)
})

test('seed 003 · bijvangst: resultaat en bijvangst staan naast elkaar, ook in het verslag', async ({
  app,
}) => {
  const { window } = app
  await openAt(app, '/tafels/sessie-uitvoering-2')
  const sideBenefits = window.getByTestId('yield').getByLabel('Bijvangst')
  await sideBenefits.fill('De coach kende de wijkagent al.')
  await sideBenefits.blur()
  await saveMinutes(app, 'bijvangst.pdf')
  const { laidOut, flat } = minutesOf(app, 'bijvangst.pdf')
  expect(laidOut).toMatch(/^\s*Resultaat {3,}Bijvangst\s*$/m)
  expect(flat).toContain('De coach kende de wijkagent al.')

  await window.getByRole('link', { name: 'Uitvoeringstafel', exact: true }).first().click()
  const row = window.getByTestId('session-row').filter({ hasText: '29 oktober 2026' })
  await expect(row.getByRole('cell').nth(3)).toHaveText(/een coach gevonden/)
  await expect(row.getByRole('cell').nth(4)).toHaveText('De coach kende de wijkagent al.')
})

test('seed 004 · graphic recording: een beeld bij een sessie, zonder wat de camera erbij schreef', async ({
  app,
}) => {
  const { window } = app
  await openAt(app, '/tafels/sessie-kern-2')
  const card = window.getByTestId('pictures')
  const add = card.getByTestId('add-picture')

  app.writeFile('geen-foto.jpg', 'Dit is een brief.')
  await app.openDialogAnswers('geen-foto.jpg')
  await add.click()
  await expect(window.getByText(/^Dit bestand is geen beeld dat Palet kan lezen\./)).toBeVisible()

  const taken = await photo(window, 'Doetinchem 51.9650 6.2880')
  expect(taken.includes('Exif')).toBe(true)
  app.writeFile('praatplaat.jpg', taken.subarray(0, 400))
  await app.openDialogAnswers('praatplaat.jpg')
  await add.click()
  await expect(window.getByText(/^Dit (beeld is beschadigd|bestand is geen beeld)/).first()).toBeVisible()
  app.writeFile('praatplaat.jpg', taken)
  await add.click()
  const dialog = window.getByRole('dialog', { name: 'Beeld toevoegen' })
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  await expect(dialog.getByText(/^Schrijf in een paar woorden/)).toBeVisible()
  await dialog.getByLabel('Bijschrift').fill('Praatplaat van de kerngroep')
  await dialog.getByRole('button', { name: 'Bewaren' }).click()
  const shown = card.getByRole('img', { name: 'Praatplaat van de kerngroep' })
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([1600, 1200])

  await saveMinutes(app, 'beeld.pdf')
  expect(minutesOf(app, 'beeld.pdf').flat).toContain('Praatplaat van de kerngroep')
  await saveCopy(app, 'kopie.palet', null)
  const file: { data: { pictures: readonly { content: string; type: string }[] } } = JSON.parse(
    app.readFile('kopie.palet').toString('utf8'),
  )
  const [picture] = file.data.pictures
  const stored = Buffer.from(picture?.content ?? '', 'base64')
  expect(picture?.type).toBe('image/jpeg')
  expect(stored.length).toBeLessThan(300_000)
  for (const trace of ['Exif', 'Doetinchem', '51.9650', 'Camera van de griffie']) {
    expect(taken.includes(trace)).toBe(true)
    expect(stored.includes(trace)).toBe(false)
    expect(app.readFile('beeld.pdf').includes(trace)).toBe(false)
  }
  // Nothing but what it takes to draw: tables, size, pixels, the mark of the format and the colours of the screen (e2).
  expect(segmentsOf(taken)).toEqual(expect.arrayContaining(['e1', 'fe']))
  expect(segmentsOf(stored).filter((marker) => /^(fe|e[13-9a-f])$/.test(marker))).toEqual([])
})

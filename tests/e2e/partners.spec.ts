import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support'
import { expectAccessible, expectAccessibleInBoth } from './support/accessibility'
import { openSample } from './support/backups'

interface Sample {
  readonly partners: readonly { readonly id: string; readonly name: string; readonly perspective: string }[]
  readonly meetingTables: readonly { readonly id: string; readonly name: string }[]
  readonly sessions: readonly {
    readonly tableId: string
    readonly held: boolean
    readonly invitedIds: readonly string[]
    readonly presentIds: readonly string[]
  }[]
}

const { data: sample } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../resources/sample/achterhoek.palet'), 'utf8'),
) as { data: Sample }

async function open(window: Page, hash: string): Promise<void> {
  await openSample(window)
  await window.evaluate((to) => {
    location.hash = to
  }, hash)
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Partners')
}

const tab = (window: Page, name: RegExp): Locator => window.getByRole('tab', { name })
const card = (window: Page, name: string): Locator =>
  window.getByRole('listitem').filter({ has: window.getByRole('button', { name, exact: true }) })
const save = (panel: Locator): Promise<void> =>
  panel.getByRole('button', { name: 'Bewaren', exact: true }).click()

test('seed 001 · het hele systeem in de kamer: wie aan welke tafel zat en wiens perspectief ontbreekt', async ({
  app,
}) => {
  const { window } = app
  await open(window, '#/partners?deel=deelname')
  await window.getByLabel('Alles').check()
  await expect(window.getByTestId('last-time')).toContainText(
    /^Bewoners ontbraken de laatste keer aan \p{L}/u,
  )
  await expect(window.getByTestId('last-time')).toContainText(
    /Ervaringsdeskundigen ontbraken de laatste keer aan/,
  )

  // Every figure is a plain count of sessions.
  const grid = window.getByRole('grid', { name: 'Deelname van partners aan tafels' })
  const heads = await grid.getByRole('columnheader').allInnerTexts()
  const tables = heads.slice(1).map((head) => head.split('\n')[0])
  expect([...tables].sort()).toEqual(sample.meetingTables.map((table) => table.name).sort())
  for (const partner of sample.partners) {
    const row = grid
      .getByRole('row')
      .filter({ has: window.getByRole('rowheader', { name: partner.name, exact: true }) })
    const expected = tables.map((name) => {
      const tableId = sample.meetingTables.find((table) => table.name === name)?.id
      const held = sample.sessions.filter((session) => session.tableId === tableId && session.held)
      const there = held.filter((session) => session.presentIds.includes(partner.id)).length
      const asked = held.filter((s) => [...s.invitedIds, ...s.presentIds].includes(partner.id)).length
      return asked === 0 ? 'niet uitgenodigd' : `${String(there)} van ${String(asked)}`
    })
    expect(await row.getByRole('gridcell').allInnerTexts(), partner.name).toEqual(expected)
  }

  // By keyboard: what is behind a figure, and back.
  const iris = grid.getByRole('rowheader', { name: 'IrisZorg' })
  await iris.focus()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Enter')
  const panel = window.getByRole('dialog', { name: 'IrisZorg aan Kerngroep' })
  await expect(panel.getByRole('link', { name: '6 oktober 2026: Kerngroep' })).toBeVisible()
  await expect(panel.getByText('was erbij').first()).toBeVisible()
  await expect(panel.getByText('Ontbrak: Leger des Heils.')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(grid.locator('td[tabindex="0"]')).toBeFocused()

  const decisions = window.getByTestId('incomplete-decisions')
  await expect(
    decisions.getByRole('row', { name: /^Tweede verdieping .*ervaringsdeskundigen/i }),
  ).toBeVisible()
})

test('seed 002 · gelijkwaardig, ieder eigen perspectief: partners naast elkaar', async ({ app }) => {
  const { window } = app
  await app.resize(1366, 768)
  await open(window, '#/opgave?deel=partners')
  const cards = window.getByRole('list', { name: 'Partners naast elkaar' }).locator('> li')
  await expect(cards).toHaveCount(sample.partners.length)
  const names = await cards.getByRole('heading').allInnerTexts()
  expect(names).toEqual([...names].sort(new Intl.Collator('nl').compare))
  const sizes = await cards.evaluateAll((all) =>
    all.map((one) => `${String(one.clientWidth)} × ${String(one.clientHeight)}`),
  )
  expect(new Set(sizes).size).toBe(1)
  for (const { name, perspective } of sample.partners)
    await expect(card(window, name)).toContainText(perspective)

  // Experts by experience and residents are partners like all others.
  const parts = async (name: string): Promise<string[]> => card(window, name).locator('dt').allInnerTexts()
  expect(await parts('Ervaringsdeskundigen')).toEqual(await parts('Gemeente Doetinchem'))

  await window.getByRole('button', { name: 'Ervaringsdeskundigen', exact: true }).press('Enter')
  const panel = window.getByRole('dialog', { name: 'Ervaringsdeskundigen' })
  await panel.getByLabel('Eigen perspectief').fill('Vraag ons eerst, en begin dan.')
  await panel.getByLabel('Bereikbaarheid').fill('via de coördinator, op dinsdag')
  await save(panel)
  await expect(card(window, 'Ervaringsdeskundigen')).toContainText('Vraag ons eerst, en begin dan.')
  await expect(card(window, 'Ervaringsdeskundigen')).toContainText('via de coördinator, op dinsdag')

  await window.getByLabel('Zoek een partner').fill('wijkr')
  await expect(cards).toHaveCount(1)
  await window.getByLabel('Zoek een partner').fill('')
  await window.getByLabel('Tabel', { exact: true }).check()
  await expect(window.getByRole('table', { name: 'Partners' }).getByRole('row')).toHaveCount(names.length + 1)
})

test('seed 002 · niemand kan dit zonder de ander: toezegging per partner', async ({ app }) => {
  const { window } = app
  await open(window, '#/partners?deel=toezeggingen')
  await window.getByRole('button', { name: 'Toezegging toevoegen' }).click()
  const panel = window.getByRole('dialog', { name: 'Nieuwe toezegging' })
  await panel.getByLabel(/^Toezegging/).fill('Kamers in Wehl')
  await panel.getByLabel('Hoeveel').fill('9')
  await panel.getByLabel('Voorwaarden').fill('Begeleiding staat klaar.')
  await panel.getByLabel('Vanaf').fill('1-3-2027')
  await panel.getByLabel('Tot en met').fill('1-2-2027')
  await save(panel)
  await expect(panel).toContainText('Kies de partner die dit toezegt.')
  await expect(panel).toContainText('Deze datum ligt voor het begin.')
  await panel.getByLabel(/^Partner/).selectOption('Sité')
  await panel.getByLabel('Tot en met').fill('31-12-2028')
  await panel.getByRole('combobox', { name: 'Zoek wat erbij hoort' }).fill('Stuurgroep')
  await window
    .getByRole('option', { name: /Stuurgroep/ })
    .first()
    .click()
  await save(panel)
  const row = window.getByTestId('commitments').getByRole('row', { name: /Kamers in Wehl/ })
  await expect(row).toContainText(
    /Sité.*9 plekken.*01-03-2027.*31-12-2028.*toegezegd.*Begeleiding staat klaar/,
  )

  // Both on the card: what this partner brings, and whom it can't do without.
  await tab(window, /^Partners/).click()
  await expect(card(window, 'Sité').locator('[data-part="promised"]')).toHaveText('21 plekken')
  await expect(card(window, 'Sité').locator('[data-part="waiting"]')).toContainText(
    /^wacht op Gemeente Aalten; .* wacht op deze partner$/,
  )
  await window.getByRole('button', { name: 'Sité', exact: true }).click()
  const partner = window.getByRole('dialog', { name: 'Sité' })
  // A link to another tab asks first when something would be lost.
  await partner.getByLabel('Notitie').fill('Half geschreven')
  await partner.getByRole('link', { name: 'Kamers in Wehl' }).click()
  await window.getByRole('alertdialog').getByRole('button', { name: 'Niet bewaren' }).click()
  const opened = window.getByRole('dialog', { name: 'Kamers in Wehl' })
  await opened.getByLabel('Stand').selectOption('Waargemaakt')
  await save(opened)
  await tab(window, /^Partners/).click()
  await expect(card(window, 'Sité').locator('[data-part="promised"]')).toHaveText(
    '21 plekken, waarvan 9 plekken waargemaakt',
  )
})

test('seed 002 · erken het gezamenlijke doel: onderschreven door wie en wanneer, eigen kijk ernaast', async ({
  app,
}) => {
  const { window } = app
  await open(window, '#/partners')
  const sentence = window.getByTestId('goal-sentence')
  await expect(sentence).toContainText('14 van de 20 partners')
  const goal = card(window, 'Moviera').locator('[data-part="goal"]')
  await expect(goal).toHaveText('nog niet gevraagd')

  await window.getByRole('button', { name: 'Moviera', exact: true }).click()
  const panel = window.getByRole('dialog', { name: 'Moviera' })
  await panel.getByLabel('Onderschrijft het gezamenlijke doel').check()
  await panel.getByLabel('Onderschreven op').fill('3-11-2026')
  await save(panel)
  await expect(panel).toContainText('Vul in welke rol bij de partner dit zei')
  await panel.getByLabel(/^Onderschreven door/).fill('bestuurder')
  await save(panel)
  await expect(goal).toHaveText('onderschreven op 3 november 2026 door bestuurder')
  await expect(card(window, 'Moviera')).toContainText('bij gezinnen gaat veiligheid voor alles')
  await expect(sentence).toContainText('15 van de 20 partners')
  await window.keyboard.press('Control+Z')
  await expect(goal).toHaveText('nog niet gevraagd')
})

test('seed 004 · rechtmatig, presterend, netwerkend, participerend: de mix per gemeente blijft zichtbaar', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await open(window, '#/partners?deel=rollen')
  await expect(window.getByText('Een vraag om over te praten, geen score.')).toBeVisible()
  const doetinchem = window.getByTestId('roles-GM0222')
  const mixes = doetinchem.getByRole('img')
  const before = await mixes.count()
  const oldest = await mixes.last().getAttribute('aria-label')

  await window.getByRole('button', { name: 'Rollen van Doetinchem toevoegen' }).click()
  const panel = window.getByRole('dialog', { name: 'Rollen van Doetinchem, nieuw' })
  const numbers = [
    ['Rechtmatig', '20'],
    ['Presterend', '20'],
    ['Netwerkend', '35'],
    ['Participerend', '20'],
  ] as const
  for (const [role, number] of numbers) await panel.getByRole('textbox', { name: role }).fill(number)
  await expect(panel.getByText('Nog 5 te verdelen.')).toBeVisible()
  await save(panel)
  await expect(panel.getByText('De rollen tellen op tot 95. Maak er samen 100 van.')).toBeVisible()
  await panel.getByRole('textbox', { name: 'Participerend' }).fill('25')
  await panel.getByLabel('Waarom').fill('De wijkraad begon zelf.')
  await expectAccessibleInBoth(app, 'Partners, rollen')
  await save(panel)

  await expect(mixes).toHaveCount(before + 1)
  await expect(mixes.first()).toHaveAccessibleName(
    'rechtmatig 20, presterend 20, netwerkend 35 en participerend 25',
  )
  expect(await mixes.last().getAttribute('aria-label')).toBe(oldest)
  await expect(doetinchem).toContainText('De wijkraad begon zelf.')
  await expect(doetinchem).toContainText('In afspraken en besluiten hier:')
  for (const name of [/^Toezeggingen/, /^Deelname/, /^Partners/]) {
    await tab(window, name).click()
    await expectAccessible(window, `Partners, ${name.source}`)
  }
})

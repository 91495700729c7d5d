import { expect, test } from './support'
import { saveCopy } from './support/copies'
import { discard, newProject, openPlanning, openProject, tabTo, typeInto } from './support/planning'

const SHELTER = 'Nachtopvang Winterswijk'
const HOUSING = 'Zelfstandig wonen Dinxperlo'

test('a new project with the keyboard alone: fill in, save, undo, redo, remove', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const count = window.getByTestId('project-count')
  await expect(count).toHaveText('45 projecten')

  const panel = await newProject(window)
  await typeInto(window, panel.getByLabel('Naam'), 'Woonhof De Proef')
  await tabTo(window, panel.getByLabel('Gemeente', { exact: false }))
  await window.keyboard.type('Mont')
  await typeInto(window, panel.getByLabel('Volgende stap', { exact: true }), 'Gesprek met de corporatie')
  await typeInto(window, panel.getByRole('textbox', { name: 'Plekken', exact: true }), '6')
  await tabTo(window, panel.getByRole('button', { name: 'Plekken beschikbaar maken' }))
  await window.keyboard.press('Enter')
  await expect(panel.getByTestId('places-available').first()).toHaveText('6')
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
  await expect(window.getByRole('dialog', { name: 'Woonhof De Proef' })).toBeVisible()
  await expect(count).toHaveText('46 projecten')

  await window.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await window.keyboard.press('Control+Z')
  await expect(count).toHaveText('45 projecten')
  await window.keyboard.press('Control+Y')
  await expect(count).toHaveText('46 projecten')

  const saved = await openProject(window, 'Woonhof De Proef')
  await expect(saved.getByLabel('Gemeente', { exact: false })).toHaveText(/Montferland/)
  await expect(saved.getByTestId('places-available').first()).toHaveText('6')
  await window.keyboard.press('Escape')
  await tabTo(window, window.getByTestId('project-table'))
  await window.keyboard.press('Delete')
  const question = window.getByRole('alertdialog')
  await expect(question).toContainText('Woonhof De Proef verwijderen?')
  await tabTo(window, question.getByRole('button', { name: 'Verwijderen' }))
  await window.keyboard.press('Enter')
  await expect(window.getByText('Project "Woonhof De Proef" is verwijderd.')).toBeVisible()
  await window.getByRole('button', { name: 'Filters wissen' }).first().press('Enter')
  await expect(count).toHaveText('45 projecten')
})

test('a project without a name is refused', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await newProject(window)
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Vul een naam in.')).toBeVisible()
  await expect(panel.getByText('Niet bewaard: 1 veld klopt nog niet.')).toBeVisible()
  await expect(panel.getByLabel('Naam')).toBeFocused()
  // Nothing was typed, so nothing is asked.
  await window.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('dates out of order are refused, with the phases named', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await openProject(window, HOUSING)
  const planned = panel.getByLabel('besluit: begin gepland')
  await typeInto(window, planned, '01-01-2020')
  await window.keyboard.press('Control+Enter')
  await expect(
    panel.getByText(
      /^De fase "besluit" is gepland op 1 januari 2020, maar de fase "buurtgesprek en beheerplan" ervoor is gepland op .* Zet de datums in de volgorde van de fasen\.$/,
    ),
  ).toBeVisible()
  await expect(planned).toBeFocused()
  await expect(planned).toHaveAttribute('aria-invalid', 'true')
  await discard(window)
})

test('capacity below zero is refused, with the date and the number there is', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await openProject(window, SHELTER)
  await typeInto(window, panel.getByRole('textbox', { name: 'Datum', exact: true }), '01-03-2027')
  await typeInto(window, panel.getByRole('textbox', { name: 'Plekken', exact: true }), '13')
  await tabTo(window, panel.getByRole('button', { name: 'Sluiting', exact: true }))
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(
    panel.getByText(
      'Op 1 maart 2027 zijn er 12 plekken beschikbaar; er kunnen er geen 13 sluiten. Pas het aantal of de datum aan.',
    ),
  ).toBeVisible()
  await expect(panel.getByText('Niet bewaard: 1 veld klopt nog niet.')).toBeVisible()
  await discard(window)
})

test('orange without cause, consequence and adjustment is refused', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await newProject(window)
  await typeInto(window, panel.getByLabel('Naam'), 'Woonhof De Proef')
  // Radio buttons: Tab reaches the chosen one, arrows choose another.
  await tabTo(window, panel.getByRole('radio', { name: 'Grijs' }))
  await window.keyboard.press('ArrowLeft')
  await window.keyboard.press('ArrowLeft')
  await expect(panel.getByRole('radio', { name: 'Oranje' })).toBeChecked()
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Het stoplicht staat op oranje. Vul de oorzaak in.')).toBeVisible()
  await expect(panel.getByText('Het stoplicht staat op oranje. Vul het gevolg in.')).toBeVisible()
  await expect(panel.getByText('Het stoplicht staat op oranje. Vul de bijsturing in.')).toBeVisible()
  await expect(panel.getByLabel('Oorzaak')).toBeFocused()
  await window.keyboard.type('De vergunning duurt langer.')
  await typeInto(window, panel.getByLabel('Gevolg'), 'Een kwartaal later open.')
  await typeInto(window, panel.getByLabel('Bijsturing'), 'Overleg met de gemeente.')
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
})

test('no phase behind the start gate without what it asks: told, asked at its field, then saved', async ({
  app,
}) => {
  const { window } = app
  await openPlanning(window)
  const panel = await openProject(window, 'Kamers met Kansen Borculo')
  const list = panel.getByTestId('gate-checklist')
  await expect(panel.getByText('Nodig voor de fase locatie of woning')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveText([
    /^Rollen\s*vastgelegd$/,
    /^Samenwerking\s*nog vastleggen$/,
    /^Werkwijze\s*nog vastleggen$/,
  ])
  await tabTo(window, panel.getByRole('button', { name: 'Naar volgende fase' }))
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(
    panel.getByText('Vul in: samenwerking. De fase "locatie of woning" kan niet zonder.'),
  ).toBeVisible()
  await expect(panel.getByText('Niet bewaard: 2 velden kloppen nog niet.')).toBeVisible()
  await expect(panel.getByLabel('Samenwerking')).toBeFocused()
  await window.keyboard.type('Elke maand aan tafel')
  await expect(list.getByRole('listitem').nth(1)).toHaveText(/^Samenwerking\s*vastgelegd$/)
  await typeInto(window, panel.getByLabel('Werkwijze'), 'Samen besluiten')
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
  await expect(panel.getByText('Nodig voor de fase besluit')).toBeVisible()

  // What a gate behind it asked can be worded anew, but not taken away.
  await typeInto(window, panel.getByLabel('Werkwijze'), ' ')
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText(/^Vul in: werkwijze\./)).toBeVisible()
  await expect(panel.getByLabel('Werkwijze')).toBeFocused()
  await discard(window)
})

test('unsaved changes are never lost without an answer', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await openProject(window, HOUSING)
  const next = panel.getByLabel('Volgende stap', { exact: true })
  const question = window.getByRole('dialog', { name: 'Wijzigingen bewaren?' })

  // Closing the panel, and thinking better of it.
  await typeInto(window, next, 'Eerste gedachte')
  await window.keyboard.press('Escape')
  await expect(question).toContainText(`De wijzigingen in ${HOUSING} zijn nog niet bewaard.`)
  await question.getByRole('button', { name: 'Verder bewerken' }).press('Enter')
  await expect(next).toHaveValue('Eerste gedachte')

  // Another screen, after saving.
  await window.keyboard.press('Control+5')
  await question.getByRole('button', { name: 'Bewaren', exact: true }).press('Enter')
  await expect(window.getByTestId('capacity')).toBeVisible()
  await window.keyboard.press('Control+4')
  const again = await openProject(window, HOUSING)
  await expect(again.getByLabel('Volgende stap', { exact: true })).toHaveValue('Eerste gedachte')

  // Another screen, without saving.
  await typeInto(window, again.getByLabel('Volgende stap', { exact: true }), 'Tweede gedachte')
  await window.keyboard.press('Control+1')
  await question.getByRole('button', { name: 'Niet bewaren' }).press('Enter')
  await expect(window.getByTestId('overview-ready')).toBeVisible()

  // The window itself: it waits for the answer, saves and then closes.
  await window.keyboard.press('Control+4')
  const third = await openProject(window, HOUSING)
  await expect(third.getByLabel('Volgende stap', { exact: true })).toHaveValue('Eerste gedachte')
  await typeInto(window, third.getByLabel('Volgende stap', { exact: true }), 'Derde gedachte')
  const ended = new Promise((done) => app.electron.process().once('exit', done))
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close()
  })
  // The window may be gone before the driver has let go of the key: not an answer that is waited for.
  await question.getByRole('button', { name: 'Bewaren', exact: true }).focus()
  await Promise.all([ended, window.keyboard.press('Enter').catch(() => undefined)])
  await app.relaunch()
  await openPlanning(app.window)
  const kept = await openProject(app.window, HOUSING)
  await expect(kept.getByLabel('Volgende stap', { exact: true })).toHaveValue('Derde gedachte')
})

test('a project changed by undo shows the new state, unless there are unsaved changes', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  const panel = await openProject(window, HOUSING)
  const next = panel.getByLabel('Volgende stap', { exact: true })
  const before = await next.inputValue()
  await typeInto(window, next, 'Nieuwe stap')
  await window.keyboard.press('Control+Enter')
  await expect(panel.getByText('Alles bewaard.')).toBeVisible()
  await panel.getByRole('button', { name: 'Basis' }).focus()
  await window.keyboard.press('Control+Z')
  await expect(next).toHaveValue(before)
  await typeInto(window, next, 'Nog een stap')
  await panel.getByRole('button', { name: 'Basis' }).focus()
  await window.keyboard.press('Control+Y')
  await expect(panel.getByText(/intussen ergens anders gewijzigd/)).toBeVisible()
  await expect(next).toHaveValue('Nog een stap')
  await discard(window)
})

test('the timeline says each row in words and opens a project with Enter', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  await tabTo(window, window.getByRole('radio', { name: 'Tabel' }))
  await window.keyboard.press('ArrowRight')
  const timeline = window.getByTestId('project-timeline')
  await expect(timeline).toBeVisible()
  const row = timeline.getByRole('row', {
    name: /^Zelfstandig wonen Dinxperlo, Aalten, .*, fase voorbereiding: /,
  })
  await expect(row).toBeVisible()
  await tabTo(window, timeline)
  const active = async (): Promise<string | null> => {
    const id = await timeline.getAttribute('aria-activedescendant')
    return id === null ? null : window.locator(`[id="${id}"]`).getAttribute('aria-label')
  }
  expect(await active()).toBe('Aalten, 4 projecten')
  await window.keyboard.press('ArrowDown')
  const name = (await active())?.split(',')[0] ?? ''
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog', { name })).toBeVisible()
})

test('a link from another screen opens a project and sets a filter once', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  await window.evaluate(() => {
    location.hash = '#/planning?rating=red&project=project-win-3'
  })
  await expect(window.getByRole('dialog', { name: 'Doorstroomwoningen Winterswijk-Oost' })).toBeVisible()
  await expect(window.getByTestId('project-count')).toHaveText('3 van 45 projecten')
  expect(await window.evaluate(() => location.hash)).toBe('#/planning?project=project-win-3')
})

test('a draft never ends up in another programme', async ({ app }) => {
  const { window } = app
  await openPlanning(window)
  await saveCopy(app, 'kopie.palet')

  // Opening another programme asks first; after thinking better of it nothing has happened.
  const panel = await openProject(window, HOUSING)
  await typeInto(window, panel.getByLabel('Volgende stap', { exact: true }), 'Eerste gedachte')
  await app.openDialogAnswers('kopie.palet')
  await window.keyboard.press('Control+O')
  const question = window.getByRole('dialog', { name: 'Wijzigingen bewaren?' })
  await question.getByRole('button', { name: 'Verder bewerken' }).press('Enter')
  await expect(panel.getByText('Wijzigingen nog niet bewaard.')).toBeVisible()

  await window.keyboard.press('Control+W')
  await question.getByRole('button', { name: 'Niet bewaren' }).press('Enter')
  await expect(window.getByTestId('open-sample')).toBeVisible()
})

import { execFileSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { deriveHere } from '@/data/crypto/kdf'
import { openFile, sealFile } from '@/data/crypto/sealedFile'
import { serialiseReviewAnswer } from '@/exchange'
import { readReviewAnswer } from '@/exchange/workbook'
import { expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { COPY_PASSPHRASE, unseal } from './support/copies'
import { tabTo } from './support/planning'
import { searchBytes } from './support/profileBytes'
import { dropFile } from './support/reviewRound'
import { activeCell, aQuestion, expectNothingCutOff, press, questionText, table } from './support/reviews'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const progress = (window: Page) => window.getByTestId('progress')

async function answerIn(content: Uint8Array) {
  const read = await readReviewAnswer(Uint8Array.from(content), 'antwoord.palet')
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

test('a question on a fresh computer is answered by keyboard alone, without any passphrase', async ({
  freshApp: app,
}) => {
  const path = app.writeFile('vraag van de regio.palet', questionText(6))
  await app.launch({ args: [path] })
  const { window } = app
  await app.resize(1366, 768)
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(
    'Reviewronde 3 van Thuis in de Achterhoek',
  )
  await expect(window.getByText('Sité Woondiensten')).toBeVisible()
  await expect(window.getByText('1 december 2026', { exact: true })).toBeVisible()
  await expect(window.getByTestId('set-up-vault')).toHaveCount(0)
  await expect(progress(window)).toContainText('0 van 6 rijen beantwoord')
  await expect(activeCell(window)).toBeFocused()
  await expectNothingCutOff(window)

  // The first row: one number is wrong. What can't be is refused where it is typed.
  await press(window, '7', '8', '9', '.', '5', 'Enter')
  await expect(window.getByRole('alert')).toContainText('hoort een heel getal van 0 tot en met 100.000')
  await press(window, 'Control+A', '1', '2', 'Enter')
  await expect(window.getByTestId('totals-asked')).toContainText('21')
  await expect(window.getByTestId('totals-answered')).toContainText('32')
  await press(window, 'ArrowUp')
  await expect(activeCell(window)).toHaveAccessibleName('Kamers 1, Beschikbaar: 12 was 1, gewijzigd')
  await press(window, 'o')
  await window.keyboard.type('Er kwamen woningen bij.')
  await press(window, 'Enter')
  await expect(activeCell(window)).toBeFocused()
  // The rest of that row is right: K on its name.
  await press(window, 'Home', 'k')
  await expect(progress(window)).toContainText('1 van 6 rijen beantwoord')

  // The second row: a question about a date, another date, and one step back and forward.
  await press(window, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await press(window, 'ArrowRight', 'Enter')
  await window.keyboard.type('31-02-2027')
  await press(window, 'Enter')
  await expect(window.getByRole('alert')).toContainText('Schrijf de datum als dag, maand en jaar')
  await press(window, 'Control+A')
  await window.keyboard.type('1-5-2027')
  await press(window, 'Tab', 'v')
  await expect(window.getByTestId('remark')).toBeFocused()
  await window.keyboard.type('Wie levert de begeleiding?')
  await press(window, 'Enter', 'Control+z')
  await expect(activeCell(window)).toHaveAccessibleName(/vraag zonder tekst$/)
  await press(window, 'Control+y')
  await expect(activeCell(window)).toHaveAccessibleName(/vraag, opmerking: Wie levert de begeleiding\?$/)
  await expectAccessible(window, 'a review, light')

  // A project that is missing.
  await tabTo(window, window.getByTestId('add-project'))
  await press(window, 'Enter')
  await press(window, 'Tab', 'Control+Enter')
  const added = window.getByRole('dialog', { name: 'Project toevoegen' })
  await tabTo(window, added.getByLabel(/Naam van het project/))
  await window.keyboard.type('Tiny houses Ulft')
  await press(window, 'Enter')
  await expect(added.getByText('Vul de gemeente in.')).toBeVisible()
  await window.keyboard.type('Oude IJsselstreek')
  await tabTo(window, added.getByLabel('Beschikbaar'))
  await window.keyboard.type('5')
  await press(window, 'Enter')
  await expect(added).toBeHidden()
  await expect(window.getByTestId('totals-answered')).toContainText('37')

  // All that is open is right, after being asked; then the answer.
  await tabTo(window, window.getByTestId('confirm-open'))
  await press(window, 'Enter')
  await window.getByRole('alertdialog').waitFor()
  await tabTo(window, window.getByRole('button', { name: '37 cellen kloppen' }))
  await press(window, 'Enter')
  await expect(progress(window)).toContainText('6 van 6 rijen beantwoord')
  await app.saveDialogAnswers('antwoord.palet')
  await press(window, 'Control+s')
  const ready = window.getByRole('dialog', { name: 'Gereed' })
  await expectAccessible(window, 'ready')
  await expect(ready.getByLabel(/Uw functie/)).toBeFocused()
  await press(window, 'Enter')
  await expect(ready.getByText('Vul uw functie in, bijvoorbeeld manager wonen.')).toBeVisible()
  await window.keyboard.type('manager wonen')
  await press(window, 'Enter')
  await expect(window.getByText('Uw antwoord staat in “antwoord.palet”.', { exact: false })).toBeVisible()
  await press(window, 'Escape')

  const answer = await answerIn(app.readFile('antwoord.palet'))
  expect(answer.stamp).toMatchObject({ roundId: 'ronde-najaar', associationId: 'corporatie-site' })
  expect(answer.sender).toBe('manager wonen')
  const cellOf = (rowId: string, field: string) =>
    answer.rows.find((row) => row.rowId === rowId)?.cells.find((cell) => cell.field === field)
  expect(cellOf('R3-001', 'available')).toMatchObject({
    kind: 'correct',
    value: 12,
    remark: 'Er kwamen woningen bij.',
  })
  expect(cellOf('R3-002', 'homesOn')).toMatchObject({ kind: 'correct', value: '2027-05-01' })
  expect(cellOf('R3-002', 'supportFrom')).toMatchObject({
    kind: 'question',
    remark: 'Wie levert de begeleiding?',
  })
  expect(answer.rows.flatMap((row) => row.cells)).toHaveLength(46)
  expect(answer.proposed).toMatchObject([
    { projectName: 'Tiny houses Ulft', values: [{ field: 'available', value: 5 }] },
  ])

  // On paper: the question as a PDF, and the answers to the printer.
  await app.saveDialogAnswers('vraag.pdf')
  await tabTo(window, window.getByTestId('more'))
  await press(window, 'Enter')
  await window.getByRole('menuitem', { name: 'Vraag bewaren als PDF…' }).press('Enter')
  await expect(window.getByText('Tabel bewaard als "vraag.pdf".')).toBeVisible({ timeout: 30_000 })
  expect(app.readFile('vraag.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return
    contents.print = (_options, done) => {
      void contents.printToPDF({ printBackground: true, preferCSSPageSize: true }).then((paper) => {
        Reflect.set(globalThis, 'paper', paper.toString('base64'))
        done?.(true, '')
      })
    }
  })
  await window.getByTestId('more').press('Enter')
  await window.getByRole('menuitem', { name: 'Antwoorden afdrukken…' }).press('Enter')
  const paper = (): Promise<unknown> =>
    app.electron.evaluate(() => Reflect.get(globalThis, 'paper') as unknown)
  await expect.poll(paper, { timeout: 30_000 }).toBeDefined()
  const printed = app.writeFile('papier.pdf', Buffer.from(String(await paper()), 'base64'))
  const words = execFileSync('pdftotext', ['-layout', printed, '-'], { encoding: 'utf8' })
  for (const word of [
    'Kamers 6',
    'was 1',
    'Wie levert de begeleiding?',
    'Tiny houses Ulft',
    'Totaal volgens u',
  ])
    expect(words).toContain(word)
  await expect(window.locator('.review-paper')).toHaveCount(0)

  // Back where the person came from: the first screen of a Palet that was never used.
  await press(window, 'Control+w')
  await expect(window.getByTestId('set-up-vault')).toBeVisible()
  // The question lay open, but Palet itself put no word of it on the disk.
  expect(searchBytes([app.dataFolder], ['Tiny houses Ulft', 'Wie levert de begeleiding?']).finds).toEqual([])
})

test('a sealed question opens on the unlock screen, its answers survive a power cut, and the answer is sealed alike', async ({
  app,
}) => {
  const marker = 'Vraagmerk Zuidöost 5511'
  const remark = 'Antwoordmerk Zuidöost 5512'
  const sealed = await sealFile(bytes(questionText(3, marker)), {
    passphrase: COPY_PASSPHRASE,
    derive: deriveHere,
  })
  const path = app.writeFile('verzegelde vraag.palet', sealed)
  await app.relaunch({ unlock: false, args: [path] })
  await expect(app.window.getByText('Is het een reviewbestand?', { exact: false })).toBeVisible()
  await expectAccessible(app.window, 'the unlock screen with a file that waits')
  await app.window.getByTestId('open-review').click()
  await unseal(app.window)
  await expect(progress(app.window)).toContainText('0 van 3 rijen beantwoord')
  await press(app.window, 'k', 'ArrowRight', 'v')
  await app.window.keyboard.type(remark)
  await press(app.window, 'Enter')
  await expect(app.window.getByText('Alles bewaard op deze computer')).toBeVisible()
  await app.kill()
  const search = searchBytes([app.dataFolder], [marker, remark])
  expect(search.finds, 'after a power cut').toEqual([])
  expect(search.unreadable).toEqual([])

  // The next morning, through the button.
  await app.launch()
  const { window } = app
  await window.getByTestId('unlock').waitFor()
  await app.openDialogAnswers('verzegelde vraag.palet')
  await window.getByTestId('open-review').click()
  await unseal(window)
  await expect(window.getByText('Wat u eerder invulde, staat er weer.')).toBeVisible()
  await expect(
    table(window).getByRole('gridcell', { name: new RegExp(`vraag, opmerking: ${remark}$`) }),
  ).toBeVisible()
  await window.getByTestId('theme').click()
  await window.getByRole('menuitem', { name: 'Donker' }).click()
  await expect(window.getByRole('menu')).toBeHidden()
  await expectAccessible(window, 'a review, dark')

  await app.saveDialogAnswers('verzegeld antwoord.palet')
  await window.getByTestId('ready').click()
  const ready = window.getByRole('dialog', { name: 'Gereed' })
  await expect(ready).toContainText('21 cellen in 3 rijen zijn nog niet beantwoord.')
  await ready.getByLabel(/Uw functie/).fill('adviseur vastgoed')
  await window.getByTestId('save-answer').click()
  await expect(
    window.getByText('Uw antwoord staat in “verzegeld antwoord.palet”.', { exact: false }),
  ).toBeVisible({
    timeout: 30_000,
  })
  await window.getByRole('button', { name: 'Klaar', exact: true }).click()
  const opened = await openFile(Uint8Array.from(app.readFile('verzegeld antwoord.palet')), {
    passphrase: COPY_PASSPHRASE,
    derive: deriveHere,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const answer = await answerIn(opened.value)
  expect(answer.sender).toBe('adviseur vastgoed')
  expect(answer.rows).toHaveLength(1)

  // Still locked, and closing leaves it so.
  await window.getByTestId('leave').click()
  await expect(window.getByTestId('unlock')).toBeVisible()
  await expect(window.getByText(marker, { exact: false })).toHaveCount(0)
})

test('with a programme open a question asks first; what is no question says so; 500 rows fit and locking hides them', async ({
  app,
}) => {
  const { window } = app
  await app.resize(1366, 768)
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  const question = window.getByRole('alertdialog', { name: 'Programma sluiten en reviewbestand openen?' })
  await dropFile(window, 'vraag.palet', bytes(questionText(500)))
  await expect(question).toContainText('vraag.palet')
  await question.getByRole('button', { name: 'Annuleren' }).click()
  await expect(window.getByTestId('overview-ready')).toBeVisible()
  await dropFile(window, 'vraag.palet', bytes(questionText(500)))
  await question.getByRole('button', { name: 'Sluiten en openen' }).click()
  await expect(progress(window)).toContainText('0 van 500 rijen beantwoord')
  await expect(window.getByRole('navigation')).toHaveCount(0)
  await expectNothingCutOff(window)
  await press(window, 'Control+End')
  await expect(activeCell(window)).toBeFocused()
  await press(window, 'Control+Home', 'ArrowRight', '9', 'Enter')
  await window.getByTestId('confirm-open').click()
  await window.getByRole('button', { name: /cellen kloppen$/ }).click()
  await expect(progress(window)).toContainText('500 van 500 rijen beantwoord')
  await window.getByRole('radio', { name: 'Nog open' }).check()
  await expect(window.getByText('Er is niets meer open.')).toBeVisible()
  await window.getByRole('radio', { name: 'Gewijzigd' }).check()
  await expect(table(window).getByRole('rowheader', { name: /Kamers/ })).toHaveCount(1)
  await expect(window.getByText('Alles bewaard op deze computer')).toBeVisible()

  await window.keyboard.press('Control+L')
  await app.window.getByTestId('unlock').waitFor()
  await expect(app.window.getByText('Kamers', { exact: false })).toHaveCount(0)
  await app.enter()
  await expect(app.window.getByTestId('open-review')).toBeVisible()

  const refused = async (name: string, content: string, message: RegExp): Promise<void> => {
    app.writeFile(name, content)
    await app.openDialogAnswers(name)
    await app.window.getByTestId('open-review').click()
    await expect(app.window.getByText(message)).toBeVisible()
  }
  const whole = questionText(2)
  await refused(
    'half.palet',
    whole.slice(0, -40),
    /^"half\.palet": Dit bestand is beschadigd of niet helemaal/,
  )
  await refused(
    'nieuw.palet',
    whole.replace('"formatVersion": 1', '"formatVersion": 9'),
    /^"nieuw\.palet": Dit bestand is gemaakt met een nieuwere Palet\./,
  )
  const { roundId, roundNumber, programmeName, associationId } = aQuestion(1)
  const about = { roundId, roundNumber, programmeName, associationId }
  const answered = serialiseReviewAnswer({ ...about, sender: 'x', answeredAt: null, rows: [], proposed: [] })
  await refused('antwoord.palet', answered, /^"antwoord\.palet": Dit is een antwoord dat al is ingevuld\./)
  await refused('anders.palet', '{"type":"Feature"}', /^"anders\.palet": Dit is geen reviewbestand\./)
})

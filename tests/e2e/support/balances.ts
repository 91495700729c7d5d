import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import * as v from 'valibot'

/** The transition balance of one municipality, or of the region, as a row of whole numbers. */
export interface Balance {
  readonly shelterOpen: number
  readonly realised: number
  readonly committed: number
  readonly planned: number
  readonly ambition: number
  readonly gap: number
}
/** By the name of the municipality; the region under `Totaal`. */
export type Balances = Readonly<Record<string, Balance>>

const FIGURES = ['shelterOpen', 'realised', 'committed', 'planned', 'ambition', 'gap'] as const
const top = resolve(import.meta.dirname, '../../..')

function balanceOf(texts: readonly string[]): Balance {
  const [shelterOpen, realised, committed, planned, ambition, gap] = texts.map((text) => {
    const value = Number(text.replaceAll('.', '').replace('−', '-'))
    if (!Number.isInteger(value)) throw new Error(`not a whole number: ${text}`)
    return value
  })
  return v.parse(Balance, { shelterOpen, realised, committed, planned, ambition, gap })
}

const Balance = v.object({
  shelterOpen: v.number(),
  realised: v.number(),
  committed: v.number(),
  planned: v.number(),
  ambition: v.number(),
  gap: v.number(),
})

/** As Overzicht shows it, which must be on screen. */
export async function balancesOnOverview(window: Page): Promise<Balances> {
  await window.getByTestId('overview-ready').waitFor()
  const rows = await window.locator('tr[data-testid^="balance-"]').all()
  const pairs = rows.map(async (row) => {
    const name = (await row.getByRole('rowheader').innerText()).trim()
    const cells = FIGURES.map((figure) => row.locator(`[data-figure="${figure}"]`).innerText())
    return [name, balanceOf(await Promise.all(cells))] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

/** As Capaciteit shows it, which must be on screen. */
export async function balancesOnCapacity(window: Page): Promise<Balances> {
  await window.getByRole('radio', { name: 'Overgangsbalans' }).check()
  const grid = window.getByTestId('capacity-grid')
  await grid.getByRole('columnheader', { name: 'Ambitie' }).waitFor()
  await grid.locator('[data-cell="1:0"]').waitFor()
  const rows = await grid
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader') })
    .all()
  const pairs = rows.map(async (row) => {
    const name = (await row.getByRole('rowheader').innerText()).trim()
    const cells = await row.getByRole('gridcell').allInnerTexts()
    return [name, balanceOf(cells.slice(0, FIGURES.length))] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

/** As the first page of a saved report prints it. */
export function balancesInPdf(path: string): Balances {
  const text = execFileSync('pdftotext', ['-layout', '-l', '1', path, '-'], { encoding: 'utf8' })
  const from = text.indexOf('Overgangsbalans')
  expect(from, 'the first page has a transition balance').toBeGreaterThan(-1)
  const found: Record<string, Balance> = {}
  for (const line of text.slice(from).split('\n')) {
    const row = /^\s*(\D+?)((?:\s+-?[\d.]+){6})(?:\s+\d\d-\d\d-\d{4}|\s{2,}|$)/.exec(line)
    if (row?.[1] === undefined || row[2] === undefined) continue
    found[row[1].trim()] = balanceOf(row[2].trim().split(/\s+/))
    if (row[1].trim() === 'Totaal') break
  }
  return found
}

const Figure = v.object({ value: v.nullable(v.number()) })
const Leaf = v.object(Object.fromEntries(FIGURES.map((figure) => [figure, Figure])))
const Figures = v.object({
  places: v.record(v.string(), Figure),
  transitionBalance: v.record(v.string(), v.object({ municipality: v.record(v.string(), Leaf) })),
})
type Figures = v.InferOutput<typeof Figures>

/** All figures of a programme file, from the command that people use outside the window. */
export function figuresOfFile(path: string, on: string, passphraseFile?: string): Figures {
  const tsx = resolve(top, 'node_modules/tsx/dist/cli.mjs')
  const secret = passphraseFile === undefined ? [] : ['--passphrase-file', passphraseFile]
  const text = execFileSync(process.execPath, [tsx, 'tools/figures.ts', path, '--on', on, ...secret], {
    cwd: top,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return v.parse(Figures, JSON.parse(text))
}

/** The balance in the figures of a file, under the names that the screens use. */
export function balancesInFigures(figures: Figures, names: Readonly<Record<string, string>>): Balances {
  const [quarter] = Object.values(figures.transitionBalance)
  if (quarter === undefined) throw new Error('no transition balance')
  return Object.fromEntries(
    Object.entries(quarter.municipality).map(([id, leaf]) => [
      id === 'region' ? 'Totaal' : (names[id] ?? id),
      v.parse(Balance, Object.fromEntries(FIGURES.map((figure) => [figure, leaf[figure]?.value]))),
    ]),
  )
}

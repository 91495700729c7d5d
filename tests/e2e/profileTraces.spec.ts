import type {} from '@/platform/bridge'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect, test } from './support'
import { type Search, searchBytes, writableFolders } from './support/profileBytes'

/** Words that stand nowhere else; one of them with a letter that is written in another way in each encoding. */
const words = {
  region: 'Merktekenland-Zuidöost',
  core: 'Kernzin met merkteken KZ4711 over mevrouw Bëlterman.',
  who: 'Annelies Merktekenaar',
  draft: 'Concepttekst merkteken CT0815 nog niet bewaard',
  copied: 'Klembordmerkteken KB2222',
}
const markers = Object.values(words)

/** Puts the words in by the screens, as a person would. */
async function typeWords(app: App): Promise<void> {
  const page = app.window
  await page.getByTestId('open-sample').click()
  await page.getByTestId('overview-ready').waitFor()
  await page.keyboard.press('Control+2')
  await page.getByLabel('Regio').fill(words.region)
  await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await expect(page.getByTestId('undo')).toBeEnabled()
  await page.keyboard.press('Control+6')
  await page.getByTestId('report-core-message').fill(words.core)
  await page.keyboard.press('Tab')
  await page.evaluate((text) => window.palet.copyTable({ text, html: `<b>${text}</b>` }), words.copied)
  await page.keyboard.press('Control+1')
  await page.getByTestId('overview-ready').waitFor()
  // Something typed and not kept yet.
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'Housing First' }).click()
  await page.getByLabel('Naam').fill(words.draft)
}

function expectNothing(search: Search, when: string): void {
  expect(search.finds, when).toEqual([])
  expect(search.unreadable, when).toEqual([])
  expect(search.logs, when).toBeGreaterThan(1)
  expect(search.bytes, when).toBeGreaterThan(100_000)
}

/** Memory of a crashed process, as the engine would keep it. */
function dumpsIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.dmp$|(^|\/)core(\.\d+)?$/.test(name),
    ),
  )
}

test('the search finds plain words that a page keeps, also in compressed tables', async ({ freshApp }) => {
  const app = freshApp
  const { folders, env } = writableFolders(app)
  await app.launch({ env })
  await app.window.evaluate(async (marks) => {
    localStorage.setItem('plat', marks.who)
    sessionStorage.setItem('plat', marks.core)
    const request = indexedDB.open('plat', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rijen')
    await new Promise((done) => (request.onsuccess = done))
    const store = () => request.result.transaction('rijen', 'readwrite').objectStore('rijen')
    const filler = 'Aalten heeft plekken nodig. '.repeat(1000)
    const put = (value: unknown, key: string) =>
      new Promise((done) => (store().put(value, key).onsuccess = done))
    await put({ region: marks.region, draft: marks.draft }, marks.copied)
    // Enough to have the engine write compressed tables.
    for (let each = 0; each < 400; each += 1) await put({ filler, each }, String(each))
    request.result.close()
  }, words)
  await app.close()
  const search = searchBytes(folders, markers)
  expect([...new Set(search.finds.map(({ marker }) => marker))].sort()).toEqual([...markers].sort())
  expect(search.tables).toBeGreaterThan(0)
  expect(search.finds.some(({ file }) => file.endsWith('.ldb'))).toBe(true)
})

test('no word of a programme is on the disk: open, locked, closed, and after both ways to crash', async ({
  freshApp,
}) => {
  test.setTimeout(120_000)
  const app = freshApp
  const { folders, env } = writableFolders(app)
  await app.launch({ env })
  await app.enter()
  await typeWords(app)
  const look = (when: string) => {
    expectNothing(searchBytes(folders, markers), when)
  }
  look('open')

  await app.chooseMenu('Bestand', 'Vergrendelen')
  await app.window.getByTestId('unlock').waitFor()
  look('locked')

  await app.enter()
  await app.messageBoxAnswers(0)
  app.problems.expect(/the window crashed/)
  const gone = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((tell) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('render-process-gone', (_event, details) => {
          tell(details.reason)
        })
        contents?.forcefullyCrashRenderer()
      }),
  )
  expect(['crashed', 'killed']).toContain(await gone)
  look('page crashed')

  await app.kill()
  look('killed')

  await app.launch({ env })
  await app.enter()
  await app.close()
  look('closed')
  expect(dumpsIn(folders)).toEqual([])
})

test('a crash of the program itself leaves no memory on the disk', async ({ freshApp }) => {
  const app = freshApp
  const { folders, env } = writableFolders(app)
  await app.launch({ env })
  await app.enter()
  await typeWords(app)
  const ended = new Promise((done) => app.electron.process().once('exit', done))
  app.electron
    .evaluate(() => {
      process.crash()
    })
    .catch(() => undefined)
  await ended
  expectNothing(searchBytes(folders, markers), 'crashed')
  expect(dumpsIn(folders)).toEqual([])
  expect(
    readdirSync(join(app.dataFolder, 'Crashpad'), { recursive: true }).filter((name) =>
      /pending|completed|reports/.test(String(name)),
    ),
  ).toEqual([])
})

import type { Page } from '@playwright/test'
import { expect, test } from './support'

/** All rows of the database of the programme, as they lie there: sealed. */
async function copyDatabase(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const name = (await indexedDB.databases()).find((d) => d.name?.startsWith('palet-kluis-') === true)?.name
    if (name === undefined) throw new Error('no programme here')
    const database = await open(name)
    const rows: Record<string, { keys: IDBValidKey[]; values: unknown[] }> = {}
    for (const store of database.objectStoreNames) {
      const transaction = database.transaction(store)
      const keys = await done(transaction.objectStore(store).getAllKeys())
      rows[store] = { keys, values: await done(transaction.objectStore(store).getAll()) }
    }
    database.close()
    Reflect.set(window, 'putBack', async () => {
      const target = await open(name)
      for (const [store, { values }] of Object.entries(rows)) {
        const objects = target.transaction(store, 'readwrite').objectStore(store)
        await done(objects.clear())
        for (const value of values) await done(objects.put(value))
      }
      target.close()
    })

    function open(called: string): Promise<IDBDatabase> {
      return done(indexedDB.open(called))
    }
    function done<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result)
        }
        request.onerror = () => {
          reject(request.error ?? new Error('failed'))
        }
      })
    }
  })
}

test('a programme whose whole database was put back as it once was is told about', async ({ app }) => {
  const { window } = app
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  await window.keyboard.press('Control+W')
  await window.getByTestId('open-file').waitFor()
  await copyDatabase(window)
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  await window.keyboard.press('Control+2')
  await window.getByRole('tab', { name: 'Doel en periode' }).click()
  await window.getByLabel('Regio').fill('Achterhoek-Oost')
  await window.getByRole('button', { name: 'Bewaren', exact: true }).click()
  await window.keyboard.press('Control+W')
  await window.getByTestId('open-file').waitFor()
  await window.evaluate(() => (Reflect.get(window, 'putBack') as () => Promise<void>)())
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
  await expect(window.getByText('Dit programma is ouder dan de vorige keer op deze computer')).toBeVisible()
})

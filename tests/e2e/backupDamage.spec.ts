import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { backupsOf, changeRegion, openBackups, openSample, rows, expectRegion } from './support/backups'
import { unseal, unsealDialog } from './support/copies'
import { PASSPHRASE } from './support/vault'

test('a programme whose storage is damaged: said in plain words, and a backup is the way out', async ({
  app,
}) => {
  await openSample(app.window)
  await changeRegion(app.window, 'Salland')
  await app.relaunch()
  // Every sealed row gets one other bit, as on a disk that goes bad.
  await app.window.evaluate(async () => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('palet-kluis-'))
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '')
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(request.error ?? new Error('no'))
      }
    })
    for (const store of database.objectStoreNames)
      await new Promise<void>((resolve) => {
        const transaction = database.transaction(store, 'readwrite')
        const request = transaction.objectStore(store).openCursor()
        request.onsuccess = () => {
          const cursor = request.result
          if (cursor === null) return
          const row = cursor.value as { body: Uint8Array }
          row.body[20] = (row.body[20] ?? 0) ^ 1
          cursor.update(row)
          cursor.continue()
        }
        transaction.oncomplete = () => {
          resolve()
        }
      })
    database.close()
  })
  const { window } = app
  await window.locator('.recent__open').first().click()
  const dialog = window.getByRole('dialog', { name: 'Dit programma gaat niet open' })
  await expect(dialog).toContainText('De opslag van dit programma is beschadigd')
  await expectAccessible(window, 'a programme that does not open')
  await window.getByTestId('restore-broken').click()
  await rows(window).first().getByRole('button', { name: 'Terugzetten…' }).click()
  await expect(window.getByTestId('restore-offer')).toContainText('is beschadigd')
  await window.getByTestId('restore-in-place').click()
  await window.getByTestId('overview-ready').waitFor()
  await expectRegion(window, 'Salland')
  await app.relaunch()
  await openSample(app.window)
  await expectRegion(app.window, 'Salland')
})

const DAMAGES = {
  'other bits in all files': { files: /\.(log|ldb)$|MANIFEST-\d+$/, change: flip },
  'other bits in the data': { files: /\.(log|ldb)$/, change: flip },
  'data without an end': { files: /\.(log|ldb)$/, change: cut },
} as const

for (const [name, { files, change }] of Object.entries(DAMAGES))
  test(`databases broken on the disk, ${name}: a way back to the last backup`, async ({ app }) => {
    test.setTimeout(120_000)
    // The engine says on its console that it can't read its files.
    app.problems.expect(/IndexedDB|Internal error|UnknownError/)
    await openSample(app.window)
    await changeRegion(app.window, 'Salland')
    await app.close()
    expect(backupsOf(app)).toHaveLength(1)
    const folder = join(app.dataFolder, 'IndexedDB')
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (files.test(file)) writeFileSync(join(folder, file), change(readFileSync(join(folder, file))))
    await app.launch()
    const { window } = app
    const failed = window.getByTestId('keys-failed')
    const entrance = window.getByTestId('set-up-vault').or(window.getByTestId('unlock'))
    await failed.or(entrance).first().waitFor()
    if (await failed.isVisible()) {
      await window.getByRole('button', { name: 'Opnieuw beginnen…' }).click()
      await window.getByRole('button', { name: 'Verwijderen en opnieuw beginnen' }).click()
      await entrance.first().waitFor()
    } else if (await window.getByTestId('set-up-vault').isVisible())
      await expect(window.getByTestId('backups-found')).toContainText('Dan is de opslag beschadigd of weg.')
    app.usePassphrase(PASSPHRASE)
    await app.enter()
    await openBackups(window)
    await rows(window).first().getByRole('button', { name: 'Terugzetten…' }).click()
    const offer = window.getByTestId('restore-offer')
    await unsealDialog(window).or(offer).first().waitFor()
    if (await unsealDialog(window).isVisible()) await unseal(window, PASSPHRASE)
    await offer.waitFor()
    await window.getByTestId('restore-in-place').click()
    await window.getByTestId('overview-ready').waitFor()
    await expectRegion(window, 'Salland')
  })

function flip(bytes: Buffer): Buffer {
  for (let at = 10; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x55
  return bytes
}

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 3))
}

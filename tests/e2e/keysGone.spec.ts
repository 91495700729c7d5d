import { expect, test } from './support'
import { expectAccessible } from './support/accessibility'

test('without its keys Palet says so, changes nothing, and can begin anew', async ({ app }) => {
  await app.window.getByTestId('open-sample').click()
  await app.window.getByTestId('overview-ready').waitFor()
  const databases = () =>
    app.window.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort())
  await app.window.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase('palet-sleutels').onsuccess = done
      }),
  )
  const before = await databases()

  await app.relaunch({ unlock: false })
  const screen = app.window.getByTestId('keys-failed')
  await expect(screen).toContainText('de sleutels zijn weg')
  await expectAccessible(app.window, 'keys gone')
  await screen.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await expect(screen).toContainText('de sleutels zijn weg')
  await screen.getByRole('button', { name: 'Opnieuw beginnen…' }).click()
  await app.window.getByRole('alertdialog').getByRole('button', { name: 'Annuleren' }).click()
  expect(await databases()).toEqual(before)

  await screen.getByRole('button', { name: 'Opnieuw beginnen…' }).click()
  await app.window.getByRole('button', { name: 'Verwijderen en opnieuw beginnen' }).click()
  await app.enter()
  await app.window.getByTestId('open-sample').click()
  await app.window.getByTestId('overview-ready').waitFor()
})

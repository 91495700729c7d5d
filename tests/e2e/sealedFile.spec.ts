import type { Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deriveHere } from '@/data/crypto/kdf'
import { isSealedFile, sealFile } from '@/data/crypto/sealedFile'
import { expect, test } from './support'
import { expectAccessible } from './support/accessibility'
import { COPY_PASSPHRASE, saveCopy, sealDialog, unseal, unsealDialog } from './support/copies'

const sample = readFileSync(resolve(import.meta.dirname, '../../resources/sample/achterhoek.palet'))

const sealedSample = async (): Promise<Uint8Array> =>
  sealFile(Uint8Array.from(sample), { passphrase: COPY_PASSPHRASE, derive: deriveHere })

async function openSample(window: Page): Promise<void> {
  await window.getByTestId('open-sample').click()
  await window.getByTestId('overview-ready').waitFor()
}

test('a copy is sealed unless the person says otherwise, and the passphrase has to be a good one', async ({
  app,
}) => {
  const { window } = app
  await openSample(window)
  await app.saveDialogAnswers('kopie.palet')
  await window.keyboard.press('Control+S')
  const dialog = sealDialog(window)
  await expect(dialog).toContainText('Raakt hij kwijt, dan kan niemand het bestand nog openen.')
  await expectAccessible(window, 'the dialog to save a copy')
  const first = dialog.getByLabel('Wachtzin', { exact: true })
  const second = dialog.getByLabel('Wachtzin nog een keer', { exact: true })

  await window.getByTestId('seal-copy').click()
  await expect(dialog.getByText('Vul een wachtzin in.')).toBeVisible()
  await expect(first).toBeFocused()
  await first.fill('Welkom2026!')
  await expect(dialog.getByText(/^Sterkte: te makkelijk\./)).toBeVisible()
  await window.getByTestId('seal-copy').click()
  await expect(dialog.getByText(/^Deze wachtzin is te makkelijk te raden\./)).toBeVisible()
  await first.fill(COPY_PASSPHRASE)
  await second.fill(`${COPY_PASSPHRASE}s`)
  await second.press('Enter')
  await expect(dialog.getByText(/^De twee wachtzinnen zijn niet gelijk\./)).toBeVisible()
  expect(app.hasFile('kopie.palet')).toBe(false)
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await saveCopy(app, 'kopie.palet')
  const sealed = app.readFile('kopie.palet')
  expect(isSealedFile(sealed)).toBe(true)
  expect(sealed.includes('Winterswijk')).toBe(false)

  await window.keyboard.press('Control+S')
  await dialog.getByLabel('Zonder wachtzin bewaren').check()
  await expect(dialog).toContainText('Zonder wachtzin kan iedereen die het bestand heeft, alles lezen')
  await dialog.getByRole('button', { name: 'Annuleren' }).click()
  await saveCopy(app, 'open.palet', null)
  expect(String(app.readFile('open.palet'))).toContain('Winterswijk')

  // What left this computer is in the log.
  await window.getByRole('link', { name: 'Logboek' }).click()
  await expect(
    window.getByRole('rowheader', { name: 'Kopie bewaard als "kopie.palet", met een wachtzin' }),
  ).toBeVisible()
  await expect(
    window.getByRole('rowheader', { name: 'Kopie bewaard als "open.palet", zonder wachtzin' }),
  ).toBeVisible()
})

test('a sealed file opens with its passphrase only, by dialog, by dropping it and by command line', async ({
  freshApp: app,
}) => {
  const path = app.writeFile('van de mail.palet', await sealedSample())
  await app.launch({ args: [path] })
  const { window } = app
  const dialog = unsealDialog(window)
  await expect(dialog).toContainText('“van de mail.palet” gaat open met de wachtzin waarmee het is bewaard.')
  await expectAccessible(window, 'the dialog of a sealed file')
  await window.getByTestId('unseal').click()
  await expect(dialog.getByText('Vul de wachtzin in.')).toBeVisible()
  await unseal(window, 'drempel kaneel paraplu')
  await expect(dialog.getByText('Deze wachtzin past niet. Let op hoofdletters en spaties.')).toBeVisible()
  await expect(dialog.getByLabel('Wachtzin van dit bestand', { exact: true })).toBeFocused()
  // A programme is kept here, so this computer needs a passphrase too.
  await unseal(window)
  await window.getByRole('dialog', { name: 'Kies een wachtzin' }).waitFor()
  await app.enter()
  await expect(window.getByTestId('overview-ready')).toBeVisible()
  await expect(window.getByText('"van de mail.palet" is geopend.')).toBeVisible()

  // Here already: dropping it asks the passphrase, and then what to do; giving up leaves everything as it was.
  await window.keyboard.press('Control+W')
  await window.getByTestId('open-file').waitFor()
  const drop = async (): Promise<void> => {
    await window.evaluate((content) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([bytes], 'gesleept.palet'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, readFileSync(path).toString('base64'))
  }
  await drop()
  await expect(dialog).toContainText('gesleept.palet')
  await dialog.getByRole('button', { name: 'Annuleren' }).click()
  await expect(dialog).toBeHidden()
  await drop()
  await unseal(window)
  await window
    .getByRole('dialog', { name: 'Wat wilt u met dit bestand doen?' })
    .getByRole('button', { name: 'Nieuw programma maken' })
    .click()
  await expect(window.getByText('"gesleept.palet" is geopend als nieuw programma.')).toBeVisible()
  await window.keyboard.press('Control+W')
  await expect(window.locator('.recent__open')).toHaveCount(2)
})

test('a sealed file that is damaged, cut off or from a newer version says so and changes nothing', async ({
  app,
}) => {
  const { window } = app
  const whole = await sealedSample()
  const bent = (change: (bytes: Uint8Array) => void): Uint8Array => {
    const bytes = Uint8Array.from(whole)
    change(bytes)
    return bytes
  }
  const flip = (bytes: Uint8Array, at: number): void => {
    bytes[at] = (bytes[at] ?? 0) ^ 1
  }
  const newer = bent((bytes) => {
    bytes[9] = 2
    const end = 14 + new DataView(bytes.buffer).getUint32(10)
    bytes.set(createHash('sha256').update(bytes.subarray(0, end)).digest(), end)
  })
  const open = async (name: string, bytes: Uint8Array): Promise<void> => {
    app.writeFile(name, bytes)
    await app.openDialogAnswers(name)
    await window.getByTestId('open-file').click()
  }

  // What can be seen from outside is said before anybody types a passphrase.
  const outside: readonly (readonly [string, Uint8Array, string])[] = [
    [
      'kop.palet',
      bent((bytes) => {
        flip(bytes, 100)
      }),
      'De kop van dit bestand is beschadigd.',
    ],
    [
      'begin.palet',
      bent((bytes) => {
        flip(bytes, 3)
      }),
      'Het begin van dit bestand is beschadigd.',
    ],
    ['half.palet', whole.subarray(0, 90_000), 'van de \\d+ delen (is|zijn) er \\d+ heel aanwezig'],
    ['nieuw.palet', newer, 'Dit bestand is gemaakt met een nieuwere versie van Palet.'],
  ]
  for (const [name, bytes, message] of outside) {
    await open(name, bytes)
    await expect(window.getByText(new RegExp(`^"${name}": .*${message}`))).toBeVisible()
    await expect(unsealDialog(window)).toBeHidden()
  }

  await open(
    'deel.palet',
    bent((bytes) => {
      flip(bytes, 80_000)
    }),
  )
  await unseal(window)
  await expect(
    window.getByText(/^"deel.palet": Deel 2 van \d+ van het bestand is beschadigd\./),
  ).toBeVisible()
  await expect(unsealDialog(window)).toBeHidden()
  await expect(window.locator('.recent__open')).toHaveCount(0)
})

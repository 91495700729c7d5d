import { readFileSync } from 'node:fs'
import { deriveHere } from '@/data/crypto/kdf'
import { openFile } from '@/data/crypto/sealedFile'
import { parsePalet } from '@/exchange'
import { expect } from '../../e2e/support'
import { type BackupOnDisk, backupsOf, makeBackup, openBackups } from '../../e2e/support/backups'
import { PASSPHRASE } from '../../e2e/support/vault'
import type { Scene } from '../kill'
import { openFromStart } from './programmes'

/** Backup after backup: afterwards each file in the folder is a whole backup, and the last one that was told of is there. */
export function backupScene(): Scene {
  let confirmed: string | null = null
  return {
    name: 'reservekopie',
    within: 3000,
    async prepare({ window }) {
      await openFromStart(window, 'Voorbeeld Achterhoek')
      await openBackups(window)
    },
    async act(app) {
      for (;;) {
        await makeBackup(app.window)
        confirmed = backupsOf(app).at(-1)?.path ?? null
      }
    },
    async check(app) {
      const there = backupsOf(app)
      if (confirmed !== null) expect(there.map(({ path }) => path)).toContain(confirmed)
      // Those of before were looked at before; the newest can have been cut off.
      for (const backup of there.slice(-2)) await expectWhole(backup)
      await openFromStart(app.window, 'Voorbeeld Achterhoek')
    },
  }
}

async function expectWhole({ path }: BackupOnDisk): Promise<void> {
  const opened = await openFile(new Uint8Array(readFileSync(path)), {
    passphrase: PASSPHRASE,
    derive: deriveHere,
  })
  expect(opened.ok, path).toBe(true)
  if (opened.ok) expect(parsePalet(new TextDecoder().decode(opened.value)).ok, path).toBe(true)
}

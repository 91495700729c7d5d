import type {} from '@/platform/bridge'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withKeychain } from '../security/support/keyring'
import { App, expect, readWindowPlan, test } from './support'

const secret = Buffer.alloc(32, 7).toString('base64')

test('without a keychain the secret is refused, with words that say what to do', async ({ app }) => {
  const outcome = await app.window.evaluate(
    async (mine) => ({
      status: await window.palet.keychainStatus({}),
      sealed: await window.palet.keychainSeal({ secret: mine }),
      opened: await window.palet.keychainOpen({ sealed: 'djEwAAAAAAAAAAAAAAAAAAAA' }),
    }),
    secret,
  )
  const reason =
    'Deze computer biedt geen sleutelhanger aan waarin een sleutel veilig ligt. Ontgrendel Palet met uw wachtzin.'
  expect(outcome.status).toEqual({ ok: true, value: { available: false, reason } })
  expect(outcome.sealed).toEqual({ ok: false, error: { code: 'keychain-unavailable', message: reason } })
  expect(outcome.opened).toEqual({ ok: false, error: { code: 'keychain-unavailable', message: reason } })
})

test('a real keychain keeps the secret over a restart, and opens nothing but ours', async () => {
  const plan = readWindowPlan()
  const scratch = mkdtempSync(join(plan.temporary, 'keychain-'))
  const app = new App(withKeychain(plan, join(scratch, 'home'), scratch), scratch)
  try {
    await app.launch()
    const first = await app.window.evaluate(
      async (mine) => ({
        status: await window.palet.keychainStatus({}),
        answer: await window.palet.keychainSeal({ secret: mine }),
      }),
      secret,
    )
    expect(first.status).toEqual({ ok: true, value: { available: true, reason: null } })
    if (!first.answer.ok) throw new Error(first.answer.error.message)
    const { sealed } = first.answer.value
    expect(Buffer.from(sealed, 'base64').includes(Buffer.from(secret))).toBe(false)

    // The same keychain seals for the engine too; the page may not have that opened.
    const foreign = await app.electron.evaluate(({ safeStorage }) =>
      safeStorage.encryptString('van een ander').toString('base64'),
    )
    await app.relaunch({ unlock: false })
    const second = await app.window.evaluate(
      async ({ ours, theirs }) => ({
        ours: await window.palet.keychainOpen({ sealed: ours }),
        theirs: await window.palet.keychainOpen({ sealed: theirs }),
        broken: await window.palet.keychainOpen({ sealed: `AAAA${ours.slice(4)}` }),
      }),
      { ours: sealed, theirs: foreign },
    )
    expect(second.ours).toEqual({ ok: true, value: { secret } })
    expect(second.theirs).toMatchObject({ ok: false, error: { code: 'keychain-failed' } })
    expect(second.broken).toMatchObject({ ok: false, error: { code: 'keychain-failed' } })
  } finally {
    await app.close()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})

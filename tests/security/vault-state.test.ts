import { describe, expect, it, vi } from 'vitest'
import { VaultState } from '@main/window/vault-state'

type Listener = (event: { preventDefault(): void }) => void

function stateWith() {
  const listeners = new Map<string, Listener>()
  const power = new Map<string, () => void>()
  const done: string[] = []
  const state = new VaultState({
    window: {
      setTitle: (title) => done.push(`title ${title}`),
      isDestroyed: () => false,
      webContents: { on: (event: string, listener: Listener) => listeners.set(event, listener) },
    },
    menu: { setVaultOpen: (open) => done.push(`menu ${open ? 'open' : 'locked'}`) },
    power: {
      on: (event, listener) => power.set(event, listener),
      getSystemIdleTime: () => 0,
      getSystemIdleState: () => 'active',
    },
    boards: [
      {
        clearOwn: () => {
          done.push('clipboard')
          return Promise.resolve()
        },
      },
    ],
    ask: (reason) => done.push(`ask ${reason}`),
    replacePage: () => done.push('fresh page'),
  })
  const fire = (event: string) => {
    const preventDefault = vi.fn()
    listeners.get(event)?.({ preventDefault })
    return preventDefault.mock.calls.length > 0
  }
  return { state, done, fire, power }
}

describe('what the main process does when the vault is locked', () => {
  it('forgets everything, in this order, and only then replaces the page', async () => {
    const { state, done } = stateWith()
    state.opened(5)
    done.length = 0
    await state.locked()
    expect(done).toEqual(['menu locked', 'title Palet', 'clipboard', 'fresh page'])
  })

  it('a page that starts anew or is gone has locked the vault as well', () => {
    for (const event of ['did-navigate', 'render-process-gone']) {
      const { state, done, fire, power } = stateWith()
      state.opened(5)
      fire(event)
      expect(done).toEqual(['menu open', 'menu locked', 'title Palet', 'clipboard'])
      power.get('suspend')?.()
      expect(done).not.toContain('ask sleep')
    }
  })

  it('the first page of all forgets nothing', () => {
    const { done, fire } = stateWith()
    fire('did-navigate')
    expect(done).toEqual([])
  })

  it('a form with unsaved changes keeps a page only as long as it is not locked', async () => {
    const { state, fire } = stateWith()
    state.opened(5)
    expect(fire('will-prevent-unload')).toBe(false)
    await state.locked()
    expect(fire('will-prevent-unload')).toBe(true)
    fire('did-navigate')
    expect(fire('will-prevent-unload')).toBe(false)
  })

  it('passes on why', () => {
    const { state, done, power } = stateWith()
    state.opened(null)
    power.get('lock-screen')?.()
    expect(done).toEqual(['menu open', 'ask screen'])
    void state.locked()
  })
})

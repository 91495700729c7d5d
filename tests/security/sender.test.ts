import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '@main/ipc/sender'

const OUR_WINDOW = 1

function eventFrom(change: { url?: string; origin?: string; parent?: object | null } = {}, id = OUR_WINDOW) {
  const frame = { url: 'palet://app/index.html#/planning', origin: 'palet://app', parent: null, ...change }
  return { sender: { id, mainFrame: frame }, senderFrame: frame }
}

describe('who may ask', () => {
  it('is the main frame of our window with our page', () => {
    expect(isTrustedSender(eventFrom(), OUR_WINDOW)).toBe(true)
  })

  it.each([
    ['another window', eventFrom({}, 2)],
    ['a frame inside a page', eventFrom({ parent: {} })],
    ['a website', eventFrom({ url: 'https://palet.example/', origin: 'https://palet.example' })],
    [
      'an origin that only starts like ours',
      eventFrom({ url: 'palet://app.evil/', origin: 'palet://app.evil' }),
    ],
    ['our scheme with a user name before the host', eventFrom({ url: 'palet://app@evil/index.html' })],
    ['an opaque origin at our address', eventFrom({ origin: 'null' })],
    ['a file', eventFrom({ url: 'file:///index.html', origin: 'file://' })],
    ['another file of our scheme', eventFrom({ url: 'palet://app/assets/icon.svg' })],
    ['an empty page', eventFrom({ url: 'about:blank', origin: 'palet://app' })],
    ['an address that is none', eventFrom({ url: '' })],
  ])('is not %s', (_what, event) => {
    expect(isTrustedSender(event, OUR_WINDOW)).toBe(false)
  })

  it('is not a frame that has gone, nor one beside the main frame', () => {
    const event = eventFrom()
    expect(isTrustedSender({ ...event, senderFrame: null }, OUR_WINDOW)).toBe(false)
    expect(isTrustedSender({ ...event, senderFrame: { ...event.senderFrame } }, OUR_WINDOW)).toBe(false)
  })

  it('is nobody while there is no window', () => {
    expect(isTrustedSender(eventFrom(), null)).toBe(false)
  })
})

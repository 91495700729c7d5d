import { startListener, type Listener } from '../security/support/listener'
import { expectProtests } from '../security/support/protests'
import { expect, test } from './support'

// No byte may leave or enter: the listener counts whatever comes through, by any road.

let listener: Listener
test.beforeEach(async () => {
  listener = await startListener()
})
test.afterEach(async () => {
  await listener.close()
})

test('nothing in the window reaches the network', async ({ app }) => {
  expectProtests(app)
  const outcomes = await app.window.evaluate(async (port) => {
    const base = `http://127.0.0.1:${port}/`
    const wait = (ms: number) => new Promise<string>((done) => setTimeout(done, ms, 'nothing'))
    const settled = (start: (done: (word: string) => void) => void) =>
      Promise.race([
        new Promise<string>((done) => {
          try {
            start(done)
          } catch (error) {
            done(`threw ${error instanceof Error ? error.name : ''}`)
          }
        }),
        wait(1500),
      ])
    const element = (name: string, set: Record<string, string>) =>
      settled((done) => {
        const node = document.createElement(name)
        node.addEventListener('load', () => {
          done('loaded')
        })
        node.addEventListener('error', () => {
          done('error')
        })
        for (const [key, value] of Object.entries(set)) node.setAttribute(key, value)
        document.body.append(node)
      })

    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'modulepreload', 'icon']) {
      const link = document.createElement('link')
      link.rel = rel
      link.href = base + rel
      document.head.append(link)
    }
    const ping = document.createElement('a')
    ping.href = '#'
    ping.setAttribute('ping', `${base}ping`)
    ping.click()

    const peers = async () => {
      const turn = { username: 'a', credential: 'b' }
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=udp`, ...turn },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, ...turn },
        ],
      })
      const found: string[] = []
      connection.onicecandidate = (event) => {
        if (event.candidate?.candidate) found.push(event.candidate.candidate)
      }
      connection.createDataChannel('out')
      await connection.setLocalDescription(await connection.createOffer())
      await wait(1500)
      connection.close()
      return found.length === 0 ? 'nothing' : found.join()
    }

    return {
      fetch: await fetch(`${base}fetch`, { mode: 'no-cors' }).then(
        () => 'answer',
        () => 'error',
      ),
      xhr: await settled((done) => {
        const request = new XMLHttpRequest()
        request.onload = () => {
          done('answer')
        }
        request.onerror = () => {
          done('error')
        }
        request.open('GET', `${base}xhr`)
        request.send()
      }),
      socket: await settled((done) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`)
        socket.onopen = () => {
          done('open')
        }
        socket.onerror = () => {
          done('error')
        }
      }),
      events: await settled((done) => {
        const source = new EventSource(`${base}events`)
        source.onopen = () => {
          done('open')
        }
        source.onerror = () => {
          done('error')
        }
      }),
      beacon: (navigator.sendBeacon(`${base}beacon`, 'x'), 'sent or not'),
      image: await element('img', { src: `${base}image` }),
      script: await element('script', { src: `${base}script.js` }),
      style: await element('link', { rel: 'stylesheet', href: `${base}style.css` }),
      video: await element('video', { src: `${base}video` }),
      object: await element('object', { data: `${base}object` }),
      embed: await element('embed', { src: `${base}embed` }),
      worker: await settled((done) => {
        new Worker(`${base}worker.js`).onerror = () => {
          done('error')
        }
      }),
      peers: await peers(),
    }
  }, listener.port)

  for (const [way, outcome] of Object.entries(outcomes)) {
    expect([way, outcome]).not.toEqual([way, expect.stringMatching(/^(answer|open|loaded)/)])
  }
  expect(outcomes.peers).toBe('nothing')
  expect(listener.arrivals).toEqual([])
})

test('a page without any policy of its own reaches nothing either', async ({ app }) => {
  expectProtests(app)
  const outcome = await app.electron.evaluate(async ({ BrowserWindow }, port) => {
    const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    const base = `http://127.0.0.1:${port}/`
    await bare.loadURL('data:text/html,<title>kaal</title>')
    const inPage = String(
      await bare.webContents.executeJavaScript(`(async () => {
        const ways = [
          fetch('${base}fetch', { mode: 'no-cors' }),
          new Promise((yes, no) => { const s = new WebSocket('ws://127.0.0.1:${port}/'); s.onopen = yes; s.onerror = no }),
          new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = no; i.src = '${base}image' }),
        ]
        const l = document.createElement('link'); l.rel = 'preconnect'; l.href = '${base}'; document.head.append(l)
        const ends = await Promise.allSettled(ways)
        await new Promise((done) => setTimeout(done, 500))
        return ends.map((end) => end.status).join()
      })()`),
    )
    const loaded = await bare.loadURL(base).then(
      () => 'loaded',
      (error: unknown) => String(error),
    )
    bare.destroy()
    return { inPage, loaded }
  }, listener.port)
  expect(outcome.inPage).toBe('rejected,rejected,rejected')
  expect(outcome.loaded).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(listener.arrivals).toEqual([])
})

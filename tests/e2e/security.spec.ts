import type {} from '@/platform/bridge'
import { startListener, type Listener } from '../security/support/listener'
import { expectProtests } from '../security/support/protests'
import { expect, test } from './support'

// Each test plays an intruder who already runs script in the window, and tries one way out of it.

let listener: Listener
test.beforeEach(async () => {
  listener = await startListener()
})
test.afterEach(async () => {
  await listener.close()
})

test('script that is not a file of Palet does not run', async ({ app }) => {
  expectProtests(app)
  const outcome = await app.window.evaluate(async () => {
    const tries: Record<string, string> = {}
    const inline = document.createElement('script')
    inline.textContent = 'window.hacked = "inline"'
    document.body.append(inline)
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.hacked = \'handler\'">')
    for (const address of ['data:text/javascript,window.hacked="data"', 'blob']) {
      const script = document.createElement('script')
      const blob = new Blob(['window.hacked = "blob"'], { type: 'text/javascript' })
      script.src = address === 'blob' ? URL.createObjectURL(blob) : address
      document.body.append(script)
    }
    const link = document.createElement('a')
    link.href = 'javascript:window.hacked="link"'
    document.body.append(link)
    link.click()
    // The test's own way in allows eval until the first pause.
    await new Promise((done) => setTimeout(done, 400))
    const code = 'window.hacked = "eval"'
    for (const [name, run] of Object.entries({
      eval: () => (0, eval)(code),
      function: () => new Function(code)(),
      timer: () => setTimeout(code, 0),
    })) {
      try {
        run()
        tries[name] = 'ran'
      } catch (error) {
        tries[name] = error instanceof EvalError ? 'refused' : String(error)
      }
    }
    await new Promise((done) => setTimeout(done, 400))
    return { ...tries, hacked: Reflect.get(window, 'hacked') }
  })
  expect(outcome).toMatchObject({ eval: 'refused', function: 'refused', hacked: undefined })
})

test('the window opens nothing and goes nowhere', async ({ app }) => {
  expectProtests(app)
  // The page finds its own place behind the # while it starts.
  await expect.poll(() => app.window.url()).toContain('#/')
  const before = app.window.url()
  const outcome = await app.window.evaluate(async (port) => {
    const base = `http://127.0.0.1:${port}/`
    const opened = [base, 'about:blank', 'palet://app/', 'data:text/html,x'].map((url) => window.open(url))
    const frame = document.createElement('iframe')
    frame.src = 'palet://app/index.html'
    const outside = document.createElement('iframe')
    outside.src = base
    const view = document.createElement('webview')
    view.setAttribute('src', base)
    const form = document.createElement('form')
    form.action = base
    form.method = 'post'
    const link = document.createElement('a')
    link.href = base
    link.target = '_blank'
    document.body.append(frame, outside, view, form, link)
    link.click()
    form.submit()
    await new Promise((done) => setTimeout(done, 500))
    return {
      opened: opened.filter((each) => each !== null).length,
      frame: frame.contentDocument?.title ?? 'closed off',
      view: 'getWebContentsId' in view || 'loadURL' in view,
    }
  }, listener.port)
  expect(outcome.opened).toBe(0)
  expect(outcome.view).toBe(false)

  for (const address of [
    `http://127.0.0.1:${listener.port}/away`,
    'https://example.org/',
    'file:///etc/passwd',
    'data:text/html,<title>weg</title>',
    'palet://app/assets/',
    'palet://app/index.html?anders',
    'palet://elders/index.html',
    'mailto:anna@example.org',
  ]) {
    await app.window.evaluate((url) => {
      location.href = url
    }, address)
    await app.window.waitForTimeout(150)
    expect([address, app.window.url()]).toEqual([address, before])
  }
  // The engine shows an empty page without asking; Palet is back at once.
  await app.window.evaluate(() => {
    location.href = 'about:blank'
  })
  await expect(async () => {
    expect(app.window.url()).toBe(before)
    expect(await app.window.evaluate(async () => (await window.palet.appInfo({})).ok)).toBe(true)
  }).toPass({ timeout: 10_000 })

  const windows = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getType()),
  )
  expect(windows).toEqual(['window'])
  expect(listener.arrivals).toEqual([])
})

test('every permission is refused', async ({ app }) => {
  expectProtests(app)
  const outcome = await app.window.evaluate(async () => {
    const end = (promise: Promise<unknown>) =>
      Promise.race([
        promise.then(
          () => 'granted',
          () => 'refused',
        ),
        new Promise<string>((done) => setTimeout(done, 2000, 'refused by silence')),
      ])
    const state = async (name: string) => {
      // Names beyond the compiler's list are part of the attack.
      const query = { name }
      return (await Reflect.apply(navigator.permissions.query, navigator.permissions, [query])).state
    }
    const states: Record<string, string> = {}
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']) {
      states[name] = await state(name)
    }
    return {
      states,
      place: await end(
        new Promise((yes, no) => {
          navigator.geolocation.getCurrentPosition(yes, no)
        }),
      ),
      notifications: await Notification.requestPermission(),
      camera: await end(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await end(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await end(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await end(navigator.clipboard.readText()),
      midi: await end(navigator.requestMIDIAccess({ sysex: true })),
    }
  })
  expect(Object.values(outcome.states)).not.toContain('granted')
  expect(outcome).toMatchObject({
    place: 'refused',
    notifications: 'denied',
    camera: 'refused',
    microphone: 'refused',
    screen: 'refused',
    clipboard: 'refused',
    midi: 'refused',
  })
})

test('no file of the computer comes in through an address', async ({ app }) => {
  expectProtests(app)
  const outcome = await app.window.evaluate(async () => {
    const read = (address: string) =>
      fetch(address).then(
        async (answer) => (answer.ok ? await answer.text() : String(answer.status)),
        () => 'error',
      )
    return {
      file: await read('file:///etc/passwd'),
      up: await read('palet://app/../../package.json'),
      hidden: await read('palet://app/..%2f..%2fpackage.json'),
      coded: await read('palet://app/%2e%2e/%2e%2e/package.json'),
      backslash: await read('palet://app/..%5c..%5cpackage.json'),
      main: await read('palet://app/..%2fmain/index.cjs'),
      absolute: await read('palet://app//etc/passwd'),
      post: await fetch('palet://app/index.html', { method: 'POST' }).then((answer) => String(answer.status)),
    }
  })
  expect(outcome).toEqual({
    file: 'error',
    up: '404',
    hidden: '404',
    coded: '404',
    backslash: '404',
    main: '404',
    absolute: '404',
    post: '405',
  })
})

test('a download link saves nothing', async ({ app }) => {
  expectProtests(app)
  const started = await app.electron.evaluate(({ session }) => {
    const seen: string[] = []
    Reflect.set(globalThis, 'downloads', seen)
    session.defaultSession.on('will-download', (event, item) => {
      seen.push(`${event.defaultPrevented ? 'refused' : 'allowed'} ${item.getFilename()}`)
    })
    return seen.length
  })
  expect(started).toBe(0)
  await app.window.evaluate(async (port) => {
    const blob = URL.createObjectURL(new Blob(['geheim']))
    for (const [href, name] of [
      [blob, 'blob.txt'],
      ['data:text/plain,geheim', 'data.txt'],
      ['palet://app/index.html', 'eigen.html'],
      [`http://127.0.0.1:${port}/x`, 'buiten.txt'],
    ] as const) {
      const link = document.createElement('a')
      link.href = href
      link.download = name
      document.body.append(link)
      link.click()
      await new Promise((done) => setTimeout(done, 250))
    }
  }, listener.port)
  const seen = await app.electron.evaluate(() => String(Reflect.get(globalThis, 'downloads')))
  expect(seen).not.toContain('allowed')
  expect(listener.arrivals).toEqual([])
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, isEntryPage, isLocalContent } from '@main/security/csp'
import { answerFromFolder, fileForAddress } from '@main/security/scheme'

let top = ''
let root = ''

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'palet-scheme-'))
  root = join(top, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(top, 'renderer-other'))
  await writeFile(join(top, 'package.json'), '{"geheim":true}')
  await writeFile(join(top, 'renderer-other', 'a.js'), 'geheim')
  await writeFile(join(root, 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'assets', 'naam met spatie.js'), 'export {}')
  for (const ending of ['mjs', 'wasm', 'woff2', 'ttf', 'json', 'svg', 'css', 'sh']) {
    await writeFile(join(root, 'assets', `x.${ending}`), 'x')
  }
})

afterAll(() => rm(top, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => answerFromFolder({ url, method }, root)

describe('content of the window', () => {
  it('is served with its type and the policy', async () => {
    const types = {
      '': 'text/html; charset=utf-8',
      'index.html': 'text/html; charset=utf-8',
      'assets/naam%20met%20spatie.js?v=1': 'text/javascript; charset=utf-8',
      'assets/x.mjs': 'text/javascript; charset=utf-8',
      'assets/x.wasm': 'application/wasm',
      'assets/x.woff2': 'font/woff2',
      'assets/x.ttf': 'font/ttf',
      'assets/x.json': 'application/json; charset=utf-8',
      'assets/x.svg': 'image/svg+xml; charset=utf-8',
      'assets/x.css': 'text/css; charset=utf-8',
    }
    for (const [path, type] of Object.entries(types)) {
      const answer = await get(`palet://app/${path}`)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, type])
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it.each([
    'palet://app/../package.json',
    'palet://app/../../package.json',
    'palet://app/assets/../../package.json',
    'palet://app/%2e%2e/package.json',
    'palet://app/%2E%2E%2Fpackage.json',
    'palet://app/..%2fpackage.json',
    'palet://app/assets/..%2f..%2fpackage.json',
    'palet://app/..%5cpackage.json',
    'palet://app/..\\package.json',
    'palet://app/%2e%2e/renderer-other/a.js',
    'palet://app/..%2frenderer-other/a.js',
    'palet://app//etc/passwd',
    'palet://app/%2fetc/hostname.json',
    'palet://app/index.html%00.json',
    'palet://app/%',
    'palet://app/assets',
    'palet://app/assets/',
    'palet://app/assets/x.sh',
    'palet://app/niet-hier.js',
    'palet://other/index.html',
    'palet://app:81/index.html',
    'palet://anna@app/index.html',
    'file:///etc/passwd',
    'https://app/index.html',
    'niets',
  ])('does not include %s', async (url) => {
    const answer = await get(url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it('names no file outside its folder, however the address is written', () => {
    const parts = ['..', '%2e%2e', '%2E.', '.', '', 'assets', '%2f', '%5c', 'x.js', '%252e%252e', '%c0%ae']
    for (const a of parts) {
      for (const b of parts) {
        for (const c of parts) {
          const file = fileForAddress(`palet://app/${a}/${b}/${c}/x.json`, root)
          expect(file === null || file.startsWith(`${root}/`) || file.startsWith(`${root}\\`)).toBe(true)
        }
      }
    }
  })

  it('is only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await get('palet://app/index.html', method)).status).toBe(405)
    }
    const head = await get('palet://app/index.html', 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
  })
})

describe('the policy of the window', () => {
  it('is this one', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    )
  })

  it('allows no inline script, no eval and no address on a network', () => {
    expect(contentSecurityPolicy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|https?:|\*|ws:/)
  })

  it('counts as local only what never leaves the computer', () => {
    for (const local of ['palet://app/a.js', 'data:image/png;base64,AA', 'blob:palet://app/1-2']) {
      expect([local, isLocalContent(local)]).toEqual([local, true])
    }
    for (const other of [
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'palet://app.evil/a.js',
      'blob:https://evil/1',
      'ftp://a/',
      'devtools://devtools/x',
      'https://palet://app/',
      '',
    ]) {
      expect([other, isLocalContent(other)]).toEqual([other, false])
    }
  })

  it('knows its own page from all others', () => {
    expect(isEntryPage('palet://app/')).toBe(true)
    expect(isEntryPage('palet://app/index.html#/rapport?van=2026')).toBe(true)
    expect(isEntryPage('palet://app/index.html?x=1')).toBe(false)
    expect(isEntryPage('palet://app/assets/x.svg')).toBe(false)
  })
})

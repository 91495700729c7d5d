import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureTestApplication } from '../../tools/lib/application.mjs'
import { configurationFor, fusesFor } from '../../tools/package/electron-builder.config.mjs'
import { leftOutBecause } from '../../tools/package/left-out.mjs'

const off = '0'.charCodeAt(0)
const on = '1'.charCodeAt(0)

describe('the packaged application', () => {
  let executable = ''
  let electronMajor = 0
  let resources = ''

  // Packaged already when the whole test run comes here.
  beforeAll(async () => {
    const application = await ensureTestApplication()
    executable = application.executable
    electronMajor = Number.parseInt(application.runtime.version, 10)
    resources = join(dirname(executable), process.platform === 'darwin' ? '../Resources' : 'resources')
  }, 180_000)

  test('has its fuses set in the executable', async () => {
    const wire = await getCurrentFuseWire(executable)
    expect(wire[FuseV1Options.RunAsNode]).toBe(off)
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(on)
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(off)
    expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(on)
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(on)
    if (electronMajor >= 29) expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(off)
  })

  test('keeps the door of the test driver open only here', async () => {
    const wire = await getCurrentFuseWire(executable)
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(on)
  })

  test('holds the build and nothing else', () => {
    const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((file) =>
      file.replaceAll('\\', '/'),
    )
    expect(files).toContain('/out/main/index.cjs')
    expect(files).toContain('/out/preload/index.cjs')
    expect(files).toContain('/out/renderer/index.html')
    const strangers = files.filter((file) => file !== '/package.json' && !/^\/out(\/|$)/.test(file))
    expect(strangers).toEqual([])
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
  })

  test('has no program beside the archive', () => {
    const names = readdirSync(resources).map((name) => basename(name))
    expect(names.filter((name) => name === 'app' || name.endsWith('.asar'))).toEqual(['app.asar'])
  })
})

describe('the configuration', () => {
  test('differs between test and shipping in one fuse only', () => {
    const shipped = fusesFor({ electronVersion: '45.4.1' })
    const tested = fusesFor({ electronVersion: '45.4.1', forTest: true })
    expect(tested).toEqual({ ...shipped, enableNodeCliInspectArguments: true })
    expect(shipped).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    const sameFuses = { electronFuses: shipped }
    expect({ ...configurationFor({ forTest: true }), ...sameFuses }).toEqual({
      ...configurationFor(),
      ...sameFuses,
    })
  })

  test('never starts the program without its sandbox', () => {
    expect(JSON.stringify(configurationFor())).not.toContain('sandbox')
    expect(configurationFor().toolsets?.appimage).not.toBe('0.0.0')
    expect(configurationFor().linux?.executableArgs).toEqual([])
  })

  test('installs on Windows in Dutch, for one person, without an administrator', () => {
    const { nsis, msi, win } = configurationFor()
    expect(nsis).toMatchObject({ perMachine: false, allowElevation: false, installerLanguages: ['nl_NL'] })
    expect(msi).toMatchObject({ perMachine: false })
    expect(win).toMatchObject({ requestedExecutionLevel: 'asInvoker' })
  })
})

describe('an installer that is left out', () => {
  test('names the place its maker could not be fetched from', () => {
    const stdout = '  ⨯ failed to build AppImage  error=getaddrinfo ENOTFOUND github.com'
    expect(leftOutBecause({ stdout, stderr: '' })).toBe(
      'Het gereedschap ervoor is hier niet op te halen van github.com.',
    )
  })

  test('repeats what the packager said otherwise', () => {
    const stdout = '  • building\n  ⨯ icon is too small\n'
    expect(leftOutBecause({ stdout, stderr: '' })).toBe('electron-builder meldt: icon is too small')
  })
})

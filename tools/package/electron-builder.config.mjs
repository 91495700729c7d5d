import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const top = resolve(import.meta.dirname, '../..')
const icons = 'resources/icons'

export const iconSizes = [48, 128, 256, 512]

export const fileType = {
  ext: 'palet',
  name: 'Palet-programma',
  description: 'Programma van Palet',
  mimeType: 'application/vnd.palet+json',
}

/**
 * @typedef {object} Variant
 * @property {string} [electronFolder] an unpacked Electron to use instead of downloading one
 * @property {string} [electronVersion]
 * @property {string} [output]
 * @property {boolean} [forTest]
 */

/**
 * Switches inside the Electron executable itself, which nothing at run time can turn back.
 * @param {Variant} variant
 * @returns {import('electron-builder').Configuration['electronFuses']}
 */
export function fusesFor({ electronVersion, forTest = false }) {
  const major = electronVersion === undefined ? Infinity : Number.parseInt(electronVersion, 10)
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    // The driver of the end-to-end tests enters through --inspect. So the package under test keeps that
    // one door; what ships has it closed. This is the only difference between the two.
    enableNodeCliInspectArguments: forTest,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    // This switch came with Electron 29; an older one refuses to be told about it.
    ...(major >= 29 ? { grantFileProtocolExtraPrivileges: false } : {}),
  }
}

/**
 * @param {Variant} [variant] empty for what ships
 * @returns {import('electron-builder').Configuration}
 */
export function configurationFor(variant = {}) {
  const { electronFolder, electronVersion, output = 'dist' } = variant
  return {
    appId: 'nl.palet.Palet',
    productName: 'Palet',
    copyright: 'EUPL-1.2',
    directories: { output, buildResources: icons },
    ...(electronFolder === undefined ? {} : { electronDist: electronFolder }),
    ...(electronVersion === undefined ? {} : { electronVersion }),
    // The build has everything in it, so the archive holds only that.
    files: ['out/**', 'package.json', '!**/*.map'],
    asar: true,
    npmRebuild: false,
    electronLanguages: ['nl', 'en-US'],
    electronFuses: fusesFor(variant) ?? null,
    fileAssociations: [{ ...fileType, role: 'Editor' }],
    // The older bundle starts the AppImage without Chromium's sandbox; this one doesn't.
    toolsets: { appimage: '1.0.3' },
    linux: {
      // The Debian package is made by deb.mjs, with the system's own tool.
      target: ['dir', 'AppImage'],
      executableName: 'palet',
      syncDesktopName: true,
      icon: icons,
      category: 'Office',
      maintainer: 'Palet',
      vendor: 'Palet',
      synopsis: 'Regie op de omvorming van opvang naar wonen met begeleiding',
      desktop: { entry: { 'Name[nl]': 'Palet', StartupWMClass: 'Palet' } },
      executableArgs: [],
    },
    win: {
      target: [
        { target: 'nsis', arch: ['x64'] },
        { target: 'msi', arch: ['x64'] },
      ],
      icon: `${icons}/icon.ico`,
      // Palet asks for no more rights than the person has.
      requestedExecutionLevel: 'asInvoker',
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      allowToChangeInstallationDirectory: false,
      installerLanguages: ['nl_NL'],
      language: '1043',
      ...(existsSync(join(top, 'LICENSE')) ? { license: 'LICENSE' } : {}),
      deleteAppDataOnUninstall: false,
      shortcutName: 'Palet',
    },
    msi: { perMachine: false, oneClick: true, shortcutName: 'Palet' },
    mac: { target: ['dir'], category: 'public.app-category.business', identity: null },
    publish: null,
  }
}

export default configurationFor()

import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { top } from '../lib/paths.mjs'
import { run } from '../lib/run.mjs'
import { fileType, iconSizes } from './electron-builder.config.mjs'

// A Debian package made with Debian's own dpkg-deb: no tool to download, no scripts that run at
// installation. Menus and file types are picked up by the triggers of the packages that own them.

const summary = 'Regie op de omvorming van opvang naar wonen met begeleiding'

// Either name of a library will do: newer releases renamed some of them.
const depends = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
]

export const debTool = '/usr/bin/dpkg-deb'

/**
 * Lays out the files of the package and packs them.
 * @param {string} program folder with the packaged application
 * @param {string} work empty folder to use
 * @returns {Promise<{ file: string, result: import('../lib/run.mjs').RunResult }>}
 */
export async function makeDeb(program, work) {
  /** @type {{ name: string, version: string, description: string }} */
  const { name, version, description } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'))
  const root = join(work, 'root')
  const put = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  cpSync(program, join(root, 'opt/Palet'), { recursive: true })
  // Chromium's helper for kernels that keep ordinary users from making a sandbox themselves.
  chmodSync(join(root, 'opt/Palet/chrome-sandbox'), 0o4755)
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  symlinkSync('/opt/Palet/palet', join(root, 'usr/bin/palet'))
  put('usr/share/applications/palet.desktop', desktopEntry())
  put('usr/share/mime/packages/palet.xml', mimeType())
  for (const dots of iconSizes) {
    const place = join(root, `usr/share/icons/hicolor/${dots}x${dots}/apps/palet.png`)
    mkdirSync(dirname(place), { recursive: true })
    cpSync(join(top, `resources/icons/${dots}x${dots}.png`), place)
  }
  const license = join(top, 'LICENSE')
  if (existsSync(license)) put('usr/share/doc/palet/copyright', readFileSync(license, 'utf8'))
  put(
    'DEBIAN/control',
    `Package: ${name}
Version: ${version}
Architecture: amd64
Maintainer: Palet
Section: misc
Priority: optional
Depends: ${depends.join(', ')}
Recommends: libsecret-1-0
Description: ${summary}
 ${description}
`,
  )
  const file = join(work, `${name}_${version}_amd64.deb`)
  const result = await run(debTool, ['--root-owner-group', '-Zxz', '-z3', '--build', root, file], {
    output: 'collect',
  })
  return { file, result }
}

function desktopEntry() {
  return `[Desktop Entry]
Type=Application
Name=Palet
Comment=${summary}
Exec=/opt/Palet/palet %f
Icon=palet
Terminal=false
Categories=Office;
MimeType=${fileType.mimeType};
StartupWMClass=Palet
`
}

function mimeType() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${fileType.mimeType}">
    <comment>${fileType.name}</comment>
    <glob pattern="*.${fileType.ext}"/>
  </mime-type>
</mime-info>
`
}

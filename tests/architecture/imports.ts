import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'

export const TOP = resolve(import.meta.dirname, '../..')

const ALIASES: readonly (readonly [string, string])[] = [
  ['@/', 'src-renderer/'],
  ['@main/', 'src-main/'],
  ['@resources/', 'resources/'],
]

/** All files below a folder with one of the endings, as paths from the top. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  const full = join(TOP, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => endings.some((e) => name.endsWith(e)) && statSync(join(TOP, name)).isFile())
    .sort()
}

export interface ImportOf {
  readonly from: string
  /** As written. */
  readonly specifier: string
  /** Path from the top for our own files, null for a package. */
  readonly target: string | null
}

const PATTERNS = [
  /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]/g,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+)['"]/g,
  /\brequire\(\s*['"]([^'"]+)['"]/g,
]

/** Every import of a source text, type imports and dynamic ones too. Comments don't count. */
export function specifiersIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1')
  return PATTERNS.flatMap((pattern) => [...code.matchAll(pattern)].map((m) => m[1] ?? ''))
}

export function importsOf(file: string, source = readFileSync(join(TOP, file), 'utf8')): ImportOf[] {
  return specifiersIn(source).map((specifier) => ({
    from: file,
    specifier,
    target: targetOf(file, specifier),
  }))
}

function targetOf(file: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, '')
  const alias = ALIASES.find(([prefix]) => bare.startsWith(prefix))
  if (alias !== undefined) return resolveFile(alias[1] + bare.slice(alias[0].length))
  if (bare.startsWith('.')) return resolveFile(normalize(join(dirname(file), bare)))
  return null
}

function resolveFile(path: string): string {
  for (const candidate of [path, `${path}.ts`, `${path}.vue`, `${path}/index.ts`]) {
    const full = join(TOP, candidate)
    if (existsSync(full) && statSync(full).isFile()) return relative(TOP, full)
  }
  return path
}

/** `@scope/name/deep` → `@scope/name`; `node:fs` → `node:`. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:'
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

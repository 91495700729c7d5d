import { readFile } from 'node:fs/promises'
import { extname, join, relative, isAbsolute } from 'node:path'
import { isAppUrl, securityHeaders } from './csp'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.palet': 'application/json; charset=utf-8',
}

/** The file below `root` that an address of the scheme names; null when it names none or tries to get out. */
export function fileForAddress(address: string, root: string): string | null {
  if (!isAppUrl(address)) return null
  const path = decoded(new URL(address).pathname)
  // The URL parser has folded plain dots away; what is left here was hidden (%2e, %5c, a null byte).
  if (path === null || /[\\\0]/.test(path) || path.split('/').includes('..')) return null
  const file = join(root, path === '' || path === '/' ? 'index.html' : path)
  const inside = relative(root, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
  return extname(file) in contentTypes ? file : null
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Answers one request of the scheme: the window's own files, each with its type and the policy. */
export async function answerFromFolder(
  request: { readonly url: string; readonly method: string },
  root: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const file = fileForAddress(request.url, root)
  if (file === null) return refusal(404)
  try {
    const content = await readFile(file)
    const type = contentTypes[extname(file)] ?? 'application/octet-stream'
    return new Response(request.method === 'HEAD' ? null : content, {
      headers: { ...securityHeaders, 'Content-Type': type, 'Content-Length': String(content.byteLength) },
    })
  } catch {
    return refusal(404)
  }
}

function refusal(status: number): Response {
  return new Response('', {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

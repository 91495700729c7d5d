/** Where the window's content lives: a scheme of our own, so file:// and http:// have no meaning in it. */
export const APP_SCHEME = 'palet'
export const APP_HOST = 'app'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_ENTRY = `${APP_ORIGIN}/index.html`

const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // 'wasm-unsafe-eval' is for the key derivation of the vault (argon2id in WebAssembly); it allows no script.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

export const contentSecurityPolicy = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ')

/** On every answer of the scheme, refusals included. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Is this address content of Palet itself? Compared by parts: a prefix of text proves nothing. */
export function isAppUrl(address: string): boolean {
  const url = parse(address)
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  )
}

/** The page of the window, whatever place in it the part after the # points to. */
export function isEntryPage(address: string): boolean {
  const url = parse(address)
  return (
    url !== null && isAppUrl(address) && ['', '/', '/index.html'].includes(url.pathname) && url.search === ''
  )
}

/** blob: of our own origin, and data: which carries its content with it, never leave the computer. */
export function isLocalContent(address: string): boolean {
  return isAppUrl(address) || address.startsWith(`blob:${APP_ORIGIN}/`) || address.startsWith('data:')
}

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

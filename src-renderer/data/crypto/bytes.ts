const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Bytes in a buffer of their own: what WebCrypto and IndexedDB take. */
export type Bytes = Uint8Array<ArrayBuffer>

export const toUtf8 = (text: string): Bytes => encoder.encode(text)

/** Throws when the bytes are no UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** Same content, in a time that doesn't tell where the first difference is. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (const [index, value] of a.entries()) difference |= value ^ (b[index] ?? 0)
  return difference === 0
}

export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const value of bytes) text += value.toString(16).padStart(2, '0')
  return text
}

export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const value of bytes) text += String.fromCharCode(value)
  return btoa(text)
}

/** Null when the text is no base64. */
export function fromBase64(text: string): Bytes | null {
  try {
    const raw = atob(text)
    return Uint8Array.from(raw, (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

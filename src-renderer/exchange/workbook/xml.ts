/** Events of an XML text, in order. `attributes` is the text between name and end of the tag. */
export interface XmlHandler {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/**
 * Walks well-formed XML without building a tree. Knows no entities but the five of XML itself and numbers, so nothing in
 * a file can grow while it is read. @returns false for a document type or an unfinished tag
 */
export function walkXml(xml: string, handler: XmlHandler): boolean {
  let at = 0
  for (;;) {
    const open = xml.indexOf('<', at)
    if (open === -1) return xml.slice(at).trim() === ''
    if (open > at) handler.text(decodeEntities(xml.slice(at, open)))
    if (xml.startsWith('<!--', open)) {
      at = xml.indexOf('-->', open + 4) + 3
      if (at === 2) return false
      continue
    }
    if (xml.startsWith('<![CDATA[', open)) {
      const end = xml.indexOf(']]>', open + 9)
      if (end === -1) return false
      handler.text(xml.slice(open + 9, end))
      at = end + 3
      continue
    }
    if (xml.startsWith('<!', open)) return false
    const end = endOfTag(xml, open + 1)
    if (end === -1) return false
    tag(xml.slice(open + 1, end), handler)
    at = end + 1
  }
}

/** Where a tag ends, or −1. A `>` within quotes doesn't end it. */
export function endOfTag(xml: string, from: number): number {
  for (let at = from; ;) {
    const end = xml.indexOf('>', at)
    if (end === -1) return -1
    let quote = -1
    for (let i = at; i < end; i += 1) {
      const code = xml.charCodeAt(i)
      if (code === 34 || code === 39) {
        quote = i
        break
      }
    }
    if (quote === -1) return end
    const close = xml.indexOf(xml.charAt(quote), quote + 1)
    if (close === -1) return -1
    at = close + 1
  }
}

function tag(content: string, handler: XmlHandler): void {
  if (content.startsWith('?')) return
  if (content.startsWith('/')) {
    handler.close(content.slice(1).trim())
    return
  }
  const closed = content.endsWith('/')
  const inner = closed ? content.slice(0, -1) : content
  const space = inner.search(/\s/)
  const name = space === -1 ? inner : inner.slice(0, space)
  handler.open(name, space === -1 ? '' : inner.slice(space))
  if (closed) handler.close(name)
}

/** The value of one attribute, or null. */
export function attribute(attributes: string, name: string): string | null {
  for (let from = 0; ;) {
    const at = attributes.indexOf(name, from)
    if (at === -1) return null
    const before = attributes.charCodeAt(at - 1)
    let i = at + name.length
    while (attributes.charCodeAt(i) === 32) i += 1
    if (attributes.charAt(i) === '=' && (before === 32 || before === 10 || before === 9 || before === 13)) {
      i += 1
      while (attributes.charCodeAt(i) === 32) i += 1
      const end = attributes.indexOf(attributes.charAt(i), i + 1)
      return end === -1 ? null : decodeEntities(attributes.slice(i + 1, end))
    }
    from = at + name.length
  }
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]+);/g, (whole, ref: string) => {
    if (!ref.startsWith('#')) return NAMED.get(ref) ?? whole
    const code = ref.startsWith('#x') ? parseInt(ref.slice(2), 16) : parseInt(ref.slice(1), 10)
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole
  })
}

/** Where JSON stops being JSON. Line and column count from 1; column in characters. */
export interface JsonPosition {
  readonly line: number
  readonly column: number
  /** True when the text ends too soon: a copy that was cut off. */
  readonly cutOff: boolean
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Finds the first place where the text breaks the grammar of JSON. Engines word their own message each in their own
 * way, and some leave the place out. A loop with a list of open brackets: depth can't exhaust the call stack.
 * @returns null when the text is sound JSON
 */
export function findJsonError(text: string): JsonPosition | null {
  const at = scan(text)
  if (at === null) return null
  const before = text.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return {
    line: before.split('\n').length,
    column: at - lineStart + 1,
    cutOff: at >= text.length,
  }
}

type Expect = 'value' | 'valueOrClose' | 'key' | 'keyOrClose' | 'colon' | 'commaOrClose' | 'end'

function scan(text: string): number | null {
  const open: ('{' | '[')[] = []
  let expect: Expect = 'value'
  let at = 0
  const afterValue = (): Expect => (open.length === 0 ? 'end' : 'commaOrClose')
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  for (;;) {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
    if (at >= text.length) return expect === 'end' ? null : at
    const c = text.charAt(at)
    const top = open.at(-1)
    if (expect === 'value' || expect === 'valueOrClose') {
      if (c === '{' || c === '[') {
        open.push(c)
        expect = c === '{' ? 'keyOrClose' : 'valueOrClose'
        at += 1
      } else if (c === ']' && expect === 'valueOrClose') {
        open.pop()
        expect = afterValue()
        at += 1
      } else if (c === '"') {
        const end = scanString(text, at)
        if (!end.closed) return end.at
        expect = afterValue()
        at = end.at
      } else if (match(LITERAL)) expect = afterValue()
      else return at
    } else if (expect === 'key' || expect === 'keyOrClose') {
      if (c === '}' && expect === 'keyOrClose') {
        open.pop()
        expect = afterValue()
        at += 1
      } else if (c === '"') {
        const end = scanString(text, at)
        if (!end.closed) return end.at
        expect = 'colon'
        at = end.at
      } else return at
    } else if (expect === 'colon') {
      if (c !== ':') return at
      expect = 'value'
      at += 1
    } else if (expect === 'commaOrClose') {
      if (c === ',') expect = top === '{' ? 'key' : 'value'
      else if ((c === '}' && top === '{') || (c === ']' && top === '[')) {
        open.pop()
        expect = afterValue()
      } else return at
      at += 1
    } else return at
  }
}

/**
 * Walks a string from its opening quote. A loop and not one pattern: a pattern keeps a note of every character for going
 * back, and a string of many megabytes would exhaust that.
 * @returns the place after the closing quote, or the place where the string breaks
 */
function scanString(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { at: at + 1, closed: true }
    if (code < 0x20) break
    if (code === 0x5c) {
      ESCAPE.lastIndex = at
      if (!ESCAPE.test(text)) break
      at = ESCAPE.lastIndex
    } else at += 1
  }
  return { at, closed: false }
}

/** Where JSON stops being JSON. Line and column count from 1; column in characters. */
export interface JsonPosition {
  readonly line: number
  readonly column: number
  /** True when the text ends too soon: a copy that was cut off. */
  readonly cutOff: boolean
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y
// One character at a time outside a plain run: no nested repetition, so no input makes it slow.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

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
      } else if (match(c === '"' ? STRING : LITERAL)) expect = afterValue()
      else return breakIn(text, at)
    } else if (expect === 'key' || expect === 'keyOrClose') {
      if (c === '}' && expect === 'keyOrClose') {
        open.pop()
        expect = afterValue()
        at += 1
      } else if (c === '"' && match(STRING)) expect = 'colon'
      else return breakIn(text, at)
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

/** A string that never closes breaks at the end of the text; anything else where it starts. */
function breakIn(text: string, at: number): number {
  if (text.charAt(at) !== '"') return at
  const rest = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
  rest.lastIndex = at + 1
  rest.test(text)
  return rest.lastIndex
}

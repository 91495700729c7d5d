/** A text as search compares it: small letters, no accents, `ij` and `ĳ` as `y`, one space between words. */
export function foldDutch(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ij/g, 'y')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  const folded = foldDutch(text)
  return folded === '' ? [] : folded.split(' ')
}

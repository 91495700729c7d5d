export interface StayRange {
  readonly value: number
  readonly low: number
  readonly high: number
}

const TEXT = /(?:(\d+)\s*tot\s*)?(\d+)\s*(maand|jaar|jaren)/i

/**
 * Months from the duration that a type states in words, such as "6 tot 24 maanden", "hoogstens 1 jaar" or "omklappen na
 * ongeveer 1 jaar". Null when there is no number in it ("zolang als nodig").
 */
export function stayFromText(text: string): StayRange | null {
  const found = TEXT.exec(text)
  if (found === null) return null
  const unit = found[3]?.toLowerCase().startsWith('jaar') === true ? 12 : 1
  const second = Number(found[2]) * unit
  if (second === 0) return null
  if (found[1] !== undefined) {
    const first = Number(found[1]) * unit
    if (first <= 0 || first > second) return null
    return { low: first, value: (first + second) / 2, high: second }
  }
  // "At most" bounds the stay from above; a single number otherwise lies in the middle.
  return /hoogstens|maximaal|uiterlijk/i.test(text)
    ? { low: second / 3, value: (second * 2) / 3, high: second }
    : { low: (second * 2) / 3, value: second, high: second * 2 }
}

/** Reading and showing what people type: numbers and dates in the Dutch way. Pure. */

export function showNumber(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return ''
  return new Intl.NumberFormat('nl-NL', { maximumFractionDigits: decimals }).format(value)
}

/** The number meant by a text such as `1.234,5` or `1234.5`; null when empty; undefined when it is no number. */
export function readNumber(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0]/g, '')
  if (bare === '') return null
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d+([.,]\d+)?$/.test(bare)) return Number(bare.replace(',', '.'))
  return undefined
}

/** `2026-04-14` as `14-04-2026`; any other text stays as it is. */
export function showDate(iso: string | null): string {
  if (iso === null) return ''
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return m === null ? iso : `${m[3] ?? ''}-${m[2] ?? ''}-${m[1] ?? ''}`
}

/** ISO date meant by `14-4-2026`, `14/04/2026`, `14.4.2026`, `14042026` or ISO; undefined when it is no date. */
export function readDate(text: string): string | null | undefined {
  const bare = text.trim()
  if (bare === '') return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare)
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(bare) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(bare)
  const [year, month, day] =
    iso !== null
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : dutch !== null
        ? [Number(dutch[3]), Number(dutch[2]), Number(dutch[1])]
        : [0, 0, 0]
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** One way to set the first page. */
export interface Setting {
  readonly chart: number
  readonly lead: 'lead' | 'leadSmall' | 'body'
  readonly gap: number
  readonly padding: number
  /** Cause, consequence and adjustment with the rating, and the purpose above. */
  readonly detail: boolean
  /** False: risks and outlook go to a page of their own, "Vervolg". */
  readonly whole: boolean
}

export const TAIL_APART: Setting = {
  chart: 150,
  lead: 'body',
  gap: 10,
  padding: 2.2,
  detail: true,
  whole: false,
}

/**
 * From generous to tight, in the order in which things give way: white space and chart first, then the size of the core
 * message, then what can also be read further on; at last risks and outlook move to the next page.
 */
export const SETTINGS: readonly Setting[] = [
  { chart: 168, lead: 'lead', gap: 12, padding: 2.3, detail: true, whole: true },
  { chart: 148, lead: 'lead', gap: 10, padding: 1.9, detail: true, whole: true },
  { chart: 130, lead: 'lead', gap: 8.5, padding: 1.5, detail: true, whole: true },
  { chart: 116, lead: 'lead', gap: 7, padding: 1.2, detail: true, whole: true },
  { chart: 112, lead: 'leadSmall', gap: 6.5, padding: 1.1, detail: true, whole: true },
  { chart: 102, lead: 'leadSmall', gap: 5.5, padding: 0.9, detail: true, whole: true },
  { chart: 96, lead: 'body', gap: 5, padding: 0.8, detail: true, whole: true },
  { chart: 96, lead: 'body', gap: 5, padding: 0.8, detail: false, whole: true },
  TAIL_APART,
]
export const FIRST_PAGE_FITS = SETTINGS.length

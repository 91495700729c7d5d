import { datedFileName, inFileName } from '../fileName'
import type { SessionSheet } from './model'

/** `2026-11-22 Verslag Regietafel.pdf`. */
export const sessionFileName = ({ date, name }: SessionSheet): string =>
  datedFileName(date, `Verslag ${inFileName(name)}`)

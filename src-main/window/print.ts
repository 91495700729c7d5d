import type { WebContents } from 'electron'
import { BridgeFailure } from '../files/failure'

const NO_PRINTER = 'Er is geen printer gevonden. Sluit een printer aan, of bewaar het rapport als PDF.'
const FAILED = 'Het afdrukken is niet gelukt. Controleer de printer, of bewaar het rapport als PDF.'

/** The system's print dialog. True when sent to the printer, false when the person cancelled. */
export function printContents(contents: WebContents, landscape: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({ landscape, printBackground: true, pageSize: 'A4' }, (success, reason) => {
      if (success || /cancel/i.test(reason)) resolve(success)
      else reject(new BridgeFailure('print-failed', /printer/i.test(reason) ? NO_PRINTER : FAILED))
    })
  })
}

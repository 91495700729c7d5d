import { formatDate } from '@/domain/labels'
import { printWindow } from '@/platform'
import { type RecoverySheet, recoverySheetWords } from '@/reports/recoverySheet'
import { onPaper } from '@/ui/paper'
import './printSheet.css'

/**
 * Prints the recovery sheet: it is put on the page where only a printer sees it, and taken away afterwards.
 * @returns false when the person cancelled
 */
export async function printSheet(sheet: RecoverySheet): Promise<boolean> {
  const words = recoverySheetWords
  const made = document.createElement('div')
  made.className = 'vault-paper'
  made.append(
    line('h1', words.title),
    line('p', `${words.madeOn} ${formatDate(sheet.madeOn)}`),
    keyOf(sheet.recoveryKey),
    line('p', words.check),
    line('h2', words.whatTo),
    ...words.steps.map((step) => line('p', step)),
  )
  return onPaper('vault', '@page { size: A4 portrait; margin: 20mm }', made, async () => {
    const answer = await printWindow(false)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.printed
  })
}

function line(tag: 'h1' | 'h2' | 'p' | 'li', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function keyOf(recoveryKey: string): HTMLElement {
  const list = document.createElement('ol')
  list.append(...recoveryKey.split('-').map((group) => line('li', group)))
  return list
}

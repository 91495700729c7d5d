import { printWindow } from '../platform'

/** Prints what stands on the page for the printer, standing up; false when the person cancelled. */
export async function printUpright(): Promise<boolean> {
  const answer = await printWindow(false)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.printed
}

import { nextTick } from 'vue'

/** Puts the focus on the first field of a form that is wrong. */
export async function focusFault(form: string): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>(`${form} [aria-invalid="true"]`)?.focus()
}

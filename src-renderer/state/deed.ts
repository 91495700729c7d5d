import { nextTick, shallowRef } from 'vue'
import type { Command } from '../domain/commands'
import type { DomainError } from '../domain/result'
import { useChange } from './change'

/** A dialog that does one thing: it closes when that worked, else the refusal stands at its field. */
export function useDeed(close: () => void) {
  const { change } = useChange()
  const failure = shallowRef<DomainError | null>(null)

  async function does(command: Command): Promise<void> {
    failure.value = await change(command)
    if (failure.value === null) {
      close()
      return
    }
    await nextTick()
    document.querySelector<HTMLElement>('.p-dialog [aria-invalid="true"]')?.focus()
  }

  const errorOf = (field: string): string | undefined =>
    failure.value?.field === field ? failure.value.message : undefined

  /** What no field in the dialog can show. */
  const general = (fields: readonly string[]): string | null =>
    failure.value === null || fields.includes(failure.value.field ?? '') ? null : failure.value.message

  return { failure, does, errorOf, general }
}

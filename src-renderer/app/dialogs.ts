import { shallowRef } from 'vue'

export type AppDialog = 'shortcuts' | 'about' | 'who' | 'search'

/** Which dialog of the shell is open. */
export const dialog = shallowRef<AppDialog | null>(null)

export function openDialog(name: AppDialog): void {
  dialog.value = name
}

export function closeDialog(): void {
  dialog.value = null
}

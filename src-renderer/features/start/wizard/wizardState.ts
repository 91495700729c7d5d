import { shallowRef } from 'vue'

/** True while the wizard for a new programme is on the start screen; also asked for by the menu. */
export const makingProgramme = shallowRef(false)

export function startNewProgramme(): void {
  makingProgramme.value = true
}

export function stopNewProgramme(): void {
  makingProgramme.value = false
}

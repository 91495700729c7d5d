import { computed, inject, type ComputedRef, type InjectionKey } from 'vue'

/** What a field tells the control inside it, so that label, hint and error belong to it without wiring by hand. */
export interface FieldContext {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
}

export const fieldKey: InjectionKey<ComputedRef<FieldContext>> = Symbol('field')

interface OwnProps {
  readonly id?: string | undefined
  readonly describedBy?: string | undefined
  readonly invalid?: boolean | undefined
}

/** The attributes of a control: its own props first, else those of the field around it. */
export function useFieldAttributes(own: OwnProps) {
  const field = inject(fieldKey, undefined)
  return computed(() => {
    const invalid = own.invalid === true || field?.value.invalid === true
    return {
      id: own.id ?? field?.value.id,
      'aria-describedby': own.describedBy ?? field?.value.describedBy,
      'aria-invalid': invalid ? ('true' as const) : undefined,
      'aria-required': field?.value.required === true ? ('true' as const) : undefined,
    }
  })
}

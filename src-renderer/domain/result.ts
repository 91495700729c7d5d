/** The outcome of anything that can be refused. Refusals are values: nothing in the domain throws for bad input. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: DomainError }

/** Why a command was refused. */
export interface DomainError {
  /** Stable code for the program and its tests, such as `date-order`. */
  readonly code: string
  /** Plain Dutch: what is wrong, where, and what to do. */
  readonly message: string
  /** Path of the field that a screen should point at, such as `homes.2.places`. */
  readonly field?: string
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (code: string, message: string, field?: string): Result<never> => ({
  ok: false,
  error: field === undefined ? { code, message } : { code, message, field },
})

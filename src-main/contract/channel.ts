import type * as v from 'valibot'

/** One question the window may ask: its name on the wire and the shapes of question and answer. */
export interface Channel<I extends v.GenericSchema, O extends v.GenericSchema> {
  readonly name: string
  readonly input: I
  readonly output: O
}

export function channel<I extends v.GenericSchema, O extends v.GenericSchema>(
  name: string,
  input: I,
  output: O,
): Channel<I, O> {
  return { name, input, output }
}

/** Every answer over the bridge has this shape; a refusal is a value, never a thrown string. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: BridgeError }

export interface BridgeError {
  /** Stable code for the program. */
  readonly code: BridgeErrorCode
  /** Dutch sentence for the person: what happened, with which file, and what to do. */
  readonly message: string
}

export type BridgeErrorCode =
  | 'refused'
  | 'invalid-input'
  | 'unknown-token'
  | 'file-not-found'
  | 'no-access'
  | 'disk-full'
  | 'file-too-large'
  | 'read-failed'
  | 'write-failed'
  | 'print-failed'
  | 'keychain-unavailable'
  | 'keychain-failed'
  | 'place-refused'
  | 'internal'

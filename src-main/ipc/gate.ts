import * as v from 'valibot'
import { contract, type Answer, type BridgeError, type Contract } from '../contract'
import { BridgeFailure } from '../files/failure'

type Name = keyof Contract
type Input<K extends Name> = v.InferOutput<Contract[K]['input']>
type Output<K extends Name> = v.InferInput<Contract[K]['output']>

/** What Palet does for each question of the contract; none may be missing. */
export type Handlers = { readonly [K in Name]: (input: Input<K>) => Output<K> | Promise<Output<K>> }

/** The rest of the gate, from outside: Electron's ipcMain, and the judgement on who asks. */
export interface Wire<E> {
  handle(name: string, listener: (event: E, ...args: unknown[]) => Promise<Answer<unknown>>): void
  isTrusted(event: E): boolean
  /** A fault of Palet itself; stays in the main process. */
  report(name: string, problem: unknown): void
}

const REFUSED: BridgeError = {
  code: 'refused',
  message: 'Deze vraag komt niet uit het venster van Palet en is geweigerd.',
}
const INVALID: BridgeError = {
  code: 'invalid-input',
  message: 'Deze vraag klopt niet en is niet uitgevoerd. Start Palet opnieuw als dit vaker gebeurt.',
}
const INTERNAL: BridgeError = {
  code: 'internal',
  message:
    'Er ging iets mis in Palet. Je programma is niet veranderd. Probeer het opnieuw of start Palet opnieuw.',
}

/** The only way into the main process: every question passes here, and only those of the contract exist. */
export function openGate<E>(handlers: Handlers, wire: Wire<E>): void {
  for (const name of Object.keys(contract)) {
    if (isName(name)) register(name, handlers, wire)
  }
}

function isName(name: string): name is Name {
  return Object.hasOwn(contract, name)
}

function register<K extends Name, E>(name: K, handlers: Handlers, wire: Wire<E>): void {
  const channel = contract[name]
  wire.handle(channel.name, async (event, ...args) => {
    if (!wire.isTrusted(event)) return refuse(REFUSED)
    if (args.length !== 1 || !isPlainObject(args[0])) return refuse(INVALID)
    const input: v.SafeParseResult<Contract[K]['input']> = v.safeParse(channel.input, args[0])
    if (!input.success) return refuse(INVALID)
    try {
      const value = await handlers[name](input.output)
      const output = v.safeParse(channel.output, value)
      if (output.success) return { ok: true, value: output.output }
      wire.report(name, output.issues)
    } catch (error) {
      if (error instanceof BridgeFailure) return refuse(error.toAnswer())
      wire.report(name, error)
    }
    return refuse(INTERNAL)
  })
}

function refuse(error: BridgeError): Answer<never> {
  return { ok: false, error }
}

/** A list or a typed array would pass as an object without keys. */
function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

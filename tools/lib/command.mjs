/** A refusal with a Dutch sentence for the person at the keyboard: shown without a stack. */
export class Stop extends Error {}

/**
 * Tells the person what is going on: beside the output of a command, never in it.
 * @param {string} line
 */
export function say(line) {
  console.error(line)
}

/**
 * Runs a command and turns every way it can end into an exit status.
 * @param {() => Promise<number | void>} body
 */
export async function command(body) {
  // What root makes here, the ordinary user of the window must be able to read.
  process.umask(0o022)
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    if (error instanceof Stop) console.error(error.message)
    else console.error(error)
    process.exitCode = 1
  }
}

/** Tells whether an error is one of the file system's, with the code given. */
export function hasCode(/** @type {unknown} */ error, /** @type {string} */ code) {
  return error instanceof Error && 'code' in error && error.code === code
}

/**
 * The value after an option, or undefined when the option is absent.
 * @param {readonly string[]} args
 * @param {string} name
 */
export function optionValue(args, name) {
  const at = args.indexOf(name)
  if (at === -1) return undefined
  const value = args[at + 1]
  if (value === undefined || value.startsWith('--')) throw new Stop(`Na ${name} hoort een waarde te staan.`)
  return value
}

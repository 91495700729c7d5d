import { resolve } from 'node:path'

/**
 * The programme file on a command line, as an absolute path. Switches are skipped, and so is everything
 * else the system puts there: only a name that ends in .palet counts.
 */
export function fileFromArguments(args: readonly string[], workingFolder: string): string | null {
  const names = args.slice(1).filter((arg) => !arg.startsWith('-') && /\.palet$/i.test(arg))
  const last = names.at(-1)
  return last === undefined ? null : resolve(workingFolder, last)
}

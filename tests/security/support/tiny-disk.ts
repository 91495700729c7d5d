import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WindowPlan } from '../../e2e/support/plan'

const KILOBYTES = 64

/**
 * A plan that starts the same window, but sees a real disk of 64 kB mounted on `folder`. The mount lives in
 * a name space of the window's own, so an ordinary user may make it, and it is gone when the window ends.
 */
export function onTinyDisk(plan: WindowPlan, folder: string, scratch: string): WindowPlan {
  const isRoot = process.getuid?.() === 0
  // Root becomes the window's ordinary user in the plan's own program; an ordinary user gives up the
  // rights that the name space lent for mounting.
  const spaces = isRoot ? '--mount' : '--user --map-current-user --keep-caps --mount'
  const drop = isRoot ? '' : 'setpriv --ambient-caps=-all --inh-caps=-all '
  const script = join(scratch, 'on-tiny-disk.sh')
  writeFileSync(
    script,
    `#!/bin/sh
exec unshare ${spaces} sh -c '
  mount -t tmpfs -o size=${KILOBYTES}k,mode=0777 palet-tiny "$TINY_FOLDER" || exit 1
  exec ${drop}"$TINY_PROGRAM" "$@"
' sh "$@"
`,
  )
  chmodSync(script, 0o755)
  return {
    ...plan,
    executable: script,
    env: { ...plan.env, TINY_FOLDER: folder, TINY_PROGRAM: plan.executable },
  }
}

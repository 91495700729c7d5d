import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveToWindow, type WindowPlan } from '../../e2e/support/plan'

/**
 * A plan that starts the same window in a session of its own with a real keychain (GNOME's), unlocked as it is after
 * logging in. The keychain lies in `home`, so that a second start finds what the first one kept.
 */
export function withKeychain(plan: WindowPlan, home: string, scratch: string): WindowPlan {
  const runtime = join(home, 'run')
  for (const path of [home, runtime]) {
    mkdirSync(path, { recursive: true })
    giveToWindow(plan, path)
    chmodSync(path, 0o700)
  }
  const inSession = join(scratch, 'in-session.sh')
  writeFileSync(
    inSession,
    `#!/bin/sh
printf 'inloggen' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$KEYCHAIN_PROGRAM" --password-store=gnome-libsecret "$@"
`,
  )
  const script = join(scratch, 'with-keychain.sh')
  // Root becomes the window's ordinary user first: a keychain belongs to one.
  const user = plan.owner ? `setpriv --reuid=${plan.owner.uid} --regid=${plan.owner.gid} --clear-groups ` : ''
  writeFileSync(script, `#!/bin/sh\nexec ${user}dbus-run-session -- "${inSession}" "$@"\n`)
  for (const file of [inSession, script]) chmodSync(file, 0o755)
  const program = plan.env['PALET_EXECUTABLE'] ?? plan.executable
  const dataFolders = { XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') }
  return {
    ...plan,
    executable: script,
    env: { ...plan.env, ...dataFolders, HOME: home, XDG_RUNTIME_DIR: runtime, KEYCHAIN_PROGRAM: program },
  }
}

import { inject, type InjectionKey, onBeforeUnmount, provide } from 'vue'

type Check = () => Promise<boolean>

interface LeaveGuard {
  /** Asks every open form whether the screen may go. */
  readonly mayLeave: Check
  readonly add: (check: Check) => () => void
}

const key: InjectionKey<LeaveGuard> = Symbol('leave guard')

export function provideLeaveGuard(): LeaveGuard {
  const checks = new Set<Check>()
  const guard: LeaveGuard = {
    async mayLeave() {
      for (const check of checks) if (!(await check())) return false
      return true
    },
    add(check) {
      checks.add(check)
      return () => checks.delete(check)
    },
  }
  provide(key, guard)
  return guard
}

/** A form with unsaved changes takes part in the decision to leave. */
export function guardLeaving(check: Check): void {
  const remove = inject(key)?.add(check)
  onBeforeUnmount(() => remove?.())
}

import { chownSync } from 'node:fs'
import * as v from 'valibot'

// Made by tools/lib/window.mjs, which got the packaged application and the display ready.
const WindowPlan = v.object({
  executable: v.string(),
  application: v.string(),
  electron: v.string(),
  env: v.record(v.string(), v.string()),
  temporary: v.string(),
  owner: v.nullable(v.object({ uid: v.number(), gid: v.number() })),
})
export type WindowPlan = v.InferOutput<typeof WindowPlan>

export function readWindowPlan(): WindowPlan {
  const text = process.env['PALET_WINDOW']
  if (!text) throw new Error('Start these tests with npm test (or npm run screens, npm run bench).')
  return v.parse(WindowPlan, JSON.parse(text))
}

/** Lets the user the window runs as read and write a file or folder that the test made. */
export function giveToWindow(plan: WindowPlan, path: string): void {
  if (plan.owner) chownSync(path, plan.owner.uid, plan.owner.gid)
}

import type { Baseline } from '@/domain/model/baseline'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { baselineData } from '@/domain/planning'

const plans = new WeakMap<Baseline, { readonly of: ProgrammeData; readonly plan: ProgrammeData }>()

/** The programme as it was frozen. Kept as long as the data stays, so that every part of the screen shares one. */
export function planOfBaseline(data: ProgrammeData, baseline: Baseline): ProgrammeData {
  const known = plans.get(baseline)
  if (known?.of === data) return known.plan
  const plan = baselineData(data, baseline)
  plans.set(baseline, { of: data, plan })
  return plan
}

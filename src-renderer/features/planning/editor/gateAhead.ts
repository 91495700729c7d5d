import type { Phase } from '@/domain/model/values'
import { askedBetween, type GateKey, nextGate } from '@/domain/planning/gate'

export interface GateAhead {
  readonly phase: Phase
  readonly asks: readonly GateKey[]
}

/**
 * What the form tells to note: for the phase that was chosen in it, when that lies behind a gate, and else for the next
 * gate on the way. Null when no gate is left.
 * @param kept the phase before the form was opened; null for a new project
 */
export function gateAhead(kept: Phase | null, chosen: Phase): GateAhead | null {
  const asks = kept === chosen ? [] : askedBetween(kept, chosen)
  return asks.length > 0 ? { phase: chosen, asks } : nextGate(chosen)
}

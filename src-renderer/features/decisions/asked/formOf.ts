import type { Decision } from '@/domain/regie'

/**
 * What a form of a decision saves: what was typed, with everything that only commands may write as it stands in the
 * data now. Dissent that came in while the form was open is never lost, nor put back.
 */
export const savedForm = (typed: Decision, stored: Decision | undefined): Decision =>
  stored === undefined
    ? typed
    : {
        ...typed,
        status: stored.status,
        settledOn: stored.settledOn,
        mandateId: stored.mandateId,
        withoutMandate: stored.withoutMandate,
        reason: stored.reason,
        figures: stored.figures,
        dissent: stored.dissent,
        outcomes: stored.outcomes,
      }

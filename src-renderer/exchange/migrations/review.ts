import type { Migration } from './migration'

/** 2 → 3: review rounds and the answers to them. An older programme never asked anything: they start empty. */
export const review: Migration = {
  from: 2,
  to: 3,
  up: (data) =>
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? { reviewRounds: [], reviewAnswers: [], ...data }
      : data,
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '@/domain/commands'
import { applyPatches, invert, type Patch } from '@/domain/history/patch'
import { type ProgrammeData, TABLE_NAMES } from '@/domain/model/programmeData'
import {
  addDissent,
  addLine,
  addOutcome,
  addToAgenda,
  changeLine,
  changeOwner,
  checkMandate,
  escalate,
  helpAlong,
  holdSession,
  ladderFrom,
  LEVELS,
  linksOf,
  moveDilemma,
  nextRung,
  participationMatrix,
  participationOf,
  REGIE_TABLES,
  removeLine,
  removeRecord,
  reopenAgreement,
  saveRecord,
  setPresent,
  settleAgreement,
  settleDecision,
} from '@/domain/regie'
import { validateProgramme } from '@/domain/validation'
import { removePartner, removeProject } from '@/domain/commands'
import { dateArbitrary, regieProgrammeArbitrary } from '../../fixtures/randomProgramme'
import { PINNED_SEEDS } from '../../data/pinnedSeeds'
import { agreement, decision, mandate } from './support'

let ids = 0
const ctx = (today: string) => ({ newId: () => `nieuw-${String(++ids)}`, today })

const word = fc.constantFrom(
  '',
  ' ',
  'wethouder',
  'Het lukt niet.',
  'actie: bellen @partner voor 1 mei',
  'besluit: door',
  'tegengeluid van de huurders: nee',
  'dilemma: snel / samen',
)
const pick = (data: ProgrammeData, table: keyof ProgrammeData, n: number): string => {
  const keys = [...data[table].keys()]
  return keys[n % Math.max(1, keys.length)] ?? 'weg'
}

/** What a person could do: `n` chooses records, so that one list of steps fits any programme. */
interface Step {
  readonly kind: number
  readonly n: number
  readonly m: number
  readonly text: string
  readonly other: string
  readonly today: string
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: 20 }),
  n: fc.nat({ max: 7 }),
  m: fc.nat({ max: 7 }),
  text: word,
  other: word,
  today: dateArbitrary,
})

function commandOf(data: ProgrammeData, { kind, n, m, text, other, today }: Step): Command {
  const a = pick(data, 'agreements', n)
  const d = pick(data, 'decisions', n)
  const agreement = data.agreements.get(a)
  const decision = data.decisions.get(d)
  const partner = pick(data, 'partners', m)
  switch (kind) {
    case 0:
      return changeOwner(a, { toId: partner, consentBy: text, reason: other })
    case 1:
      return settleAgreement(a, m % 2 === 0 ? 'done' : 'dropped', text)
    case 2:
      return reopenAgreement(a)
    case 3:
      return helpAlong(a, m % 2 === 0 ? 'address' : 'support', text)
    case 4:
      return escalate(a, text)
    case 5:
      return addDissent(d, { partnerId: m % 2 === 0 ? partner : null, voice: text, text: other })
    case 6:
      return addOutcome(d, text)
    case 7:
      return settleDecision(d, {
        status: 'taken',
        on: today,
        mandateId: m % 3 === 0 ? null : pick(data, 'mandates', m),
        withoutMandate: text,
        reason: other,
        figures: [],
      })
    case 8:
      return moveDilemma(pick(data, 'dilemmas', n), m * 10, text)
    case 9:
      return addLine(pick(data, 'sessions', n), text)
    case 10:
      return removeRecord(REGIE_TABLES[n] ?? 'agreements', pick(data, REGIE_TABLES[n] ?? 'agreements', m))
    case 11:
      // A form that tries everything at once.
      return agreement === undefined
        ? removeRecord('agreements', a)
        : saveRecord('agreements', { ...agreement, ownerId: partner, name: 'anders', ownerChanges: [] })
    case 12:
      return decision === undefined
        ? removeRecord('decisions', d)
        : saveRecord('decisions', { ...decision, dissent: decision.dissent.slice(m % 2) })
    case 13:
      return removePartner(partner)
    case 14:
      return removeProject(pick(data, 'projects', n))
    case 15:
      return setPresent(pick(data, 'sessions', n), partner, m % 2 === 0)
    case 16:
      return holdSession(pick(data, 'sessions', n), m % 2 === 0)
    case 17:
      return changeLine(pick(data, 'sessions', n), lineAt(data, n, m), text)
    case 18:
      return removeLine(pick(data, 'sessions', n), lineAt(data, n, m))
    case 19:
      return addToAgenda(pick(data, 'sessions', n), [{ text, link: null }])
    default:
      return decision === undefined
        ? removeRecord('decisions', d)
        : saveRecord('decisions', { ...decision, name: text, dilemmaIds: [] })
  }
}

function lineAt(data: ProgrammeData, n: number, m: number): string {
  const lines = data.sessions.get(pick(data, 'sessions', n))?.minutes ?? []
  return lines[m % Math.max(1, lines.length)]?.id ?? 'weg'
}

/** Runs the steps; `seen` gets each change that was made. */
function run(
  start: ProgrammeData,
  steps: readonly Step[],
  seen: (before: ProgrammeData, after: ProgrammeData, step: Step, patches: readonly Patch[]) => void,
): ProgrammeData {
  let data = start
  for (const step of steps) {
    const result = commandOf(data, step)(data, ctx(step.today))
    if (!result.ok) {
      expect(result.error.message).toMatch(/[.?)]$/)
      continue
    }
    const next = applyPatches(data, result.value.patches)
    seen(data, next, step, result.value.patches)
    data = next
  }
  return data
}

/**
 * A random register seldom has a ladder: four rungs about homes, some of which have ended, and agreements and decisions
 * about homes to go up along it.
 */
const laddered = (data: ProgrammeData): fc.Arbitrary<ProgrammeData> =>
  fc.array(fc.option(dateArbitrary, { nil: null }), { minLength: 4, maxLength: 4 }).map((ends) => {
    const holder = (i: number): string => pick(data, 'partners', i)
    const rungs = ends.map((until, i) => ({
      ...mandate({
        id: `trede-${String(i)}`,
        name: `Trede ${String(i)}`,
        subject: 'homes',
        holderId: holder(i),
        level: LEVELS[Math.min(i, 2)] ?? 'board',
        limit: i === 0 ? { value: 10, unit: 'places' } : null,
        escalatesToId: i === 3 ? null : `trede-${String(i + 1)}`,
      }),
      from: '2025-01-01',
      until,
    }))
    const aboutHomes = <T extends { id: string }>(table: ReadonlyMap<string, T>): Map<string, T> =>
      new Map([...table].map(([id, record]) => [id, { ...record, subject: 'homes' as const }]))
    const open = [0, 1].map((i) =>
      agreement({ id: `hoger-${String(i)}`, subject: 'homes', ownerId: holder(i) }),
    )
    const asked = decision({ id: 'gevraagd', subject: 'homes', askedOn: '2025-01-01' })
    return {
      ...data,
      mandates: new Map([...rungs.map((r) => [r.id, r] as const), ...data.mandates]),
      agreements: new Map([...open.map((a) => [a.id, a] as const), ...aboutHomes(data.agreements)]),
      decisions: new Map([[asked.id, asked] as const, ...aboutHomes(data.decisions)]),
    }
  })

const storyArbitrary = fc.tuple(
  fc.oneof(regieProgrammeArbitrary, regieProgrammeArbitrary.chain(laddered)),
  fc.array(stepArbitrary, { maxLength: 25 }),
)

function holds(check: (start: ProgrammeData, steps: readonly Step[]) => void): void {
  for (const seed of [undefined, ...PINNED_SEEDS])
    fc.assert(
      fc.property(storyArbitrary, ([start, steps]) => {
        check(start, steps)
      }),
      { numRuns: 60, ...(seed === undefined ? {} : { seed }) },
    )
}

describe('over any sequence of commands', () => {
  it('no agreement changes owner without consent and a reason', () => {
    holds((start, steps) => {
      run(start, steps, (before, after) => {
        for (const [id, agreement] of after.agreements) {
          const was = before.agreements.get(id)
          if (was === undefined || was.ownerId === agreement.ownerId) continue
          const change = agreement.ownerChanges.at(-1)
          expect(agreement.ownerChanges.slice(0, -1)).toEqual(was.ownerChanges)
          expect([change?.fromId, change?.toId]).toEqual([was.ownerId, agreement.ownerId])
          expect(change?.consentBy.trim()).not.toBe('')
          expect(change?.reason.trim()).not.toBe('')
        }
      })
    })
  })

  it('dissent never disappears and never changes', () => {
    holds((start, steps) => {
      run(start, steps, (before, after) => {
        for (const [id, decision] of before.decisions)
          expect(after.decisions.get(id)?.dissent.slice(0, decision.dissent.length) ?? []).toEqual(
            decision.dissent,
          )
      })
    })
  })

  it('positions on a dilemma only grow, and figures of a decision that was taken stay', () => {
    holds((start, steps) => {
      run(start, steps, (before, after) => {
        for (const [id, dilemma] of before.dilemmas)
          if (dilemma.positions.length > 0)
            expect(after.dilemmas.get(id)?.positions.slice(0, dilemma.positions.length)).toEqual(
              dilemma.positions,
            )
        for (const [id, decision] of before.decisions)
          if (decision.status === 'taken')
            expect(after.decisions.get(id)).toMatchObject({ status: 'taken', figures: decision.figures })
      })
    })
  })

  it('escalation follows the mandate register', () => {
    holds((start, steps) => {
      run(start, steps, (before, after, step) => {
        for (const [id, agreement] of after.agreements) {
          const was = before.agreements.get(id)
          const added = agreement.steps.at(-1)
          if (was === undefined || added === undefined || was.steps.length === agreement.steps.length)
            continue
          if (added.kind !== 'escalate') continue
          const rung = nextRung(before, was, step.today)
          expect(rung.ok && rung.value.id).toBe(added.mandateId)
          const last = was.steps.filter((s) => s.kind === 'escalate').at(-1)?.mandateId ?? null
          if (last !== null)
            expect((ladderFrom(before, last) ?? []).map((m) => m.id)).toContain(added.mandateId)
        }
      })
    })
  })

  it('a decision is taken under a mandate that covers it, or with a reason why not', () => {
    holds((start, steps) => {
      run(start, steps, (before, after) => {
        for (const [id, decision] of after.decisions) {
          if (decision.status !== 'taken' || before.decisions.get(id)?.status === 'taken') continue
          const mandate = after.mandates.get(decision.mandateId ?? '')
          if (mandate === undefined) expect(decision.withoutMandate).not.toBe('')
          else expect(checkMandate(mandate, decision, decision.settledOn ?? '').ok).toBe(true)
        }
      })
    })
  })

  it('undo of each command gives back the same data, and the rules hold after each', () => {
    holds((start, steps) => {
      const end = run(start, steps, (before, after, _step, patches) => {
        const back = applyPatches(after, invert(patches))
        for (const table of TABLE_NAMES) expect(back[table], table).toEqual(before[table])
      })
      expect(validateProgramme(end)).toEqual([])
    })
  })

  it('links are found from both sides', () => {
    holds((start) => {
      for (const table of REGIE_TABLES)
        for (const id of start[table].keys())
          for (const to of linksOf(start, table, id)) {
            expect(start[to.table].has(to.id)).toBe(true)
            expect(linksOf(start, to.table, to.id)).toContainEqual({ table, id })
          }
    })
  })

  it('participation equals a plain count', () => {
    holds((start) => {
      const matrix = participationMatrix(start, '2026-01-01', '2029-12-31')
      for (const partner of start.partners.keys())
        for (const table of start.meetingTables.keys()) {
          const sessions = [...start.sessions.values()].filter(
            (s) => s.held && s.tableId === table && s.date >= '2026-01-01' && s.date <= '2029-12-31',
          )
          expect(participationOf(matrix, partner, table)).toEqual({
            invited: sessions.filter((s) => s.invitedIds.includes(partner) || s.presentIds.includes(partner))
              .length,
            present: sessions.filter((s) => s.presentIds.includes(partner)).length,
          })
        }
    })
  })
})

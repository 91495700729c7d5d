import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '@/domain/review'
import {
  parsePalet,
  parseReview,
  type ReviewAnswerFile,
  reviewFileFor,
  serialiseReview,
  serialiseReviewAnswer,
} from '@/exchange'
import { readReviewAnswer } from '@/exchange/workbook'
import { plan, SITE } from '../../domain/review/plan'
import { started } from '../../domain/review/support'

const { data, round } = started(plan)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const question = reviewFileFor(round, SITE)

const answer: ReviewAnswerFile = {
  roundId: round.id,
  roundNumber: round.number,
  programmeName: round.programmeName,
  associationId: SITE,
  sender: 'manager wonen',
  answeredAt: '2026-11-20T10:00:00Z',
  rows: [
    {
      rowId: 'R1-001',
      remark: '',
      cells: [
        { field: 'available', kind: 'correct', value: 5, remark: 'Een woning staat leeg.' },
        { field: 'idea', kind: 'confirm', value: 0, remark: '' },
        { field: 'contract', kind: 'question', value: 'ownLease', remark: 'Is dit nog zo?' },
      ],
    },
  ],
  proposed: [],
}

describe('the review file', () => {
  it('holds what is put to one association and nothing else, and reads back as it was', () => {
    const text = serialiseReview(question)
    expect(parseReview(bytes(text))).toEqual({ ok: true, value: question })
    expect(text).not.toContain('Wonion')
    expect(text).not.toContain('Zonder corporatie')
    expect(serialiseReview(question)).toBe(text)
  })

  it('is no programme, and a programme is no review', () => {
    const text = serialiseReview(question)
    expect(parsePalet(text)).toMatchObject({ ok: false, error: { code: 'not-palet' } })
    expect(parseReview(bytes('{"format":"palet-programma","formatVersion":3}'))).toMatchObject({
      ok: false,
      error: { code: 'not-review' },
    })
  })

  it('brings an answer back, cell by cell', async () => {
    const read = await readReviewAnswer(bytes(serialiseReviewAnswer(answer)), 'antwoord.palet')
    if (!read.ok) throw new Error(read.error.message)
    expect(read.value).toMatchObject({
      sender: 'manager wonen',
      answeredAt: '2026-11-20T10:00:00Z',
      source: { name: 'antwoord.palet', format: 'palet' },
    })
    const checked = checkAnswer(data, read.value)
    expect(checked.ok && checked.value.rows).toEqual(answer.rows)
    expect(checked.ok && checked.value.notices.map((n) => n.code)).toEqual(['row-missing'])
  })

  it('tells a question from an answer', async () => {
    expect(await readReviewAnswer(bytes(serialiseReview(question)), 'x')).toMatchObject({
      ok: false,
      error: { code: 'not-answered' },
    })
    expect(parseReview(bytes(serialiseReviewAnswer(answer)))).toMatchObject({
      ok: false,
      error: { code: 'already-answered' },
    })
  })

  it('refuses damage, the future and strange content, and never throws', async () => {
    const text = serialiseReviewAnswer(answer)
    const code = async (bent: string): Promise<string> => {
      const read = await readReviewAnswer(bytes(bent), 'x')
      return read.ok ? 'ok' : read.error.code
    }
    expect(await code(text.replace('"value":5', '"value":6'))).toBe('damaged')
    expect(await code(text.slice(0, -20))).toBe('damaged')
    expect(await code(text.replace('"formatVersion": 1', '"formatVersion": 2'))).toBe('newer-version')
    expect(await code(serialiseReviewAnswer({ ...answer, answeredAt: 'gisteren' }))).toBe('wrong-schema')
    expect(await code(text.replace('"content"', '"__proto__"'))).toMatch(/wrong-schema|not-review/)
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), async (at, insert) => {
        await readReviewAnswer(bytes(text.slice(0, at) + insert + text.slice(at + 1)), 'x')
      }),
      { numRuns: 200 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { draftReport } from '@/domain/commands'
import { transitionBalance } from '@/domain/capacity'
import {
  addOutcome,
  askInReport,
  type Decision,
  figuresThenNow,
  isInReport,
  keyFigures,
  mandateState,
  missingText,
  reportPeriod,
  saveRecord,
  settleDecision,
  startReport,
} from '@/domain/regie'
import { context, decision, done, mandate, refusal, region, TODAY } from './support'

const withDecisions = (...given: Partial<Decision>[]) =>
  given.reduce(
    (data, fields) => done(data, saveRecord('decisions', decision({ level: 'board', ...fields }))),
    region(),
  )
const reportOn = (id: string, referenceDate: string) => ({
  ...draftReport(region(), context(), referenceDate),
  id,
  name: `Rapport ${id}`,
})

describe('decisions in a report', () => {
  it('are all that is asked of the board when the report begins', () => {
    let data = withDecisions({ id: 'a' }, { id: 'b' }, { id: 'c', level: 'tactical' })
    data = done(data, startReport(reportOn('een', '2027-03-31')))
    const asked = [...data.decisions.values()].filter((d) => isInReport(d, 'een')).map((d) => d.id)
    expect(asked.sort()).toEqual(['a', 'b'])
  })

  it('keep the report that asked them before', () => {
    let data = done(withDecisions({ id: 'a' }), startReport(reportOn('een', '2027-03-31')))
    data = done(data, startReport(reportOn('twee', '2027-06-30')))
    const a = data.decisions.get('a')
    expect(a?.reportId).toBe('twee')
    expect(a !== undefined && isInReport(a, 'een') && isInReport(a, 'twee')).toBe(true)
    data = done(data, askInReport('twee', ['a'], false))
    expect(data.decisions.get('a')).toMatchObject({
      reportId: null,
      links: [{ table: 'reports', id: 'een' }],
    })
    // Twice the same changes nothing.
    const again = askInReport('twee', ['a'], false)(data, context())
    expect(again.ok && again.value.patches).toEqual([])
  })

  it('can be put in a report after they were settled, but no other word of them changes', () => {
    let data = withDecisions({ id: 'a' })
    data = done(data, startReport(reportOn('een', '2027-03-31')))
    data = done(
      data,
      settleDecision('a', {
        status: 'taken',
        on: TODAY,
        mandateId: null,
        withoutMandate: 'Spoed',
        reason: '',
        figures: [],
      }),
    )
    data = done(data, askInReport('een', ['a'], false))
    data = done(data, askInReport('een', ['a'], true))
    const a = data.decisions.get('a')
    if (a === undefined) throw new Error('gone')
    expect(refusal(data, saveRecord('decisions', { ...a, text: 'anders' }))).toBe('settled')
    data = done(data, addOutcome('a', 'De woningen zijn er.'))
    expect(data.decisions.get('a')?.outcomes).toHaveLength(1)
  })

  it('look back to the day after the report before', () => {
    let data = { ...region(), reports: new Map() }
    const [one, two] = [reportOn('een', '2027-03-31'), reportOn('twee', '2027-06-30')]
    data = done(done(data, startReport(one)), startReport(two)) as typeof data
    expect(reportPeriod(data, two)).toEqual({ from: '2027-04-01', until: '2027-06-30' })
    expect(reportPeriod(data, one).from).toBe([...data.programme.values()][0]?.start)
  })
})

describe('figures of a decision', () => {
  it('are those of the balance, and stay when the plan changes', () => {
    const data = region()
    const on = '2026-12-31'
    const { total } = transitionBalance(data, on, 'municipality')
    const figures = keyFigures(data, { municipalityIds: [] }, on)
    expect(figures.find((f) => f.label === 'Gerealiseerd')?.value).toBe(`${String(total.realised)} plekken`)
    const kept = figures.map((figure, i) => ({ id: `f${String(i)}`, ...figure }))
    const empty = { ...data, projects: new Map() }
    const beside = figuresThenNow(empty, decision({ figures: kept }), on)
    const realised = beside.find(({ then }) => then.label === 'Gerealiseerd')
    expect(realised).toMatchObject({ then: { value: `${String(total.realised)} plekken` }, now: '0 plekken' })
  })

  it('are also those of the municipalities it is about', () => {
    const labels = keyFigures(region(), { municipalityIds: ['GM0222', 'GM0197'] }, '2026-12-31').map(
      (f) => f.label,
    )
    expect(labels).toContain('Gerealiseerd')
    expect(labels).toContain('Gerealiseerd, Aalten en Doetinchem')
  })
})

describe('words', () => {
  it('say whether somebody may decide', () => {
    const asked = decision({ id: 'd', subject: 'homes' })
    let data = done(region(), saveRecord('decisions', asked))
    expect(mandateState(data, asked, TODAY)).toEqual({ covered: false, text: 'Niemand mag dit nu beslissen' })
    data = done(data, saveRecord('mandates', mandate({ id: 'm', subject: 'homes', holderRole: 'directeur' })))
    expect(mandateState(data, asked, TODAY)).toMatchObject({ covered: true })
    expect(mandateState(data, { ...asked, status: 'rejected' }, TODAY).covered).toBeNull()
    expect(mandateState(data, { ...asked, status: 'taken' }, TODAY).covered).toBe(false)
  })

  it('name a missing voice once', () => {
    const data = region()
    const [residents] = [...data.partners.values()].filter(({ kind }) => kind === 'residents')
    expect(
      missingText(data, { voices: ['residents'], partnerIds: [residents?.id ?? '', 'partner-site'] }),
    ).toBe('bewoners en Sité')
  })
})

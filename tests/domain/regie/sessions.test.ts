import { describe, expect, it } from 'vitest'
import {
  actionHint,
  addAction,
  addLine,
  attentionLines,
  attentionSentence,
  directionAdvice,
  draftDirectionCheck,
  draftRoleMix,
  learnedBefore,
  missingFor,
  participationMatrix,
  participationOf,
  personIn,
  readDutchDate,
  readLine,
  regieAttention,
  removeRecord,
  roleHistory,
  saveRecord,
  tablesWithout,
} from '@/domain/regie'
import { NO_ACTION } from '@/domain/regie/actionLine'
import { agreement, context, decision, done, refusal, region, session, table, TODAY } from './support'

const meeting = () =>
  done(
    done(region(), saveRecord('meetingTables', table())),
    saveRecord('sessions', session({ id: 's', invitedIds: ['partner-site', 'bewoners'] })),
  )

describe('the minutes', () => {
  it.each([
    ['actie: sleutels regelen @Sité voor 12 december', 'Sleutels regelen', 'partner-site', '2026-12-12'],
    [
      'Actie: buurt uitnodigen door De Woonplaats, uiterlijk 15-1',
      'Buurt uitnodigen',
      'partner-woonplaats',
      '2027-01-15',
    ],
    [
      'actie: plan sturen uiterlijk voor vrijdag @woonplaats',
      'Plan sturen',
      'partner-woonplaats',
      '2026-11-27',
    ],
    [
      'afspraak: @Leger des Heils belt de huurder op eind maart',
      'Belt de huurder',
      'partner-leger',
      '2027-03-31',
    ],
    ['actie: koffie voor de buurt @sjod', 'Koffie voor de buurt @sjod', null, null],
    [
      'actie: lijst maken voor IrisZorg door iriszorg morgen',
      'Lijst maken voor IrisZorg morgen',
      'partner-iriszorg',
      null,
    ],
  ])('reads: %s', (typed, text, ownerId, due) => {
    expect(readLine(region(), typed, TODAY)).toEqual({ kind: 'action', text, ownerId, due, voice: '' })
  })

  it.each([
    ['vandaag', '2026-11-22'],
    ['morgen nog', '2026-11-23'],
    ['zondag', '2026-11-29'],
    ['1-1', '2027-01-01'],
    ['22/11', '2026-11-22'],
    ['3 mrt 2028', '2028-03-03'],
    ['eind februari', '2027-02-28'],
    ['2026-12-24', '2026-12-24'],
    ['31-2-2027', null],
    ['12 stoelen', null],
    ['de buurt', null],
  ])('reads the date in "%s"', (typed, date) => {
    expect(readDutchDate(typed, TODAY)?.date ?? null).toBe(date)
  })

  it('become agreements, decisions and dilemmas, linked to the line', () => {
    let data = meeting()
    data = done(data, addLine('s', 'Iedereen is welkom.'))
    data = done(data, addLine('s', 'actie: sleutels regelen @Sité voor 12 december'))
    data = done(data, addLine('s', 'besluit: de nachtopvang sluit in mei'))
    data = done(data, addLine('s', 'dilemma: snel starten / samen starten'))
    data = done(data, addLine('s', 'dilemma: snel starten / samen starten'))
    const lines = data.sessions.get('s')?.minutes ?? []
    expect(lines.map((l) => [l.kind, l.link?.table ?? null])).toEqual([
      ['note', null],
      ['action', 'agreements'],
      ['decision', 'decisions'],
      ['dilemma', 'dilemmas'],
      ['dilemma', 'dilemmas'],
    ])
    expect([data.agreements.size, data.decisions.size, data.dilemmas.size]).toEqual([1, 1, 1])
    expect([...data.agreements.values()][0]).toMatchObject({
      kind: 'action',
      name: 'Sleutels regelen',
      ownerId: 'partner-site',
      due: '2026-12-12',
      sessionId: 's',
    })
    expect(refusal(data, addLine('s', 'actie: iemand belt'))).toBe('owner-missing')
    expect(refusal(data, addLine('s', 'besluit:  '))).toBe('text-missing')
    expect(refusal(data, addLine('weg', 'x'))).toBe('not-found')
  })
})

describe('an action typed outside a session', () => {
  it('becomes an action, with or without the word, or an agreement', () => {
    let data = region()
    data = done(data, addAction('sleutels regelen @Sité voor 12 december'))
    data = done(data, addAction('actie: plan sturen @woonplaats'))
    data = done(data, addAction('Afspraak: samen optrekken @IrisZorg uiterlijk eind maart'))
    expect([...data.agreements.values()].map((a) => [a.kind, a.name, a.ownerId, a.due])).toEqual([
      ['action', 'Sleutels regelen', 'partner-site', '2026-12-12'],
      ['action', 'Plan sturen', 'partner-woonplaats', null],
      ['agreement', 'Samen optrekken', 'partner-iriszorg', '2027-03-31'],
    ])
  })

  it.each([
    ['sleutels regelen', 'owner-missing'],
    ['actie: @Sité', 'text-missing'],
    ['besluit: de nachtopvang sluit', 'no-action'],
    ['sleutels @Sité voor 12-12-2020', 'date-past'],
  ])('is refused: %s', (typed, code) => {
    expect(refusal(region(), addAction(typed))).toBe(code)
  })

  it.each([
    ['', null],
    ['sleutels @Sité voor 12 december', 'Wordt een actie van Sité, klaar op 12 december 2026.'],
    ['afspraak: samen optrekken @Wonion', 'Wordt een afspraak van Wonion, zonder datum.'],
    ['sleutels regelen', 'Wordt een actie. Van wie? Zet erachter @ en de partner.'],
    ['sleutels @Sité voor 12-12-2020', 'Wordt een actie van Sité, maar 12 december 2020 is al voorbij.'],
    ['tegengeluid: te vroeg', NO_ACTION],
  ])('tells beforehand what becomes of: %s', (typed, text) => {
    expect(actionHint(region(), typed, TODAY)?.text ?? null).toBe(text)
  })

  it('says first to add partners when there are none', () => {
    expect(addAction('sleutels regelen')({ ...region(), partners: new Map() }, context())).toMatchObject({
      error: { message: expect.stringContaining('voeg die eerst toe bij Partners') as string },
    })
  })
})

describe('participation', () => {
  it('says who was missing, and for which decision', () => {
    let data = meeting()
    data = done(data, saveRecord('decisions', decision({ id: 'd', sessionId: 's' })))
    const held = data.sessions.get('s')
    const planned = data.decisions.get('d')
    if (held === undefined || planned === undefined) throw new Error('not there')
    expect(missingFor(data, planned)).toBeNull()
    expect(tablesWithout(data, 'residents')).toEqual([])
    expect(refusal(data, saveRecord('sessions', { ...held, presentIds: ['bewoners'] }))).toBe('not-held')
    data = done(
      data,
      saveRecord('sessions', { ...held, held: true, presentIds: ['partner-site', 'partner-zvh'] }),
    )
    expect(missingFor(data, planned)).toEqual({
      partnerIds: ['bewoners'],
      voices: ['residents', 'expertsByExperience'],
    })
    const matrix = participationMatrix(data)
    expect(participationOf(matrix, 'bewoners', 'tafel')).toEqual({ invited: 1, present: 0 })
    expect(participationOf(matrix, 'partner-zvh', 'tafel')).toEqual({ invited: 1, present: 1 })
    expect(tablesWithout(data, 'residents').map((t) => t.id)).toEqual(['tafel'])
    expect(refusal(data, removeRecord('sessions', 's'))).toBe('stays')
    expect(refusal(data, removeRecord('meetingTables', 'tafel'))).toBe('in-use')
  })

  it('is counted on Overzicht, in words', () => {
    let data = meeting()
    expect(attentionLines(regieAttention(data, TODAY))).toEqual([])
    for (const n of [1, 2, 3])
      data = done(
        data,
        saveRecord(
          'agreements',
          agreement({ id: `a${String(n)}`, name: `A${String(n)}`, madeOn: '2026-10-01', due: '2026-11-01' }),
        ),
      )
    data = done(data, saveRecord('decisions', decision()))
    const held = data.sessions.get('s')
    if (held === undefined) throw new Error('not there')
    data = done(data, saveRecord('sessions', { ...held, held: true, presentIds: ['partner-site'] }))
    expect(attentionSentence(regieAttention(data, TODAY))).toBe(
      '3 afspraken over tijd, 1 besluit zonder mandaat, bewoners ontbraken aan 1 tafel en ervaringsdeskundigen ontbraken aan 1 tafel',
    )
  })
})

describe('what holds no people', () => {
  it.each([
    ['Geluid in de nacht, twee keer', null],
    ['Bel 06-12345678', 'een telefoonnummer'],
    ['mail jan@voorbeeld.nl', 'een e-mailadres'],
    ['mevrouw De Vries klaagt', 'de naam van een persoon'],
    ['dhr. Jansen', 'de naam van een persoon'],
    ['woont op 7001 AB', 'een postcode'],
    ['nummer 123456789', 'een burgerservicenummer'],
    ['een mevrouw en een meneer', null],
    ['budget van 100000000 euro', 'een burgerservicenummer'],
    ['in 2026 zijn er 40 plekken', null],
  ])('%s', (text, found) => {
    expect(personIn(text)).toBe(found)
  })

  it('refuses a signal with a person in it', () => {
    const signal = {
      id: 'g',
      on: TODAY,
      kind: 'nuisance' as const,
      text: 'Meneer Jansen maakt geluid',
      followUp: '',
      followedOn: null,
    }
    const buurt = {
      id: 'n',
      name: 'Wijnbergen',
      municipalityId: 'GM0222',
      projectIds: [],
      contactRole: 'wijkbeheerder',
      plan: '',
      agreements: [],
      signals: [signal],
      carrying: [],
      links: [],
    }
    expect(refusal(region(), saveRecord('neighbourhoods', buurt))).toBe('person-in-text')
    const data = done(
      region(),
      saveRecord('neighbourhoods', { ...buurt, signals: [{ ...signal, text: 'Geluid' }] }),
    )
    expect(regieAttention(data, TODAY).openSignals).toEqual(['g'])
  })
})

describe('learning', () => {
  it('finds lessons again for a like project, the nearest first', () => {
    let data = region()
    const projects = [...data.projects.values()]
    const here = projects[0]
    const other = projects.find(
      (p) => p.typeId === here?.typeId && p.id !== here.id && p.municipalityId !== here.municipalityId,
    )
    const far = projects.find((p) => p.typeId !== here?.typeId && p.municipalityId === here?.municipalityId)
    if (here === undefined || other === undefined || far === undefined) throw new Error('sample changed')
    const lesson = (id: string, project: string | null, typeIds: string[] = []) =>
      saveRecord('lessons', {
        id,
        name: id,
        on: TODAY,
        observation: 'Het werkt.',
        outcome: 'keep',
        change: '',
        typeIds,
        sessionId: null,
        links: project === null ? [] : [{ table: 'projects', id: project }],
      })
    for (const command of [
      lesson('los', null),
      lesson('ver', far.id),
      lesson('zelfde', other.id),
      lesson('eigen', here.id),
    ])
      data = done(data, command)
    const found = learnedBefore(data, here)
    expect(found.map((l) => l.lesson.id).slice(0, 2)).toEqual(['eigen', 'zelfde'])
    expect(found.map((l) => l.lesson.id)).not.toContain('los')
    expect(found[1]?.why).toContain('zelfde arrangementtype')
  })

  it('keeps the roles of a municipality over time, and asks when regie is needed', () => {
    let data = region()
    const mix = { ...draftRoleMix(data, context()), municipalityId: 'GM0222' }
    data = done(data, saveRecord('roleMixes', mix))
    data = done(data, saveRecord('roleMixes', { ...mix, id: 'eerder', on: '2025-01-01' }))
    expect(roleHistory(data, 'GM0222').map((m) => m.on)).toEqual(['2025-01-01', TODAY])
    expect(refusal(data, saveRecord('roleMixes', { ...mix, shares: { ...mix.shares, lawful: 26 } }))).toBe(
      'shares-sum',
    )
    expect(refusal(data, saveRecord('roleMixes', { ...mix, id: 'dubbel' }))).toBe('duplicate')
    const check = draftDirectionCheck(data, context())
    expect(directionAdvice(check).needed).toBeNull()
    const say = (yes: number) => ({
      ...check,
      answers: check.answers.map((a, i) => ({ ...a, answer: i < yes ? ('yes' as const) : ('no' as const) })),
    })
    expect([0, 1, 2].map((n) => directionAdvice(say(n)).needed)).toEqual([false, false, true])
  })
})

describe('a picture', () => {
  it('belongs to a session, is bounded, and is nothing but an image', () => {
    let data = meeting()
    const picture = {
      id: 'p',
      sessionId: 's',
      name: 'Praatplaat',
      type: 'image/png' as const,
      width: 800,
      height: 600,
      content: 'aGFsbG8=',
    }
    data = done(data, saveRecord('pictures', picture))
    expect(refusal(data, saveRecord('pictures', { ...picture, content: '<svg>' }))).toBe('picture-invalid')
    expect(refusal(data, saveRecord('pictures', { ...picture, content: 'a'.repeat(400_001) }))).toBe(
      'text-too-long',
    )
    expect(refusal(data, saveRecord('pictures', { ...picture, width: 0 }))).toBe('number-invalid')
    const full = { ...data, pictures: new Map(Array.from({ length: 300 }, (_, i) => [String(i), picture])) }
    expect(refusal(full, saveRecord('pictures', { ...picture, id: 'nog-een' }))).toBe('too-many')
    expect(refusal(data, removeRecord('sessions', 's'))).toBe('in-use')
  })
})

import { describe, expect, it } from 'vitest'
import type { ProgrammeData } from '@/domain/model/programmeData'
import {
  addAction,
  addLine,
  addToAgenda,
  changeLine,
  changeOnAgenda,
  holdSession,
  lineHint,
  missingWords,
  moveOnAgenda,
  noteYield,
  readLine,
  removeFromAgenda,
  removeLine,
  saveRecord,
  setPresent,
} from '@/domain/regie'
import { done, refusal, region, session, table, TODAY } from './support'

const meeting = (date = TODAY) =>
  done(
    done(region(), saveRecord('meetingTables', table({ level: 'board' }))),
    saveRecord('sessions', session({ id: 's', date, invitedIds: ['partner-site', 'bewoners'] })),
  )
const at = (data: ProgrammeData) => {
  const found = data.sessions.get('s')
  if (found === undefined) throw new Error('no session')
  return found
}
const only = <T>(map: ReadonlyMap<string, T>): T => {
  const [record, ...rest] = map.values()
  if (record === undefined || rest.length > 0) throw new Error(`${String(map.size)} records`)
  return record
}

describe('tegengeluid in the minutes', () => {
  it.each([
    ['tegengeluid: mei is te vroeg @Sité', 'Mei is te vroeg', 'partner-site', ''],
    ['Tegengeluid: @Leger des Heils: niemand op straat', 'Niemand op straat', 'partner-leger', ''],
    ['tegengeluid van Sité: mei is te vroeg', 'Mei is te vroeg', 'partner-site', ''],
    ['tegengeluid van de huurders: wij wisten van niets', 'Wij wisten van niets', null, 'De huurders'],
    ['tegengeluid: mei is te vroeg', 'Mei is te vroeg', null, ''],
    ['tegengeluid van de huurders van Sité: nee', 'Nee', null, 'De huurders van Sité'],
  ])('reads: %s', (typed, text, ownerId, voice) => {
    expect(readLine(region(), typed, TODAY)).toEqual({ kind: 'dissent', text, ownerId, due: null, voice })
  })

  it('goes to the decision noted last, and stays', () => {
    let data = meeting()
    expect(refusal(data, addLine('s', 'tegengeluid: te vroeg @Sité'))).toBe('decision-missing')
    expect(refusal(data, addAction('tegengeluid: te vroeg @Sité'))).toBe('no-action')
    data = done(data, addLine('s', 'besluit: de nachtopvang sluit in mei'))
    data = done(data, addLine('s', 'Er is een pauze.'))
    expect(refusal(data, addLine('s', 'tegengeluid: te vroeg'))).toBe('voice-missing')
    data = done(data, addLine('s', 'tegengeluid: te vroeg @Sité'))
    data = done(data, addLine('s', 'tegengeluid van de huurders: wij wisten van niets'))
    const decision = only(data.decisions)
    expect(decision).toMatchObject({ level: 'board', sessionId: 's' })
    expect(decision.dissent.map((d) => [d.partnerId, d.voice, d.text, d.on])).toEqual([
      ['partner-site', 'Sité', 'Te vroeg', TODAY],
      [null, 'De huurders', 'Wij wisten van niets', TODAY],
    ])
    const last = at(data).minutes.at(-1)
    expect(last).toMatchObject({
      kind: 'note',
      text: 'Tegengeluid van De huurders: Wij wisten van niets',
      link: { table: 'decisions', id: decision.id },
    })
    expect(refusal(data, changeLine('s', last?.id ?? '', 'anders'))).toBe('dissent-kept')
    data = done(data, removeLine('s', last?.id ?? ''))
    expect(only(data.decisions).dissent).toHaveLength(2)
  })
})

describe('a line of the minutes', () => {
  it('is corrected, and what it became follows while it carries those words', () => {
    let data = done(meeting(), addLine('s', 'actie: sleutels regelen @Sité'))
    const id = at(data).minutes[0]?.id ?? ''
    data = done(data, changeLine('s', id, ' Sleutels en bussen regelen '))
    expect(at(data).minutes[0]?.text).toBe('Sleutels en bussen regelen')
    expect(only(data.agreements)).toMatchObject({ name: 'Sleutels en bussen regelen', level: 'board' })
    data = done(data, saveRecord('agreements', { ...only(data.agreements), name: 'Toegang regelen' }))
    data = done(data, changeLine('s', id, 'Sleutels'))
    expect(only(data.agreements).name).toBe('Toegang regelen')
    expect(refusal(data, changeLine('s', id, '  '))).toBe('text-missing')
    data = done(data, removeLine('s', id))
    expect(data.agreements.size).toBe(1)
    expect(refusal(data, changeLine('s', id, 'x'))).toBe('not-found')
    expect(refusal(data, removeLine('s', id))).toBe('not-found')
  })

  it('becomes a dilemma that comes back at this table', () => {
    const data = done(meeting(), addLine('s', 'dilemma: snel starten / samen starten'))
    expect(only(data.dilemmas).links).toContainEqual({ table: 'meetingTables', id: 'tafel' })
  })

  it.each([
    ['', null],
    ['Goed gesprek', 'Wordt een notitie.'],
    ['actie: bellen', 'Wordt een actie. Van wie? Zet erachter @ en de partner.'],
    ['actie: bellen @Sité', 'Wordt een actie van Sité, zonder datum.'],
    ['actie: bellen @Sité voor 12 december', 'Wordt een actie van Sité, klaar op 12 december 2026.'],
    [
      'actie: bellen @Sité voor 1-1-2026',
      'Wordt een actie van Sité, zonder datum: 1 januari 2026 ligt voor deze sessie.',
    ],
    ['tegengeluid: nee', 'Tegengeluid hoort bij een besluit. Typ eerst "besluit: …".'],
    ['dilemma: snel / samen', 'Wordt een dilemma tussen "snel" en "samen".'],
    [
      'bel 06-12345678',
      'Wordt een notitie. Let op: hier staat zo te zien een telefoonnummer. Noem rollen, geen mensen.',
    ],
  ])('says what it will become: %s', (typed, text) => {
    const data = meeting()
    expect(lineHint(data, at(data), typed)?.text ?? null).toBe(text)
  })

  it('says whose dissent it will be, to which decision', () => {
    const data = done(meeting(), addLine('s', 'besluit: sluiten in mei'))
    const hint = (typed: string) => lineHint(data, at(data), typed)
    expect(hint('tegengeluid: te vroeg @Sité')).toEqual({
      text: 'Wordt tegengeluid van Sité bij het besluit "Sluiten in mei".',
      ready: true,
    })
    expect(hint('tegengeluid: te vroeg')?.ready).toBe(false)
  })
})

describe('a session', () => {
  it('is held as soon as somebody is there, and not before its day', () => {
    let data = done(meeting(), setPresent('s', 'partner-site', true))
    expect(at(data)).toMatchObject({ held: true, presentIds: ['partner-site'] })
    expect(missingWords(data, at(data))).toEqual([
      'Uitgenodigd en niet aanwezig: Bewoners Wijnbergen.',
      'Bewoners en ervaringsdeskundigen zaten niet aan tafel.',
    ])
    data = done(data, setPresent('s', 'bewoners', true))
    data = done(data, setPresent('s', 'partner-site', false))
    expect(at(data).presentIds).toEqual(['bewoners'])
    data = done(data, holdSession('s', false))
    expect(at(data)).toMatchObject({ held: false, presentIds: [] })
    expect(missingWords(data, at(data))).toEqual([])
    const later = meeting('2027-01-01')
    expect(refusal(later, holdSession('s', true))).toBe('date-ahead')
    expect(refusal(later, setPresent('s', 'bewoners', true))).toBe('date-ahead')
  })

  it('keeps its agenda in the order that is chosen', () => {
    let data = done(
      meeting(),
      addToAgenda(
        's',
        ['een', 'twee', 'drie'].map((text) => ({ text, link: null })),
      ),
    )
    const ids = at(data).agenda.map((item) => item.id)
    const order = () => at(data).agenda.map((item) => item.text)
    data = done(data, moveOnAgenda('s', ids[2] ?? '', -1))
    expect(order()).toEqual(['een', 'drie', 'twee'])
    data = done(data, moveOnAgenda('s', ids[0] ?? '', -1))
    data = done(data, moveOnAgenda('s', ids[0] ?? '', 1))
    expect(order()).toEqual(['drie', 'een', 'twee'])
    data = done(data, changeOnAgenda('s', ids[0] ?? '', ' 1 '))
    data = done(data, removeFromAgenda('s', ids[1] ?? ''))
    expect(order()).toEqual(['drie', '1'])
    expect(refusal(data, changeOnAgenda('s', ids[0] ?? '', ' '))).toBe('text-missing')
    data = done(data, noteYield('s', { result: 'Een plan', sideBenefits: 'Nieuwe buren' }))
    expect(at(data)).toMatchObject({ result: 'Een plan', sideBenefits: 'Nieuwe buren' })
  })
})

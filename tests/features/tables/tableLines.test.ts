import { describe, expect, it } from 'vitest'
import { addLine, saveRecord } from '@/domain/regie'
import { presentWords, sessionTable, yieldWords } from '@/features/tables/sessionTable'
import { tableLines } from '@/features/tables/tableLines'
import { lineDetail } from '@/features/tables/minutes/lineDetail'
import { done, region, session, table } from '../../domain/regie/support'

function tables() {
  let data = done(region(), saveRecord('meetingTables', table()))
  data = done(data, saveRecord('meetingTables', table({ id: 'oud', name: 'Aanjaagtafel', retired: true })))
  const invitedIds = ['partner-site', 'bewoners']
  for (const [id, date, held] of [
    ['een', '2026-09-01', true],
    ['twee', '2026-10-01', true],
    ['drie', '2027-01-01', false],
    ['vier', '2026-12-01', false],
  ] as const)
    data = done(
      data,
      saveRecord(
        'sessions',
        session({ id, date, held, invitedIds, presentIds: held ? ['partner-site'] : [] }),
      ),
    )
  return data
}

describe('the tables', () => {
  it('stand by name with what stopped last, their sessions in order of use', () => {
    const lines = tableLines(tables())
    expect(lines.map(({ table: { name } }) => name)).toEqual(['Regietafel', 'Aanjaagtafel'])
    const [first] = lines
    expect(first?.planned.map(({ id }) => id)).toEqual(['vier', 'drie'])
    expect(first?.held.map(({ id }) => id)).toEqual(['twee', 'een'])
    expect(first?.last?.id).toBe('twee')
    expect(first?.missing[0]).toBe('Uitgenodigd en niet aanwezig: Bewoners Wijnbergen.')
  })

  it('count what a session made, on screen and in a spreadsheet', () => {
    let data = tables()
    data = done(data, addLine('twee', 'actie: bellen @Sité voor 12 december 2026'))
    data = done(data, addLine('twee', 'besluit: sluiten'))
    data = done(data, addLine('twee', 'tegengeluid: te vroeg @Sité'))
    const held = data.sessions.get('twee')
    if (held === undefined) throw new Error('no session')
    expect([presentWords(held), yieldWords(held)]).toEqual(['1 van 2', '1 actie, 1 besluit'])
    expect(held.minutes.map((line) => lineDetail(data, line))).toEqual([
      'actie van Sité, klaar op 12 december 2026',
      'besluit gevraagd, 1 keer tegengeluid',
      'bij het besluit "Sluiten"',
    ])
    const out = sessionTable(data, [held])
    expect(out.rows[0]).toHaveLength(out.columns.length)
    expect(out.rows[0]?.slice(0, 5)).toEqual([
      '2026-10-01',
      'Regietafel november',
      'overleg',
      'gehouden',
      'Sité',
    ])
  })
})

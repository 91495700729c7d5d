import { describe, expect, it } from 'vitest'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { type Decision, type MeetingTable, saveRecord, type Session } from '@/domain/regie'
import {
  cellText,
  incompleteDecisions,
  lastTimeSentences,
  participationTable,
  participationView,
  sessionLines,
  spanOf,
} from '@/features/partners/participation/participation'
import { decision, done, region, session, table, TODAY } from '../../domain/regie/support'

const ALL = spanOf('all', TODAY)

function met(sessions: readonly Partial<Session>[], at: Partial<MeetingTable> = {}): ProgrammeData {
  let data = done(region(), saveRecord('meetingTables', table(at)))
  for (const fields of sessions)
    data = done(
      data,
      saveRecord(
        'sessions',
        session({
          tableId: 'tafel',
          held: true,
          invitedIds: ['partner-site', 'bewoners'],
          presentIds: ['partner-site'],
          ...fields,
        }),
      ),
    )
  return data
}

const cell = (data: ProgrammeData, partnerId: string, span = ALL): string => {
  const { columns, rows } = participationView(data, span)
  const figure = rows.find((row) => row.partner.id === partnerId)?.cells[0]
  if (figure === undefined) throw new Error('no such cell')
  return cellText(figure, columns[0]?.sessions.length ?? 0)
}

describe('periods', () => {
  it('are this year, twelve months up to today, or all', () => {
    expect(spanOf('year', '2026-03-05')).toEqual({ from: '2026-01-01', until: '2026-12-31' })
    expect(spanOf('twelveMonths', '2026-03-05')).toEqual({ from: '2025-03-06', until: '2026-03-05' })
    expect(spanOf('all', TODAY).from < '0001-01-01').toBe(true)
  })
})

describe('the matrix', () => {
  const data = met([
    { date: '2025-12-01', presentIds: ['bewoners', 'partner-site'] },
    { date: '2026-10-01' },
    { date: '2026-11-01', held: false, presentIds: [] },
  ])

  it('counts sessions that were held, in words where there is nothing to count', () => {
    expect(cell(data, 'partner-site')).toBe('2 van 2')
    expect(cell(data, 'bewoners')).toBe('1 van 2')
    expect(cell(data, 'partner-iriszorg')).toBe('niet uitgenodigd')
    expect(cell(data, 'bewoners', spanOf('year', TODAY))).toBe('0 van 1')
    expect(cell(data, 'bewoners', spanOf('year', '2024-01-01'))).toBe('geen sessie')
  })

  it('counts how often a perspective was missing, whoever was invited', () => {
    const { voices } = participationView(data, ALL)
    expect(voices.map(({ voice, missing }) => [voice, missing])).toEqual([
      ['residents', [1]],
      ['expertsByExperience', [2]],
    ])
  })

  it('shows a table that stopped only with its sessions', () => {
    const stopped = met([{ date: '2025-12-01' }], { retired: true })
    expect(participationView(stopped, ALL).columns).toHaveLength(1)
    expect(participationView(stopped, spanOf('year', TODAY)).columns).toHaveLength(0)
  })

  it('leaves cells of partners that were never invited empty in a spreadsheet', () => {
    const { columns, rows } = participationTable(participationView(data, ALL))
    expect(columns.map((c) => c.label)).toEqual([
      'Partner',
      'Soort',
      'Regietafel: aanwezig',
      'Regietafel: uitgenodigd',
    ])
    expect(rows.find((row) => row[0] === 'Sité')).toEqual(['Sité', 'woningcorporatie', 2, 2])
    expect(rows.find((row) => row[0] === 'IrisZorg')?.slice(2)).toEqual([null, null])
  })

  it('opens the sessions behind a cell, the newest first, with who was missing', () => {
    const sessions = participationView(data, ALL).columns[0]?.sessions ?? []
    const lines = sessionLines(data, sessions, 'bewoners')
    expect(lines.map((l) => [l.session.date, l.partner, l.missing])).toEqual([
      ['2026-10-01', 'absent', ['Bewoners Wijnbergen', 'ervaringsdeskundigen']],
      ['2025-12-01', 'present', ['ervaringsdeskundigen']],
    ])
    expect(sessionLines(data, sessions, 'partner-iriszorg')[0]?.partner).toBe('notInvited')
    expect(sessionLines(data, sessions, null)[0]?.partner).toBeNull()
  })
})

describe('the last time', () => {
  it('is told per perspective', () => {
    expect(lastTimeSentences(region())).toEqual([expect.stringMatching(/^Er is nog geen sessie gehouden/)])
    const there = met([{ date: '2026-10-01', presentIds: ['bewoners'] }, { date: '2026-01-01' }])
    expect(lastTimeSentences(there)).toEqual([
      'Bewoners waren de laatste keer aan elke tafel.',
      'Ervaringsdeskundigen ontbraken de laatste keer aan Regietafel.',
    ])
  })
})

describe('decisions', () => {
  it('are named when a perspective was missing where they were discussed', () => {
    const sessions = [
      { id: 's1', date: '2026-10-01' },
      { id: 's2', date: '2026-11-01', held: false, presentIds: [] },
    ]
    let data = met(sessions)
    const decide = (fields: Partial<Decision>): void => {
      data = done(data, saveRecord('decisions', decision(fields)))
    }
    decide({ name: 'Besproken', sessionId: 's1' })
    decide({ name: 'Nog niet besproken', sessionId: 's2' })
    decide({ name: 'Buiten een tafel om' })
    expect(incompleteDecisions(data, ALL).map((d) => [d.decision.name, d.missing])).toEqual([
      ['Besproken', ['Bewoners Wijnbergen', 'ervaringsdeskundigen']],
    ])
    expect(incompleteDecisions(data, spanOf('year', '2025-01-01'))).toEqual([])
  })
})

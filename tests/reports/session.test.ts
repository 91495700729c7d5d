import { describe, expect, it } from 'vitest'
import { programmeOf, type ProgrammeData } from '@/domain/model/programmeData'
import {
  addLine,
  addToAgenda,
  draftSession,
  type MeetingTable,
  moveDilemma,
  noteYield,
  type Picture,
  saveRecord,
  setPresent,
} from '@/domain/regie'
import { sessionFileName, type SessionSheet, sessionSheet } from '@/reports/session'
import { context, done, region, table, TODAY } from '../domain/regie/support'
import { flat, makeSessionSheet, onPdf, pagesOf } from './support'

const MEMBERS = ['partner-site', 'partner-iriszorg', 'partner-leger', 'partner-wonion', 'bewoners']
/** A grey dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

const PICTURE: Picture = {
  id: 'p',
  sessionId: 's',
  name: 'Praatplaat van de middag',
  type: 'image/png',
  width: 1,
  height: 1,
  content: DOT,
}

function meeting(lines: readonly string[], kind: 'meeting' | 'creative' = 'meeting'): ProgrammeData {
  const regietafel: MeetingTable = table({ partnerIds: MEMBERS, level: 'tactical' })
  let data = done(region(), saveRecord('meetingTables', regietafel))
  const fresh = draftSession(data, context(), 'tafel', kind)
  data = done(data, saveRecord('sessions', { ...fresh, id: 's', name: 'Regietafel november' }))
  for (const id of MEMBERS.slice(0, 3)) data = done(data, setPresent('s', id, true))
  const agenda = ['Opening', 'Sluiting nachtopvang', 'Sleutels', 'Buurt', 'Rondvraag']
  data = done(
    data,
    addToAgenda(
      's',
      agenda.map((text) => ({ text, link: null })),
    ),
  )
  for (const line of lines) data = done(data, addLine('s', line))
  return data
}

/** What an hour of talking gives. */
const HOUR = [
  'Iedereen vertelt in een zin wat er sinds de vorige keer is veranderd.',
  'actie: sleutels regelen @Sité voor 12 december 2026',
  'actie: bewoners uitnodigen voor een rondleiding @IrisZorg voor 15-1-2027',
  'actie: begroting van de begeleiding sturen @Leger des Heils',
  'De bouw in Wijnbergen ligt op schema.',
  'besluit: de nachtopvang sluit in mei 2027',
  'tegengeluid: dat is te vroeg zolang er geen tien plekken klaar zijn @Leger des Heils',
  'tegengeluid van de huurders: wij hoorden dit uit de krant',
  'dilemma: snel starten / samen starten',
  'actie: planning naast elkaar leggen @Wonion voor eind december',
  'actie: lijst met wachtenden bijwerken @IrisZorg voor 1-12-2026',
  'actie: gesprek met de buurt voorbereiden @Sité',
  'Volgende keer sluiten ervaringsdeskundigen aan.',
]

const sheetOf = (data: ProgrammeData): SessionSheet => {
  const sheet = sessionSheet(data, 's', { generatedOn: TODAY })
  if (sheet === null) throw new Error('no session')
  return sheet
}

describe('the minutes on paper', () => {
  it('put an hour on one A4, with the purpose first', async () => {
    let data = meeting(HOUR)
    const dilemma = [...data.dilemmas.keys()][0] ?? ''
    data = done(data, moveDilemma(dilemma, 40, 'De buurt wacht al een jaar.'))
    data = done(
      data,
      noteYield('s', { result: 'Een datum voor de sluiting.', sideBenefits: 'Twee buren boden hulp aan.' }),
    )
    data = done(data, saveRecord('pictures', PICTURE))
    const sheet = sheetOf(data)
    const bytes = await makeSessionSheet(sheet)
    const pages = pagesOf(bytes)
    expect(pages).toHaveLength(1)
    const text = flat(pages[0])
    expect(text.indexOf(programmeOf(data).purpose.slice(0, 60))).toBeLessThan(
      text.indexOf('Verslag Regietafel november'),
    )
    for (const words of [
      'Aanwezig: IrisZorg, Leger des Heils en Sité',
      'Uitgenodigd en niet aanwezig: Bewoners Wijnbergen en Wonion.',
      'Bewoners en ervaringsdeskundigen zaten niet aan tafel.',
      'Sluiting nachtopvang',
      'Sleutels regelen',
      '12 december 2026',
      'geen datum',
      'De nachtopvang sluit in mei 2027 (gevraagd)',
      'Tegengeluid van Leger des Heils: Dat is te vroeg zolang er geen tien plekken klaar zijn',
      'Tegengeluid van De huurders: Wij hoorden dit uit de krant',
      'Meer naar samen starten',
      'De buurt wacht al een jaar.',
      'Twee buren boden hulp aan.',
      'Praatplaat van de middag',
      'pagina 1 van 1',
    ])
      expect(text).toContain(words)
    expect(onPdf(bytes, 'pdfimages', (file) => ['-list', file])).toMatch(/\bimage\b/)
    expect(onPdf(bytes, 'pdfinfo', (file) => [file])).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/)
    expect(Buffer.from(await makeSessionSheet(sheet)).equals(Buffer.from(bytes))).toBe(true)
    expect(sessionFileName(sheet)).toBe(`${TODAY} Verslag Regietafel november.pdf`)
  }, 20_000)

  it('say that a case is made up, and go on over pages', async () => {
    let data = meeting(
      Array.from({ length: 90 }, (_, n) => [
        `actie: nummer ${String(n + 1)} regelen @Sité`,
        `Wat er bij punt ${String(n + 1)} is gezegd.`,
      ]).flat(),
      'creative',
    )
    data = done(
      data,
      noteYield('s', {
        creative: {
          caseText: 'Een vader met twee kinderen slaapt in een auto.',
          fictitious: true,
          whyQuestions: 'Waarom wacht hij op drie loketten?',
          ideas: 'Een sleutel op de eerste dag.',
          solution: '',
        },
      }),
    )
    data = done(data, saveRecord('pictures', PICTURE))
    const bytes = await makeSessionSheet(sheetOf(data))
    const pages = pagesOf(bytes)
    expect(onPdf(bytes, 'pdfimages', (file) => ['-list', file]).match(/^ +\d/gm)).toHaveLength(1)
    expect(pages.length).toBeGreaterThan(1)
    const text = flat(pages.join(' '))
    expect(text).toContain('Casus (bedacht, niet echt gebeurd)')
    expect(text).toContain('Waarom wacht hij op drie loketten?')
    expect(text).not.toContain('Oplossing')
    for (let n = 1; n <= 90; n += 1) {
      expect(text).toContain(`Nummer ${String(n)} regelen`)
      expect(text).toContain(`Wat er bij punt ${String(n)} is gezegd.`)
    }
    expect(flat(pages.at(-1))).toContain(`pagina ${String(pages.length)} van ${String(pages.length)}`)
  }, 20_000)

  it('lose no word of long texts', async () => {
    const long = (name: string): string => `${'Woorden over de opgave. '.repeat(380)}Einde van ${name}.`
    let data = meeting(
      [
        long('notitie'),
        'besluit: de nachtopvang sluit in mei 2027',
        `tegengeluid van de huurders: ${long('tegengeluid')}`,
        'dilemma: snel starten / samen starten',
      ],
      'creative',
    )
    data = done(data, moveDilemma([...data.dilemmas.keys()][0] ?? '', 40, long('waarom')))
    data = done(
      data,
      addToAgenda(
        's',
        Array.from({ length: 150 }, (_, n) => ({ text: `Agendapunt nummer ${String(n)}`, link: null })),
      ),
    )
    data = done(
      data,
      noteYield('s', {
        result: long('resultaat'),
        sideBenefits: long('bijvangst'),
        creative: {
          caseText: long('casus'),
          fictitious: false,
          whyQuestions: long('vragen'),
          ideas: long('ideeën'),
          solution: long('oplossing'),
        },
      }),
    )
    for (const pictures of [0, 3]) {
      for (let n = 0; n < pictures; n += 1)
        data = done(data, saveRecord('pictures', { ...PICTURE, id: `p${String(n)}` }))
      const text = onPdf(await makeSessionSheet(sheetOf(data)), 'pdftotext', (file) => [file, '-']).replace(
        /\s+/g,
        ' ',
      )
      for (const name of 'notitie tegengeluid waarom casus vragen ideeën oplossing resultaat bijvangst'.split(
        ' ',
      ))
        expect(text).toContain(`Einde van ${name}.`)
      for (let n = 0; n < 150; n += 1) expect(text).toContain(`Agendapunt nummer ${String(n)} `)
      expect(text.match(/Praatplaat van de middag/g) ?? []).toHaveLength(pictures)
    }
  }, 30_000)

  it('of a planned session name who is invited', () => {
    let data = done(region(), saveRecord('meetingTables', table()))
    const fresh = draftSession(data, context(), 'tafel')
    data = done(data, saveRecord('sessions', { ...fresh, id: 's' }))
    expect(sheetOf(data)).toMatchObject({
      held: false,
      invited: ['Bewoners Wijnbergen', 'Sité'],
      missing: [],
    })
    expect(sessionSheet(data, 'weg', { generatedOn: TODAY })).toBeNull()
  })
})

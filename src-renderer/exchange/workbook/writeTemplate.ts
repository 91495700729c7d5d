import { type CellValue, type DataValidation, writeXlsx } from 'hucre/xlsx'
import { type FieldKey, fieldsOf, type Subject, targetsOf } from '@/domain/intake'
import type { IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { MAX_PLACES } from '@/domain/validation'
import { columnName } from './grid'
import { DATE_FORMAT, headStyle } from './styles'
import { properties, safeText, serialDate } from './write'

/** Rows for which there are drop-downs. */
const ROWS = 500
const LISTS = 'Lijsten'

/** What stands in the line that shows how it is done; it is left out when the sheet is read. */
const EXAMPLES: Readonly<Record<Subject, Readonly<Partial<Record<FieldKey, string | number>>>>> = {
  projects: {
    name: 'Voorbeeld: Kamers aan de Markt',
    homesPlaces: 12,
    supportPlaces: 12,
    owner: 'manager wonen',
    nextStep: 'locatie kiezen',
    note: 'Deze regel is een voorbeeld en wordt niet ingelezen.',
  },
  partners: {
    name: 'Voorbeeld: Woonstichting De Linde',
    contactRole: 'manager wonen',
    note: 'Deze regel is een voorbeeld en wordt niet ingelezen.',
  },
}
const EXAMPLE_CHOICES: Readonly<Partial<Record<FieldKey, string>>> = {
  homesStatus: 'committed',
  supportStatus: 'explored',
  phase: 'exploration',
  confidence: 'likely',
  kind: 'housingAssociation',
}

/** An empty sheet that Palet reads without asking: headings, a line as example, and lists to choose from. */
export async function writeTemplate(
  data: ProgrammeData,
  subject: Subject,
  madeOn: IsoDate,
): Promise<Uint8Array<ArrayBuffer>> {
  // Codes of Palet are for tables that come out of it.
  const fields = fieldsOf(subject).filter(({ kind }) => kind !== 'code')
  const lists = fields.map(({ key, kind }) =>
    kind === 'choice'
      ? targetsOf(data, key)
          .filter((target) => target.retired !== true)
          .map(({ label }) => label)
      : [],
  )
  const example = fields.map(({ key, kind }, c): CellValue => {
    const given = EXAMPLES[subject][key]
    if (given !== undefined) return typeof given === 'string' ? safeText(given) : given
    if (kind === 'date') return serialDate(`${String(Number(madeOn.slice(0, 4)) + 1)}-07-01`)
    const target = targetsOf(data, key).find(({ id }) => id === EXAMPLE_CHOICES[key])
    const label = target?.label ?? lists[c]?.[0]
    return label === undefined ? null : safeText(label)
  })
  const title = subject === 'projects' ? 'Projecten' : 'Partners'
  const longest = Math.max(1, ...lists.map((list) => list.length))
  return new Uint8Array(
    await writeXlsx({
      sheets: [
        {
          name: title,
          rows: [fields.map(({ label }) => safeText(label)), example],
          cells: new Map(
            fields.map(({ label }, c) => [`0,${String(c)}`, { value: safeText(label), style: headStyle }]),
          ),
          columns: fields.map(({ key, kind }) => ({
            width: key === 'name' || key === 'note' ? 40 : kind === 'count' ? 20 : 24,
            ...(kind === 'date' ? { style: { numFmt: DATE_FORMAT } } : {}),
          })),
          freezePane: { rows: 1, columns: 1 },
          dataValidations: fields.flatMap(({ kind }, c) => validation(kind, c, lists[c]?.length ?? 0)),
          pageSetup: {
            paperSize: 'a4',
            orientation: 'landscape',
            fitToPage: true,
            fitToWidth: 1,
            fitToHeight: 0,
          },
        },
        {
          name: LISTS,
          hidden: true,
          rows: Array.from({ length: longest }, (_, r) =>
            lists.map((list) => (list[r] === undefined ? null : safeText(list[r]))),
          ),
        },
      ],
      properties: properties(`Sjabloon ${title.toLowerCase()}`, madeOn),
      activeSheet: 0,
    }),
  )
}

function validation(kind: string, column: number, choices: number): DataValidation[] {
  const letter = columnName(column)
  const range = `${letter}2:${letter}${String(ROWS + 1)}`
  // People may write a name that Palet doesn't know yet: it asks when the sheet is read.
  const warn = { allowBlank: true, showErrorMessage: true, errorStyle: 'warning', range } as const
  if (kind === 'choice' && choices > 0)
    return [
      {
        ...warn,
        type: 'list',
        formula1: `${LISTS}!$${letter}$1:$${letter}$${String(choices)}`,
        errorTitle: 'Kies uit de lijst',
        errorMessage: 'Dit staat niet in de lijst. Palet vraagt bij het inlezen wat u bedoelt.',
      },
    ]
  if (kind === 'count')
    return [
      {
        ...warn,
        type: 'whole',
        operator: 'between',
        formula1: '0',
        formula2: String(MAX_PLACES),
        errorTitle: 'Aantal plekken',
        errorMessage: 'Vul een heel getal in van 0 of meer.',
      },
    ]
  if (kind === 'date')
    return [
      {
        ...warn,
        type: 'date',
        operator: 'between',
        formula1: '36526',
        formula2: '73050',
        errorTitle: 'Datum',
        errorMessage: 'Vul een datum in als dag-maand-jaar, zoals 1-7-2027.',
      },
    ]
  return []
}

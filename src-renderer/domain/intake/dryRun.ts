import { sameContent } from '../commands/patches'
import type { CommandContext } from '../commands/context'
import { draftProject } from '../commands/drafts'
import { partnerKindLabels } from '../labels'
import type { Id, Partner, Project } from '../model/entities'
import type { ProgrammeData } from '../model/programmeData'
import { choiceNames, partnerChanges, projectChanges } from './changes'
import { fieldsOf } from './fields'
import type { FoundValue, Mapping } from './mapping'
import type { RowOutcome, RowProblem, RowRecord, RowValues } from './outcome'
import { partnerFromRow } from './partnerRow'
import { projectFromRow } from './projectRow'
import { RowReader } from './readRow'
import { RowSorter } from './rows'
import type { CellReaders, TableCells } from './sheet'
import { keyOf } from './words'

/** More problems in one row than this tell nothing more. */
const MAX_PROBLEMS = 12

/**
 * Says for every row what it would do, without doing it. In portions, so that whoever runs it can show how far it is and
 * stop. The programme as it was given is what rows are laid beside, not what earlier rows would make of it.
 */
export class DryRun {
  private next: number
  private readonly sorter: RowSorter
  private readonly reader: RowReader
  private readonly byName: ReadonlyMap<string, readonly RowRecord[]>
  /** What a new project begins as: made once, since looking for what comes first by name takes long. */
  private readonly blank: Project
  /** Records that a row above is about already: id, or name and place for a new one. */
  private readonly taken = new Map<string, number>()

  constructor(
    private readonly data: ProgrammeData,
    private readonly cells: TableCells,
    private readonly mapping: Mapping,
    values: readonly FoundValue[],
    private readonly ctx: CommandContext,
    private readonly readers: CellReaders,
  ) {
    this.next = cells.head + 1
    this.blank = { ...draftProject(data, ctx), municipalityId: '', typeId: '' }
    this.sorter = new RowSorter(cells, mapping, readers)
    this.reader = new RowReader(data, cells, mapping, values, readers)
    this.byName = recordsByName(data, mapping)
  }

  get done(): boolean {
    return this.next >= this.cells.sheet.rows.length
  }

  /** 0 to 1. */
  get share(): number {
    const all = this.cells.sheet.rows.length - this.cells.head - 1
    return all <= 0 ? 1 : (this.next - this.cells.head - 1) / all
  }

  advance(rows: number): RowOutcome[] {
    const outcomes: RowOutcome[] = []
    const end = Math.min(this.cells.sheet.rows.length, this.next + rows)
    for (; this.next < end; this.next += 1)
      if (this.sorter.take(this.next)) outcomes.push(this.outcome(this.next))
    return outcomes
  }

  /** What was left out and what was strange, when all rows have been. */
  notices(): string[] {
    return this.sorter.notices()
  }

  private readonly sameText = (read: string, kept: string): boolean =>
    read === kept || read === this.readers.text(kept)

  private outcome(row: number): RowOutcome {
    const problems: RowProblem[] = []
    const read = this.reader.read(row, problems)
    const name = read.texts.name ?? ''
    const before = this.find(read, problems)
    const values = this.without(read, before, problems)
    if (name === '' && before === null)
      problems.push({
        level: 'error',
        column: this.reader.letter('name'),
        message: 'Naam: hier staat niets. Vul een naam in, of laat de rij weg.',
      })
    const unfit = problems.some((p) => p.level === 'error')
    const made = this.made(before, values, unfit ? [] : problems)
    this.checkTwice(row, before, made, problems)
    const failed = problems.some((p) => p.level === 'error')
    const same = before !== null && sameContent(before, made)
    const shared = { row: row + 1, name: name === '' ? made.name : name, where: this.where(made) }
    const told = problems.slice(0, MAX_PROBLEMS)
    if (failed) return { ...shared, kind: 'problem', changes: [], problems: told, after: null, before: null }
    if (same) return { ...shared, kind: 'same', changes: [], problems: told, after: null, before: null }
    return {
      ...shared,
      kind: before === null ? 'new' : 'changed',
      changes: this.changes(before, made),
      problems: told,
      after: made,
      before,
    }
  }

  /** The values but for choices that say what the record says already; what nobody decided about is told. */
  private without(values: RowValues, before: RowRecord | null, problems: RowProblem[]): RowValues {
    const settled = new Set<string>()
    for (const { key } of fieldsOf(this.mapping.subject)) {
      const word = values.words[key]
      if (word === undefined) continue
      const open = values.open[key]
      if (before !== null && this.reader.names(key, word, choiceNames(this.data, before, key)))
        settled.add(key)
      else if (open !== undefined) problems.push(open)
    }
    const choices = Object.fromEntries(Object.entries(values.choices).filter(([key]) => !settled.has(key)))
    return { ...values, choices }
  }

  private made(before: RowRecord | null, values: RowValues, problems: RowProblem[]): RowRecord {
    const letter = this.reader.letter.bind(this.reader)
    return this.mapping.subject === 'projects'
      ? projectFromRow(
          this.data,
          this.ctx,
          asProject(before),
          this.blank,
          values,
          this.mapping,
          this.sameText,
          letter,
          problems,
        )
      : partnerFromRow(
          this.data,
          this.ctx,
          asPartner(before),
          values,
          this.mapping,
          this.sameText,
          letter,
          problems,
        )
  }

  private changes(before: RowRecord | null, after: RowRecord) {
    return isProject(after)
      ? projectChanges(this.data, asProject(before), after)
      : partnerChanges(this.data, asPartner(before), after)
  }

  private where(record: RowRecord): string {
    return isProject(record)
      ? (this.data.municipalities.get(record.municipalityId)?.name ?? '')
      : partnerKindLabels[record.kind]
  }

  /** The record that a row is about: by the code of Palet, else by its name, with the municipality when that is known. */
  private find(values: RowValues, problems: RowProblem[]): RowRecord | null {
    const code = values.texts.code
    const table: ReadonlyMap<Id, RowRecord> = this.data[this.mapping.subject]
    const coded = code === undefined ? undefined : table.get(code)
    if (coded !== undefined) return coded
    const name = values.texts.name
    if (name === undefined) return null
    const municipality = values.choices.municipality?.[0] ?? this.mapping.fixed.municipality
    const place = this.mapping.subject === 'projects' ? (municipality ?? '') : ''
    const found = this.byName.get(`${keyOf(name)}|${place}`) ?? []
    if (found.length > 1)
      problems.push({
        level: 'error',
        column: this.reader.letter('name'),
        message: `Naam: "${name.slice(0, 60)}" staat ${String(found.length)} keer in Palet. Neem de kolom "Code van Palet" op in het bestand (bewaar de tabel uit Palet), of laat de rij weg.`,
      })
    return found.length === 1 ? (found[0] ?? null) : null
  }

  private checkTwice(row: number, before: RowRecord | null, made: RowRecord, problems: RowProblem[]): void {
    const place = isProject(made) ? made.municipalityId : ''
    const key = before === null ? `${keyOf(made.name)}|${place}` : before.id
    const first = this.taken.get(key)
    if (first === undefined) this.taken.set(key, row + 1)
    else
      problems.push({
        level: 'error',
        column: this.reader.letter('name'),
        message: `"${made.name.slice(0, 60)}" staat ook in rij ${String(first)}. Alleen de eerste rij telt; voeg ze samen of laat deze weg.`,
      })
  }
}

const isProject = (record: RowRecord): record is Project => 'municipalityId' in record
const asProject = (record: RowRecord | null): Project | null =>
  record !== null && isProject(record) ? record : null
const asPartner = (record: RowRecord | null): Partner | null =>
  record !== null && !isProject(record) ? record : null

/** Projects stand under their name with their municipality, and under their name alone for sheets that don't say where. */
function recordsByName(data: ProgrammeData, { subject, columns, fixed }: Mapping): Map<string, RowRecord[]> {
  const found = new Map<string, RowRecord[]>()
  const placed =
    subject === 'projects' && (columns.municipality !== undefined || fixed.municipality !== undefined)
  const records: Iterable<RowRecord> = data[subject].values()
  for (const record of records) {
    const key = `${keyOf(record.name)}|${placed && isProject(record) ? record.municipalityId : ''}`
    const list = found.get(key)
    if (list === undefined) found.set(key, [record])
    else list.push(record)
  }
  return found
}

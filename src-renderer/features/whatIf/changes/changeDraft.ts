import { formatNumber } from '@/domain/labels'
import type { CommandContext } from '@/domain/commands/context'
import type { Id, IsoDate } from '@/domain/model/entities'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { isIsoDate } from '@/domain/time/day'
import {
  assumedKey,
  assumedOf,
  type AssumedRange,
  MOST_ASSUMED,
  type Scenario,
  type ScenarioChange,
} from '@/domain/scenario'
import { parameters, type SimulationInputs } from '@/domain/simulation'
import { newProject, surely } from './newProject'
import { verdictFor } from './rows'

export type ChangeKind = ScenarioChange['kind']

/** In the order of the menu: what happens to people, to support, to the plan. */
export const CHANGE_KINDS: readonly { readonly kind: ChangeKind; readonly label: string }[] = [
  { kind: 'inflow', label: 'Instroom' },
  { kind: 'mix', label: 'Samenstelling van de vraag' },
  { kind: 'stay', label: 'Verblijfsduur' },
  { kind: 'supportHours', label: 'Begeleiding' },
  { kind: 'assumption', label: 'Andere aanname' },
  { kind: 'delay', label: 'Project later of eerder' },
  { kind: 'goNoGo', label: 'Project gaat wel of niet door' },
  { kind: 'closingDate', label: 'Sluiting van een opvang' },
  { kind: 'newProject', label: 'Nieuw project' },
]

export const kindLabel = (kind: ChangeKind): string => CHANGE_KINDS.find((k) => k.kind === kind)?.label ?? ''

/** What the form holds, in the units that people type; one shape for all kinds, each uses its part. */
export interface ChangeDraft {
  readonly kind: ChangeKind
  readonly id: Id
  note: string
  /** Profile, type, band, project or key of the number, by kind. */
  subject: Id
  /** Expected, lowest and highest: percent, people or months. Lowest and highest may be left empty. */
  value: number | null
  low: number | null
  high: number | null
  inflowBy: 'percent' | 'people'
  from: IsoDate | null
  until: IsoDate | null
  followDownstream: boolean
  verdict: 'go' | 'noGo'
  name: string
  municipalityId: Id
  places: number | null
  certain: boolean
}

export interface DraftSurroundings {
  readonly data: ProgrammeData
  /** The inputs without this change: what it is measured against. */
  readonly inputs: SimulationInputs
  readonly ctx: CommandContext
}

export interface FieldProblem {
  readonly field: keyof ChangeDraft
  readonly message: string
}

const percent = (factor: number): number => Math.round((factor - 1) * 1000) / 10
const share = (part: number): number => Math.round(part * 1000) / 10

export function emptyDraft(
  kind: ChangeKind,
  subject: Id,
  { data, inputs, ctx }: DraftSurroundings,
): ChangeDraft {
  const next = data.projects.size + 1
  const base: ChangeDraft = {
    kind,
    id: ctx.newId(),
    note: '',
    subject,
    value: null,
    low: null,
    high: null,
    inflowBy: 'percent',
    from: kind === 'inflow' ? firstOfNextMonth(inputs.start) : null,
    until: null,
    followDownstream: true,
    verdict: 'noGo',
    name: kind === 'newProject' ? `Nieuw project ${String(next)}` : '',
    municipalityId: kind === 'newProject' ? (inputs.municipalities[0]?.id ?? '') : '',
    places: null,
    certain: true,
  }
  return { ...base, ...startingValues(base, inputs) }
}

/** A form about a profile, type or band starts at the number there is now. */
export function startingValues(
  { kind, subject }: Pick<ChangeDraft, 'kind' | 'subject'>,
  inputs: SimulationInputs,
): Pick<ChangeDraft, 'value' | 'low' | 'high'> {
  const of = (range: AssumedRange | undefined, show: (n: number) => number) =>
    range === undefined
      ? { value: null, low: null, high: null }
      : { value: show(range.value), low: show(range.low), high: show(range.high) }
  if (kind === 'mix') return of(inputs.profiles.find((p) => p.id === subject)?.share, share)
  if (kind === 'stay')
    return of(inputs.types.find((t) => t.id === subject)?.stay, (n) => Math.round(n * 10) / 10)
  if (kind === 'supportHours') return of(inputs.bands.find((b) => b.id === subject)?.staffed, share)
  if (kind === 'assumption') {
    const parameter = parameters(inputs).find((p) => p.key === subject)
    return of(parameter?.range, inPercent(subject) ? share : (n) => Math.round(n * 10) / 10)
  }
  return { value: null, low: null, high: null }
}

/** Numbers of the last kind are shares, but for people and months. */
export const inPercent = (key: string): boolean => {
  const what = assumedOf(key)?.what
  return what !== undefined && what !== 'waitingAtStart' && what !== 'delay'
}

export function draftOf(change: ScenarioChange, scenario: Scenario, around: DraftSurroundings): ChangeDraft {
  const draft = { ...emptyDraft(change.kind, '', around), id: change.id, note: change.note }
  const ranged = ({ value, low, high }: AssumedRange, show: (n: number) => number): Partial<ChangeDraft> =>
    low === high
      ? { value: show(value), low: null, high: null }
      : { value: show(value), low: show(low), high: show(high) }
  switch (change.kind) {
    case 'inflow':
      return { ...draft, from: change.from, until: change.until, ...ranged(change.factor, percent) }
    case 'mix':
      return { ...draft, subject: change.profileId, ...ranged(change.share, share) }
    case 'stay':
      return { ...draft, subject: change.typeId, ...ranged(change.months, (n) => n) }
    case 'supportHours':
      return { ...draft, subject: change.bandId, ...ranged(change.factor, share) }
    case 'assumption': {
      const subject = assumedKey(change.what, change.of)
      return { ...draft, subject, ...ranged(change.range, inPercent(subject) ? share : (n) => n) }
    }
    case 'delay':
      return {
        ...draft,
        subject: change.projectId,
        value: change.months,
        followDownstream: change.followDownstream,
      }
    case 'goNoGo':
      return { ...draft, subject: change.projectId, verdict: change.verdict }
    case 'closingDate':
      return { ...draft, subject: change.projectId, from: change.date }
    case 'newProject': {
      const { project } = change
      const step = project.homes[0]
      return {
        ...draft,
        subject: project.typeId,
        name: project.name,
        municipalityId: project.municipalityId,
        places: step?.places ?? null,
        from: step?.date ?? null,
        certain: verdictFor(scenario, project.id) !== undefined,
      }
    }
  }
}

/** What the form means as changes, or what is still wrong with it. */
export function changesOf(
  draft: ChangeDraft,
  around: DraftSurroundings,
): { readonly changes: readonly ScenarioChange[]; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = []
  const must = (field: keyof ChangeDraft, holds: boolean, message: string): void => {
    if (!holds) problems.push({ field, message })
  }
  const number = (n: number | null): n is number => n !== null && Number.isFinite(n)
  const { id, note, subject } = draft
  const range = (turn: (n: number) => number): AssumedRange => {
    const value = draft.value ?? Number.NaN
    const [low, high] = [draft.low ?? value, draft.high ?? value]
    must('value', number(draft.value), 'Vul een getal in.')
    must('low', !Number.isNaN(low) || !number(draft.value), 'Vul een getal in of laat het veld leeg.')
    must('high', !Number.isNaN(high) || !number(draft.value), 'Vul een getal in of laat het veld leeg.')
    must('low', !(low > value), 'De laagste waarde ligt niet boven de verwachte.')
    must('high', !(high < value), 'De hoogste waarde ligt niet onder de verwachte.')
    return { value: turn(value), low: turn(low), high: turn(high) }
  }
  const dated = (field: 'from' | 'until', date: IsoDate | null): IsoDate => {
    const sound = date !== null && isIsoDate(date)
    must(field, sound, 'Kies een datum.')
    return date ?? ''
  }
  const chosen = (message: string): void => {
    must('subject', subject !== '', message)
  }
  const one = (change: ScenarioChange) => ({ changes: [change], problems })

  switch (draft.kind) {
    case 'inflow': {
      const now = around.inputs.inflow?.value ?? 0
      const byPeople = draft.inflowBy === 'people'
      if (byPeople) must('value', now > 0, 'De instroom van nu is niet bekend. Kies procenten.')
      const factor = range((n) => Math.max(0, byPeople ? 1 + n / now : 1 + n / 100))
      const until = draft.until === null ? null : dated('until', draft.until)
      const from = dated('from', draft.from)
      must('until', until === null || until >= from, 'Het einde ligt niet voor het begin.')
      return one({ kind: 'inflow', id, note, from, until, factor })
    }
    case 'mix':
      chosen('Kies een groep.')
      must(
        'value',
        !number(draft.value) || (draft.value >= 0 && draft.value <= 100),
        'Kies 0 tot en met 100%.',
      )
      return one({ kind: 'mix', id, note, profileId: subject, share: range((n) => n / 100) })
    case 'stay':
      chosen('Kies een type.')
      must('value', !number(draft.value) || draft.value >= 0.1, 'Kies ten minste een tiende maand.')
      return one({ kind: 'stay', id, note, typeId: subject, months: range((n) => n) })
    case 'supportHours':
      chosen('Kies een soort begeleiding.')
      return one({ kind: 'supportHours', id, note, bandId: subject, factor: range((n) => n / 100) })
    case 'assumption': {
      const about = assumedOf(subject)
      must('subject', about !== null, 'Kies een aanname.')
      const scale = inPercent(subject) ? 100 : 1
      const most = about === null ? Infinity : MOST_ASSUMED[about.what] * scale
      const within = (n: number | null): boolean => !number(n) || (n >= 0 && n <= most)
      const words = `Kies 0 tot en met ${formatNumber(most)}${scale === 100 ? '%' : ''}.`
      for (const field of ['value', 'low', 'high'] as const) must(field, within(draft[field]), words)
      const numbers = range((n) => n / scale)
      return about === null
        ? { changes: [], problems }
        : one({ kind: 'assumption', id, note, ...about, range: numbers })
    }
    case 'delay': {
      chosen('Kies een project.')
      const months = draft.value ?? Number.NaN
      must(
        'value',
        Number.isInteger(months) && months !== 0,
        'Vul hele maanden in, niet 0; eerder is een getal onder 0.',
      )
      return one({
        kind: 'delay',
        id,
        note,
        projectId: subject,
        months,
        followDownstream: draft.followDownstream,
      })
    }
    case 'goNoGo':
      chosen('Kies een project.')
      return one({ kind: 'goNoGo', id, note, projectId: subject, verdict: draft.verdict })
    case 'closingDate':
      chosen('Kies een opvang.')
      return one({ kind: 'closingDate', id, note, projectId: subject, date: dated('from', draft.from) })
    case 'newProject': {
      must('name', draft.name.trim() !== '', 'Vul een naam in.')
      chosen('Kies een type.')
      must('municipalityId', draft.municipalityId !== '', 'Kies een gemeente.')
      const places = draft.places ?? Number.NaN
      must('places', Number.isInteger(places) && places > 0, 'Vul een heel aantal plekken in, 1 of meer.')
      const date = dated('from', draft.from)
      must('from', problems.length > 0 || date > around.inputs.start, 'Kies een datum na vandaag.')
      if (problems.length > 0) return { changes: [], problems }
      const project = newProject(around, { ...draft, places, date, id: `${id}-project` })
      const change: ScenarioChange = { kind: 'newProject', id, note, project }
      return { changes: draft.certain ? [change, surely(change)] : [change], problems }
    }
  }
}

export function firstOfNextMonth(date: IsoDate): IsoDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${String(next[0])}-${String(next[1]).padStart(2, '0')}-01`
}

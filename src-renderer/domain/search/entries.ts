import {
  agreementStateLabels,
  capitalise,
  decisionStateLabels,
  formatDate,
  lessonOutcomeLabels,
  partnerKindLabels,
  situationLabels,
  tableLabels,
  trajectoryStepLabels,
} from '../labels'
import type { Id } from '../model/basics'
import type { ProgrammeData, TableName } from '../model/programmeData'
import { situationOf, stepOf } from '../trajectories/overview'

/** Something that can be found and opened. */
export interface SearchEntry {
  /** `screen`, or the table of the record. */
  readonly kind: 'screen' | TableName
  /** Id of the record, or what the caller calls the screen. */
  readonly id: Id
  readonly title: string
  /** Shown below the title, and searched: where it is, whose it is. */
  readonly detail: string
  /** Searched only. */
  readonly text: string
}

/** Records that search knows, by table; screens come from the caller, which knows the routes. */
export function searchEntries(data: ProgrammeData): SearchEntry[] {
  const entries: SearchEntry[] = []
  const add = (
    kind: TableName,
    id: Id,
    title: string,
    detail: readonly string[],
    text: readonly string[],
  ): void => {
    entries.push({
      kind,
      id,
      title: title === '' ? capitalise(tableLabels[kind].one) : title,
      detail: detail.filter((part) => part !== '').join(', '),
      text: text.join(' '),
    })
  }
  const nameOf = (
    table: 'partners' | 'municipalities' | 'arrangementTypes' | 'meetingTables',
    id: Id | null,
  ): string => (id === null ? '' : (data[table].get(id)?.name ?? ''))
  const names = (table: Parameters<typeof nameOf>[0], ids: readonly Id[]): string =>
    ids.map((id) => nameOf(table, id)).join(', ')

  for (const p of data.projects.values())
    add(
      'projects',
      p.id,
      p.name,
      [nameOf('arrangementTypes', p.typeId), nameOf('municipalities', p.municipalityId)],
      [
        nameOf('partners', p.associationId),
        nameOf('partners', p.supportProviderId),
        p.owner,
        p.nextStep,
        p.note,
      ],
    )
  for (const p of data.partners.values())
    add(
      'partners',
      p.id,
      p.name,
      [partnerKindLabels[p.kind], names('municipalities', p.municipalityIds)],
      [p.contactRole, p.perspective, p.note],
    )
  for (const m of data.municipalities.values())
    add('municipalities', m.id, m.name, ['gemeente', m.region], [])
  for (const t of data.arrangementTypes.values())
    add('arrangementTypes', t.id, t.name, ['arrangementtype'], [t.audience, t.description])
  for (const r of data.reports.values())
    add('reports', r.id, r.name, [formatDate(r.referenceDate)], [r.coreMessage, r.requestedDecision])
  for (const a of data.agreements.values())
    add(
      'agreements',
      a.id,
      a.name,
      [
        nameOf('partners', a.ownerId),
        agreementStateLabels[a.status],
        a.due === null ? '' : formatDate(a.due),
      ],
      [a.text, a.ownerRole, a.outcome, names('partners', a.coOwnerIds)],
    )
  for (const d of data.decisions.values())
    add(
      'decisions',
      d.id,
      d.name,
      [decisionStateLabels[d.status], formatDate(d.settledOn ?? d.askedOn)],
      [d.text, d.reason, ...d.dissent.map((x) => x.text), ...d.outcomes.map((x) => x.text)],
    )
  for (const l of data.lessons.values())
    add(
      'lessons',
      l.id,
      l.name,
      [lessonOutcomeLabels[l.outcome], names('arrangementTypes', l.typeIds)],
      [l.observation, l.change],
    )
  addRest(data, add, nameOf)
  return entries
}

function addRest(
  data: ProgrammeData,
  add: (kind: TableName, id: Id, title: string, detail: readonly string[], text: readonly string[]) => void,
  nameOf: (table: 'partners' | 'municipalities' | 'meetingTables', id: Id | null) => string,
): void {
  for (const c of data.commitments.values())
    add('commitments', c.id, c.name, ['toezegging', nameOf('partners', c.partnerId)], [c.conditions])
  for (const m of data.mandates.values())
    add('mandates', m.id, m.name, ['mandaat', nameOf('partners', m.holderId), m.holderRole], [m.note])
  for (const t of data.meetingTables.values()) add('meetingTables', t.id, t.name, ['tafel'], [t.purpose])
  for (const s of data.sessions.values())
    add(
      'sessions',
      s.id,
      s.name,
      [nameOf('meetingTables', s.tableId), formatDate(s.date)],
      [s.result, s.sideBenefits, ...s.agenda.map((item) => item.text), ...s.minutes.map((line) => line.text)],
    )
  for (const d of data.dilemmas.values())
    add('dilemmas', d.id, d.name, ['dilemma', d.firstPole, d.secondPole], [d.text])
  for (const n of data.neighbourhoods.values())
    add(
      'neighbourhoods',
      n.id,
      n.name,
      ['buurt', nameOf('municipalities', n.municipalityId)],
      [n.plan, ...n.signals.map((signal) => signal.text)],
    )
  for (const c of data.directionChecks.values())
    add('directionChecks', c.id, c.name, ['regie nodig?'], [c.outcome])
  for (const t of data.trajectories.values())
    add(
      'trajectories',
      t.id,
      t.code,
      ['traject', trajectoryStepLabels[stepOf(t)?.step ?? 'signal'], nameOf('municipalities', t.originId)],
      [situationLabels[situationOf(t)]],
    )
  for (const c of data.celebrations.values())
    add('celebrations', c.id, c.name, ['mijlpaal', formatDate(c.celebratedOn ?? c.date)], [c.appreciation])
}

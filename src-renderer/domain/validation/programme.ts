import { capitalise, formatDate } from '../labels'
import type { AmbitionMilestone, Id } from '../model/entities'
import { PROGRAMME_ID, type ProgrammeData, type TableName } from '../model/programmeData'
import { REGIE_TABLES } from '../regie/model'
import { regieLabel } from '../regie/name'
import type { DomainError } from '../result'
import { validateBaseline } from './baseline'
import { dependencyCycles } from './dependencies'
import { projectProblems } from './project'
import {
  validateArrangementType,
  validateMilestone,
  validateMunicipality,
  validatePartner,
  validateProgrammeRecord,
  validateReport,
} from './records'
import { validateRegie } from './regie'
import { validateAnswer, validateRound } from './review'
import { validateScenario } from './scenario'

/**
 * Everything that is wrong with a whole programme, such as one from a file. Messages name the record; the field is
 * its full path: `projects.<id>.homes.2.places`. Empty means: sound.
 */
export function validateProgramme(data: ProgrammeData): DomainError[] {
  const errors: DomainError[] = []
  const add = (table: TableName, id: Id, record: string, found: readonly DomainError[]): void => {
    for (const e of found)
      errors.push({
        code: e.code,
        message: `${record}: ${e.message}`,
        field: e.field === undefined ? `${table}.${id}` : `${table}.${id}.${e.field}`,
      })
  }
  const programme = data.programme.get(PROGRAMME_ID)
  if (programme === undefined || data.programme.size !== 1)
    errors.push({
      code: 'programme-missing',
      message: 'De gegevens van het programma zelf ontbreken.',
      field: 'programme',
    })
  else add('programme', programme.id, 'Programma', validateProgrammeRecord(data, programme))
  for (const m of data.municipalities.values())
    add('municipalities', m.id, `Gemeente '${m.name}'`, validateMunicipality(data, m))
  for (const p of data.partners.values())
    add('partners', p.id, `Partner '${p.name}'`, validatePartner(data, p))
  for (const t of data.arrangementTypes.values())
    add('arrangementTypes', t.id, `Arrangementtype '${t.name}'`, validateArrangementType(data, t))
  for (const p of data.projects.values())
    add('projects', p.id, `Project '${p.name}'`, projectProblems(data, p))
  for (const { id, error } of dependencyCycles(data.projects))
    add('projects', id, `Project '${data.projects.get(id)?.name ?? id}'`, [error])
  for (const m of data.milestones.values())
    add('milestones', m.id, milestoneLabel(data, m), validateMilestone(data, m))
  for (const error of doubleMilestones(data)) errors.push(error)
  for (const r of data.reports.values()) add('reports', r.id, `Rapport '${r.name}'`, validateReport(data, r))
  for (const b of data.baselines.values())
    add('baselines', b.id, `Vastgesteld plan '${b.name}'`, validateBaseline(b))
  for (const s of data.scenarios.values())
    add('scenarios', s.id, `Scenario '${s.name}'`, validateScenario(data, s))
  for (const r of data.reviewRounds.values())
    add('reviewRounds', r.id, `Reviewronde ${String(r.number)}`, validateRound(data, r))
  for (const a of data.reviewAnswers.values())
    add('reviewAnswers', a.id, `Antwoord '${a.source.name}'`, validateAnswer(data, a))
  for (const table of REGIE_TABLES)
    for (const record of data[table].values())
      add(table, record.id, capitalise(regieLabel(table, record)), validateRegie(data, table, record))
  return errors
}

export function milestoneLabel(data: ProgrammeData, milestone: AmbitionMilestone): string {
  const name = data.municipalities.get(milestone.municipalityId)?.name ?? 'onbekende gemeente'
  return `Ambitie van ${name} op ${formatDate(milestone.date)}`
}

/** One ambition per municipality and date, else there is no saying which one counts. */
function doubleMilestones(data: ProgrammeData): DomainError[] {
  const seen = new Set<string>()
  const errors: DomainError[] = []
  for (const m of data.milestones.values()) {
    const key = `${m.municipalityId} ${m.date}`
    if (seen.has(key))
      errors.push({
        code: 'milestone-double',
        message: `${milestoneLabel(data, m)}: die staat er twee keer in.`,
        field: `milestones.${m.id}.date`,
      })
    seen.add(key)
  }
  return errors
}

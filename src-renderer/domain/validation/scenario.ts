import { formatNumber } from '../labels'
import type { ProgrammeData } from '../model/programmeData'
import type { DomainError } from '../result'
import { MOST_ASSUMED } from '../scenario/assumedNumbers'
import type { AssumedRange, Scenario, ScenarioChange } from '../scenario/model'
import { Problems } from './checks'
import { MAX_CHANGES, MAX_DELAY_MONTHS, MAX_FACTOR, MAX_STAY_MONTHS } from './limits'
import { validateProject } from './project'

/**
 * What a new project in a scenario may miss in the plan of today. The plan goes on while a scenario waits; whether it
 * still fits is told when it is applied.
 */
const ABOUT_THE_PLAN: ReadonlySet<string> = new Set([
  'type-unknown',
  'municipality-unknown',
  'partner-unknown',
  'partner-kind',
  'project-unknown',
  'support-not-allowed',
  'dependency-cycle',
])

/** All problems of a scenario by itself. That what it is about still exists is no rule: the plan may have moved on. */
export function validateScenario(data: ProgrammeData, scenario: Scenario): DomainError[] {
  const problems = new Problems()
  problems.id(scenario.id, 'id')
  problems.name(scenario.name)
  problems.text(scenario.note, 'note')
  problems.date(scenario.createdOn, 'createdOn')
  if (scenario.changes.length > MAX_CHANGES)
    problems.add(
      'too-many',
      `Er passen hoogstens ${formatNumber(MAX_CHANGES)} wijzigingen in een scenario.`,
      'changes',
    )
  scenario.changes.forEach((change, i) => {
    const path = `changes.${String(i)}`
    problems.id(change.id, `${path}.id`)
    problems.text(change.note, `${path}.note`)
    checkChange(problems, data, change, path)
  })
  problems.unique(
    scenario.changes,
    (change) => change.id,
    (i) => `changes.${String(i)}.id`,
    'Twee wijzigingen hebben dezelfde code.',
  )
  return problems.list
}

function checkChange(problems: Problems, data: ProgrammeData, change: ScenarioChange, path: string): void {
  switch (change.kind) {
    case 'inflow': {
      const sound = problems.date(change.from, `${path}.from`)
      if (change.until !== null && problems.date(change.until, `${path}.until`) && sound) {
        if (change.until < change.from)
          problems.add('date-order', 'Kies een einde dat niet voor het begin ligt.', `${path}.until`)
      }
      checkRange(problems, change.factor, MAX_FACTOR, 'De factor', `${path}.factor`)
      return
    }
    case 'mix':
      problems.id(change.profileId, `${path}.profileId`)
      checkRange(problems, change.share, 1, 'Het aandeel', `${path}.share`)
      return
    case 'stay':
      problems.id(change.typeId, `${path}.typeId`)
      checkRange(problems, change.months, MAX_STAY_MONTHS, 'Het aantal maanden', `${path}.months`)
      return
    case 'supportHours':
      problems.id(change.bandId, `${path}.bandId`)
      checkRange(problems, change.factor, MAX_FACTOR, 'Het deel van de begeleiding', `${path}.factor`)
      return
    case 'assumption':
      if (change.of !== null) problems.id(change.of, `${path}.of`)
      checkRange(problems, change.range, MOST_ASSUMED[change.what], 'Het getal', `${path}.range`)
      return
    case 'delay':
      problems.id(change.projectId, `${path}.projectId`)
      problems.whole(
        change.months,
        -MAX_DELAY_MONTHS,
        MAX_DELAY_MONTHS,
        'Het aantal maanden',
        `${path}.months`,
      )
      return
    case 'goNoGo':
      problems.id(change.projectId, `${path}.projectId`)
      return
    case 'closingDate':
      problems.id(change.projectId, `${path}.projectId`)
      problems.date(change.date, `${path}.date`)
      return
    case 'newProject':
      for (const { code, message, field } of validateProject(data, change.project))
        if (!ABOUT_THE_PLAN.has(code)) problems.add(code, message, `${path}.project.${field ?? ''}`)
  }
}

/** Low, value and high in that order, within bounds. */
function checkRange(
  problems: Problems,
  range: AssumedRange,
  most: number,
  what: string,
  field: string,
): void {
  const { low, value, high } = range
  if (![low, value, high].every((n) => Number.isFinite(n) && n >= 0 && n <= most))
    problems.add(
      'number-invalid',
      `${what} moet een getal zijn van 0 tot en met ${formatNumber(most)}.`,
      field,
    )
  else if (low > value || value > high)
    problems.add(
      'range-order',
      'De laagste waarde mag niet hoger zijn dan de verwachte, en de verwachte niet hoger dan de hoogste.',
      field,
    )
}

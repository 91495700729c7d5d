import { formatDate, formatNumber, formatPercent, plural } from '../labels/format'
import type { Id } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import type { ScenarioChange } from './model'

/** One change in plain Dutch, for the list in a scenario. */
export function describeChange(data: ProgrammeData, change: ScenarioChange): string {
  const project = (id: Id, seen: string): string => `"${data.projects.get(id)?.name ?? seen}"`
  const band = (id: Id): string => programmeOf(data).supportBands.find((b) => b.id === id)?.name ?? 'onbekend'
  switch (change.kind) {
    case 'inflow': {
      const when = change.from === null ? '' : ` vanaf ${formatDate(change.from)}`
      const more = change.factor >= 1
      return `Instroom${when} ${formatPercent(Math.abs(change.factor - 1))} ${more ? 'hoger' : 'lager'}`
    }
    case 'mix':
      return 'Andere verdeling van de vraag over behoefteprofielen'
    case 'stay':
      return `Verblijf in ${data.arrangementTypes.get(change.typeId)?.name ?? 'een type dat niet meer bestaat'} gemiddeld ${months(change.months)}`
    case 'support':
      return `Van de begeleiding ${band(change.bandId)} is ${formatPercent(change.factor)} er echt`
    case 'extraSupport':
      return `${plural(change.hoursPerWeek, 'uur', 'uur')} per week extra begeleiding ${band(change.bandId)} in ${data.municipalities.get(change.municipalityId)?.name ?? 'een gemeente die niet meer bestaat'} vanaf ${formatDate(change.from)}`
    case 'delay':
      return change.months >= 0
        ? `${project(change.projectId, change.seen.name)} komt ${months(change.months)} later`
        : `${project(change.projectId, change.seen.name)} komt ${months(-change.months)} eerder`
    case 'verdict':
      return `${project(change.projectId, change.seen.name)} gaat ${change.verdict === 'go' ? 'zeker door' : 'niet door'}`
    case 'shelterClosing':
      return `${project(change.projectId, change.seen.name)} sluit op ${formatDate(change.date)}`
    case 'newProject':
      return `Nieuw project "${change.project.name}"`
  }
}

const months = (n: number): string =>
  Number.isInteger(n) ? plural(n, 'maand', 'maanden') : `${formatNumber(n, 1)} maanden`

import { formatDate, formatNumber, formatPercent, plural } from '../labels/format'
import type { Id } from '../model/entities'
import { type ProgrammeData, programmeOf } from '../model/programmeData'
import { confidenceLabels, statusLabels } from '../labels/values'
import { CONFIDENCES } from '../model/values'
import { type NeedsProfile, PLANNED_CERTAINTIES } from '../simulation/inputs'
import type { AssumedNumber } from './assumedNumbers'
import type { AssumedRange, ScenarioChange } from './model'

/** One change in plain Dutch, for the list in a scenario. */
export function describeChange(
  data: ProgrammeData,
  change: ScenarioChange,
  profiles: readonly Pick<NeedsProfile, 'id' | 'name'>[] = [],
): string {
  const project = (id: Id): string => {
    const name = data.projects.get(id)?.name
    return name === undefined ? 'Een project dat niet meer bestaat' : `"${name}"`
  }
  switch (change.kind) {
    case 'inflow': {
      const until = change.until === null ? '' : ` tot en met ${formatDate(change.until)}`
      const { value } = change.factor
      const how =
        value === 1 ? 'gelijk' : `${formatPercent(Math.abs(value - 1))} ${value > 1 ? 'hoger' : 'lager'}`
      return `Instroom vanaf ${formatDate(change.from)}${until} ${how}`
    }
    case 'mix': {
      const name = profiles.find((p) => p.id === change.profileId)?.name ?? 'een behoefteprofiel'
      return `Aandeel in de vraag van ${name}: ${range(change.share, formatPercent)}`
    }
    case 'stay': {
      const name = data.arrangementTypes.get(change.typeId)?.name ?? 'een type dat niet meer bestaat'
      const single = change.months.value === 1 && change.months.low === change.months.high
      return `Verblijf in ${name}: gemiddeld ${range(change.months, months)} ${single ? 'maand' : 'maanden'}`
    }
    case 'supportHours': {
      const bands = programmeOf(data).supportBands
      const name = bands.find((b) => b.id === change.bandId)?.name ?? 'een soort begeleiding'
      return `Begeleiding die er echt is, ${name}: ${range(change.factor, formatPercent)}`
    }
    case 'assumption': {
      const { what, of } = change
      const single = change.range.low === change.range.high && change.range.value === 1
      const unit =
        what === 'delay'
          ? ` ${single ? 'maand' : 'maanden'}`
          : what === 'waitingAtStart'
            ? ` ${single ? 'mens' : 'mensen'}`
            : ''
      const show = unit === '' ? percent : months
      return `${assumedLabel(data, what, of, profiles)}: ${range(change.range, show)}${unit}`
    }
    case 'delay': {
      const follow = change.followDownstream ? '; wat daarop wacht, schuift mee' : ''
      const moved = plural(Math.abs(change.months), 'maand', 'maanden')
      return `${project(change.projectId)} komt ${moved} ${change.months < 0 ? 'eerder' : 'later'}${follow}`
    }
    case 'goNoGo':
      return `${project(change.projectId)} gaat ${change.verdict === 'go' ? 'zeker door' : 'niet door'}`
    case 'closingDate':
      return `${project(change.projectId)} is dicht op ${formatDate(change.date)}`
    case 'newProject':
      return `Nieuw project "${change.project.name}"`
  }
}

/** The number in words, as in the list of assumptions. */
function assumedLabel(
  data: ProgrammeData,
  what: AssumedNumber,
  of: Id | null,
  profiles: readonly Pick<NeedsProfile, 'id' | 'name'>[],
): string {
  const profile = (): string => profiles.find((p) => p.id === of)?.name ?? 'een behoefteprofiel'
  switch (what) {
    case 'waitingAtStart':
      return 'Mensen op de wachtlijst bij de start'
    case 'occupied':
      return 'Plekken die bij de start bezet zijn'
    case 'usesShelter':
      return `Heeft een opvangbed nodig: ${profile()}`
    case 'selfExit':
      return `Vindt zelf een huis, per maand: ${profile()}`
    case 'return':
      return `Terugkeer na verblijf: ${data.arrangementTypes.get(of ?? '')?.name ?? 'een type dat niet meer bestaat'}`
    case 'chance': {
      const status = PLANNED_CERTAINTIES.find((s) => s === of)
      return `Kans dat plekken doorgaan: ${status === undefined ? 'een status' : statusLabels[status].toLowerCase()}`
    }
    case 'delay': {
      const confidence = CONFIDENCES.find((c) => c === of)
      return `Vertraging van projecten: ${confidence === undefined ? 'een zekerheid' : confidenceLabels[confidence].toLowerCase()}`
    }
  }
}

const percent = (n: number): string => formatPercent(n, Number.isInteger(Math.round(n * 1000) / 10) ? 0 : 1)
const months = (n: number): string => formatNumber(n, Number.isInteger(n) ? 0 : 1)

function range({ value, low, high }: AssumedRange, show: (n: number) => string): string {
  return low === high ? show(value) : `${show(value)} (${show(low)} tot ${show(high)})`
}

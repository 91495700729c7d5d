import { createProgramme, distributeAmbition, saveProject, saveReport, saveScenario } from '@/domain/commands'
import type { Command, CommandContext } from '@/domain/commands'
import { applyPatches } from '@/domain/history/patch'
import type { Partner, RegionFact } from '@/domain/model/entities'
import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'
import {
  achterhoekCentralMunicipality,
  achterhoekMunicipalities,
  achterhoekPartners,
} from '@/domain/model/startingSet'
import { adoptedPlan } from './baseline'
import facts from './facts.json'
import { projectOf, SAMPLE_TODAY } from './projectOf'
import { doetinchem } from './projects/doetinchem'
import { east } from './projects/east'
import { north } from './projects/north'
import { shelter } from './projects/shelter'
import { west } from './projects/west'
import { seeded } from './random'
import { withRegie } from './regie'
import { reports } from './reports'
import { withReviews } from './review'
import { scenarios } from './scenarios'
import { withTrajectories } from './trajectories'

export const SAMPLE_ID = 'voorbeeld-achterhoek'

const SEED = 20_261_102

/** The region's ambition: places of arrangements wanted on a date. Invented, tied to the count of April 2024. */
const AMBITION = [
  ['2026-01-01', 48],
  ['2026-12-31', 105],
  ['2028-12-31', 200],
  ['2030-12-31', 300],
] as const

const PERSPECTIVES: Readonly<Record<string, string>> = {
  'partner-site':
    'Voorbeeld: wij willen dat nieuwe huurders een goede start hebben en dat buurten in balans blijven.',
  'partner-prowonen': 'Voorbeeld: spreiding over de dorpen werkt, als er iemand is die snel komt bij zorgen.',
  'partner-wonion': 'Voorbeeld: een huis is het begin. Zonder begeleiding beginnen wij er niet aan.',
  'partner-woonplaats': 'Voorbeeld: wij zoeken afspraken die langer duren dan een subsidie.',
  'partner-plavei': 'Voorbeeld: wij leveren graag ons aandeel, en rekenen op de anderen.',
  'partner-iriszorg': 'Voorbeeld: mensen herstellen eerder in een eigen huis dan in de opvang.',
  'partner-leger':
    'Voorbeeld: niemand hoort op straat te slapen; wij blijven naast mensen staan, ook na de verhuizing.',
  'partner-moviera': 'Voorbeeld: bij gezinnen gaat veiligheid voor alles, ook bij de keuze van de woning.',
  'partner-sjod': 'Voorbeeld: jongeren hebben een kamer nodig, en iemand die in hen gelooft.',
  'partner-zvh': 'Voorbeeld: bij overlast en zorg samen willen wij vroeg aan tafel zitten.',
}

/** The whole sample, made by the same commands as the application's, so it can hold nothing that they refuse. */
export function sampleProgramme(): ProgrammeData {
  let number = 0
  const ctx: CommandContext = {
    newId: () => `ambitie-${String(++number).padStart(2, '0')}`,
    today: SAMPLE_TODAY,
  }
  const random = seeded(SEED)
  let data = emptyProgrammeData()
  const run = (command: Command): void => {
    const result = command(data, ctx)
    if (!result.ok)
      throw new Error(`${result.error.code} ${result.error.field ?? ''}: ${result.error.message}`)
    data = applyPatches(data, result.value.patches)
  }
  run(
    createProgramme({
      name: 'Voorbeeld Achterhoek',
      region: facts.region.name,
      purpose:
        'Wie in de Achterhoek dakloos is of dreigt te worden, krijgt snel een eigen thuis in een van de acht gemeenten: een woning die past en te betalen is, met de begeleiding die nodig is voor een goede start en met aandacht voor de buurt. Opvang is er alleen nog voor een noodgeval, en zo kort mogelijk.',
      start: '2026-01-01',
      horizon: '2030-12-31',
      cycle: 'quarter',
      municipalities: achterhoekMunicipalities,
      centralMunicipalityId: achterhoekCentralMunicipality,
      partners: achterhoekPartners.map(withPerspective),
      allocationKey: {
        basis: 'inhabitants',
        manualWeights: {},
        source: 'Voorbeeld: inwoners per gemeente, afgerond en indicatief',
        decisionDate: '2026-06-24',
      },
      facts: regionFacts(),
      example: true,
    }),
  )
  for (const [date, total] of AMBITION) run(distributeAmbition({ date, total }))
  const specs = [...shelter, ...doetinchem, ...north, ...west, ...east]
  const projects = specs.map((spec, index) => projectOf(spec, random, index))
  // First all projects, then what they wait for: a project can't wait for one that isn't there yet.
  for (const project of projects) run(saveProject({ ...project, dependencies: [] }))
  for (const project of projects) run(saveProject(project))
  for (const report of reports) run(saveReport(report))
  for (const scenario of scenarios) run(saveScenario(scenario))
  const baseline = adoptedPlan(data, specs)
  data = applyPatches(data, [{ table: 'baselines', id: baseline.id, before: null, after: baseline }])
  return withTrajectories(withRegie(withReviews(data)))
}

function withPerspective(partner: Partner): Partner {
  return { ...partner, perspective: PERSPECTIVES[partner.id] ?? '' }
}

function regionFacts(): RegionFact[] {
  const { count, nightShelterPlan, region } = facts
  const counted = (id: string, label: string, value: number): RegionFact => ({
    id,
    label,
    value,
    referenceDate: count.referenceDate,
    source: count.source,
    verified: count.verified,
  })
  return [
    counted('count-people', 'Mensen zonder huis', count.people),
    counted('count-postal', 'Mensen met alleen een briefadres', count.postalAddressOnly),
    counted('count-total', 'Alle volwassenen in de telling', count.total),
    counted('count-doetinchem', 'Waarvan in Doetinchem', count.inDoetinchem),
    counted('count-others', 'Tijdelijk bij anderen', count.stayingWithOthers),
    counted('count-unconventional', 'Op een plek die geen woning is', count.unconventionalPlace),
    counted('count-minors', 'Minderjarigen daarnaast', count.minorsBesides),
    counted('count-aged', 'Mensen van 65 jaar en ouder', count.aged65plus),
    counted('count-wmo', 'Onder de Wmo-taak van Doetinchem', count.wmoResponsibilityDoetinchem),
    {
      id: 'night-shelter',
      label: 'Plekken in de nieuwe nachtopvang Doetinchem',
      value: nightShelterPlan.places,
      referenceDate: '2026-01',
      source: nightShelterPlan.source,
      verified: nightShelterPlan.verified,
    },
    {
      id: 'night-shelter-cold',
      label: 'Extra plekken daar bij kou',
      value: nightShelterPlan.extraInCold,
      referenceDate: '2026-01',
      source: nightShelterPlan.source,
      verified: nightShelterPlan.verified,
    },
    {
      id: 'inhabitants',
      label: 'Inwoners van de Achterhoek',
      value: region.totalInhabitants.value,
      referenceDate: region.totalInhabitants.referenceDate,
      source: 'Bevolkingscijfer per 1 januari 2022, openbare bron',
      verified: region.totalInhabitants.verified,
    },
  ]
}

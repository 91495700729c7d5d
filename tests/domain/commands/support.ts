import {
  type Command,
  type CommandContext,
  createProgramme,
  draftProject,
  draftStep,
  type ProgrammeInput,
} from '@/domain/commands'
import { applyPatches, type Change } from '@/domain/history/patch'
import type { CapacityStep, Project } from '@/domain/model/entities'
import { emptyProgrammeData, type ProgrammeData } from '@/domain/model/programmeData'
import { achterhoekMunicipalities, achterhoekPartners } from '@/domain/model/startingSet'
import type { CapacityStatus } from '@/domain/model/values'
import type { DomainError } from '@/domain/result'

/** Numbered ids and a fixed day: a test sees the same every time. */
export function testContext(): CommandContext {
  let n = 0
  return { newId: () => `id-${String(++n)}`, today: '2026-11-02' }
}

export const ctx = testContext()

export function change(data: ProgrammeData, command: Command): Change {
  const result = command(data, ctx)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

export function after(data: ProgrammeData, ...commands: Command[]): ProgrammeData {
  return commands.reduce((d, command) => applyPatches(d, change(d, command).patches), data)
}

export function refused(data: ProgrammeData, command: Command): DomainError {
  const result = command(data, ctx)
  if (result.ok) throw new Error(`accepted: ${result.value.summary}`)
  return result.error
}

export const inputWithoutAmbition: ProgrammeInput = {
  name: 'Van opvang naar thuis',
  region: 'Achterhoek',
  purpose: 'Iedereen een thuis.',
  start: '2026-01-01',
  horizon: '2030-12-31',
  cycle: 'quarter',
  municipalities: achterhoekMunicipalities,
  centralMunicipalityId: 'GM0222',
  partners: achterhoekPartners,
}

export const input: ProgrammeInput = { ...inputWithoutAmbition, baselineTotal: 48, ambitionTotal: 300 }

export const base = after(emptyProgrammeData(), createProgramme(input))

export function step(
  date: string,
  from: CapacityStatus | null,
  to: CapacityStatus,
  places: number,
): CapacityStep {
  return { ...draftStep(ctx), date, from, to, places }
}

/** A sound Housing First project in Doetinchem. */
export function project(fields: Partial<Project> = {}): Project {
  return {
    ...draftProject(base, ctx),
    name: 'Kamers Wijnbergen',
    typeId: 'type-housing-first',
    municipalityId: 'GM0222',
    associationId: 'partner-site',
    ...fields,
  }
}

import { CircleQuestionMark, Lightbulb, ThumbsUp, Volume2 } from '@lucide/vue'
import type { Component } from 'vue'
import { carryingLabels, compareDutch, joinDutch, plural } from '@/domain/labels'
import type { ProgrammeData } from '@/domain/model/programmeData'
import { CARRYING_LEVELS, carryingNow, type Neighbourhood, openSignals, type Signal } from '@/domain/regie'

/** A shape beside the word: kinds of signals are told apart without colour. */
export const signalIcons: Readonly<Record<Signal['kind'], Component>> = {
  nuisance: Volume2,
  appreciation: ThumbsUp,
  question: CircleQuestionMark,
  initiative: Lightbulb,
}

/** Neighbourhoods of one municipality, in Dutch order: side by side, never ranked. */
export interface NeighbourhoodGroup {
  readonly id: string
  readonly name: string
  readonly neighbourhoods: readonly Neighbourhood[]
  /** How many of them seem to carry what, in words. */
  readonly words: string
}

export function groupsOf(data: ProgrammeData): NeighbourhoodGroup[] {
  const groups = new Map<string, Neighbourhood[]>()
  for (const neighbourhood of data.neighbourhoods.values()) {
    const group = groups.get(neighbourhood.municipalityId)
    if (group === undefined) groups.set(neighbourhood.municipalityId, [neighbourhood])
    else group.push(neighbourhood)
  }
  return [...groups]
    .map(([id, neighbourhoods]) => ({
      id,
      name: data.municipalities.get(id)?.name ?? '',
      neighbourhoods: neighbourhoods.sort((a, b) => compareDutch(a.name, b.name)),
      words: carryingWords(neighbourhoods),
    }))
    .sort((a, b) => compareDutch(a.name, b.name))
}

function carryingWords(neighbourhoods: readonly Neighbourhood[]): string {
  const now = neighbourhoods.map((each) => carryingNow(each)?.level ?? null)
  const parts = CARRYING_LEVELS.map((level) => ({
    word: carryingLabels[level],
    count: now.filter((each) => each === level).length,
  })).filter(({ count }) => count > 0)
  const unknown = now.filter((each) => each === null).length
  const words = parts.map(({ word, count }) => `${String(count)} ${word}`)
  if (unknown > 0) words.push(`${String(unknown)} zonder indruk`)
  return `${plural(neighbourhoods.length, 'buurt', 'buurten')}: ${joinDutch(words)}`
}

/** A signal that waits for a follow-up, with its neighbourhood. */
export interface Waiting {
  readonly neighbourhood: Neighbourhood
  readonly signal: Signal
}

/** All that wait, the oldest first. */
export function waitingOf(data: ProgrammeData): Waiting[] {
  return [...data.neighbourhoods.values()]
    .flatMap((neighbourhood) => openSignals(neighbourhood).map((signal) => ({ neighbourhood, signal })))
    .sort((a, b) =>
      a.signal.on < b.signal.on ? -1 : a.signal.on > b.signal.on ? 1 : a.signal.id < b.signal.id ? -1 : 1,
    )
}

import { agreementKindLabels, formatDate } from '../labels'
import type { IsoDate } from '../model/basics'
import type { ProgrammeData } from '../model/programmeData'
import { NO_ACTION, readTyped, typedKind } from './actionLine'
import { lastDecision, voiceOf } from './minutes'
import type { Session } from './model'
import { personIn } from './people'
import { knownDilemma, polesOf, type ReadLine, readLine } from './readLine'

export interface LineHint {
  /** What the line becomes, in words. */
  readonly text: string
  /** False when it would be refused as it stands. */
  readonly ready: boolean
}

/** What a line that is being typed will become; null while nothing is typed. */
export function lineHint(data: ProgrammeData, session: Session, typed: string): LineHint | null {
  return typed.trim() === '' ? null : withoutPeople(becomes(data, session, typed), typed)
}

/** The same for a line typed outside a session (`addAction`). */
export function actionHint(data: ProgrammeData, typed: string, today: IsoDate): LineHint | null {
  if (typed.trim() === '') return null
  const line = readTyped(data, typed, today)
  if (line.kind !== 'action') return { text: NO_ACTION, ready: false }
  const hint = ofAction(data, line, agreementKindLabels[typedKind(typed)], today, (words, day) => ({
    text: `${words}, maar ${day} is al voorbij.`,
    ready: false,
  }))
  return withoutPeople(hint, typed)
}

function withoutPeople(hint: LineHint, typed: string): LineHint {
  const found = personIn(typed)
  return found === null
    ? hint
    : { ...hint, text: `${hint.text} Let op: hier staat zo te zien ${found}. Noem rollen, geen mensen.` }
}

function ofAction(
  data: ProgrammeData,
  line: ReadLine,
  word: string,
  today: IsoDate,
  past: (words: string, day: string) => LineHint,
): LineHint {
  if (line.ownerId === null)
    return { text: `Wordt een ${word}. Van wie? Zet erachter @ en de partner.`, ready: false }
  const words = `Wordt een ${word} van ${voiceOf(data, line)}`
  if (line.due !== null && line.due < today) return past(words, formatDate(line.due))
  const when = line.due === null ? 'zonder datum' : `klaar op ${formatDate(line.due)}`
  return { text: `${words}, ${when}.`, ready: line.text !== '' }
}

function becomes(data: ProgrammeData, session: Session, typed: string): LineHint {
  const line = readLine(data, typed, session.date)
  const ready = (text: string): LineHint => ({ text, ready: line.text !== '' })
  const waits = (text: string): LineHint => ({ text, ready: false })
  switch (line.kind) {
    case 'action':
      return ofAction(data, line, agreementKindLabels.action, session.date, (words, day) =>
        ready(`${words}, zonder datum: ${day} ligt voor deze sessie.`),
      )
    case 'decision':
      return ready('Wordt een gevraagd besluit. Wie het er niet mee eens is: typ daarna "tegengeluid: …".')
    case 'dissent': {
      const decision = lastDecision(data, session)
      if (decision === undefined) return waits('Tegengeluid hoort bij een besluit. Typ eerst "besluit: …".')
      const voice = voiceOf(data, line)
      return voice === ''
        ? waits('Wordt tegengeluid. Van wie? Zet erachter @ en de partner, of "tegengeluid van …:".')
        : ready(`Wordt tegengeluid van ${voice} bij het besluit "${decision.name}".`)
    }
    case 'dilemma':
      return ready(dilemmaHint(data, line.text))
    case 'note':
      return ready('Wordt een notitie.')
  }
}

function dilemmaHint(data: ProgrammeData, text: string): string {
  const known = knownDilemma(data, text)
  if (known !== undefined) return `Verwijst naar het dilemma "${known.name}".`
  const poles = polesOf(text)
  return poles === null
    ? 'Wordt een regel over een dilemma. Met "de ene kant / de andere kant" komt het erbij als dilemma.'
    : `Wordt een dilemma tussen "${poles[0]}" en "${poles[1]}".`
}

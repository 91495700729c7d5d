import { formatDate } from '../labels'
import type { ProgrammeData } from '../model/programmeData'
import { lastDecision, voiceOf } from './minutes'
import type { Session } from './model'
import { personIn } from './people'
import { knownDilemma, polesOf, readLine } from './readLine'

export interface LineHint {
  /** What the line becomes, in words. */
  readonly text: string
  /** False when it would be refused as it stands. */
  readonly ready: boolean
}

/** What a line that is being typed will become; null while nothing is typed. */
export function lineHint(data: ProgrammeData, session: Session, typed: string): LineHint | null {
  if (typed.trim() === '') return null
  const hint = becomes(data, session, typed)
  const found = personIn(typed)
  return found === null
    ? hint
    : { ...hint, text: `${hint.text} Let op: hier staat zo te zien ${found}. Noem rollen, geen mensen.` }
}

function becomes(data: ProgrammeData, session: Session, typed: string): LineHint {
  const line = readLine(data, typed, session.date)
  const ready = (text: string): LineHint => ({ text, ready: line.text !== '' })
  const waits = (text: string): LineHint => ({ text, ready: false })
  switch (line.kind) {
    case 'action': {
      if (line.ownerId === null) return waits('Wordt een actie. Van wie? Zet erachter @ en de partner.')
      const whose = `Wordt een actie van ${voiceOf(data, line)}`
      if (line.due === null) return ready(`${whose}, zonder datum.`)
      return line.due < session.date
        ? ready(`${whose}, zonder datum: ${formatDate(line.due)} ligt voor deze sessie.`)
        : ready(`${whose}, klaar op ${formatDate(line.due)}.`)
    }
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

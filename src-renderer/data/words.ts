import { tableLabels } from '@/domain/labels'
import { REGIE_TABLES } from '@/domain/regie/model'

/** Tables by the name a person knows, for messages that say where something is wrong. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['programme', 'het programma'],
  ['municipalities', 'de gemeenten'],
  ['partners', 'de partners'],
  ['arrangementTypes', 'de arrangementtypen'],
  ['projects', 'de projecten'],
  ['milestones', 'de ambities'],
  ['reports', 'de rapporten'],
  ['baselines', 'de vastgestelde plannen'],
  ['scenarios', "de scenario's"],
  ['reviewRounds', 'de reviewrondes'],
  ['reviewAnswers', 'de antwoorden op reviewrondes'],
  ...REGIE_TABLES.map((table) => [table, `de ${tableLabels[table].many}`] as const),
])

export const tableWords = (table: string): string => WORDS.get(table) ?? 'andere gegevens'

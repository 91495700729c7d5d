import type { Command, CommandContext } from '../commands/context'
import { NO_CHANGE, gone } from '../commands/save'
import { formatDate } from '../labels'
import type { Id } from '../model/basics'
import { ok, refuse } from '../result'
import type { AgendaItem, Session } from './model'
import { stored } from './records'

/** Changes a session as it is now: what somebody typed a moment ago elsewhere on the screen stays. */
function editSession(
  id: Id,
  change: (session: Session, ctx: CommandContext) => Partial<Session>,
  what: string,
): Command {
  return (data, ctx) => {
    const session = data.sessions.get(id)
    if (session === undefined) return gone('Deze sessie')
    const next: Session = { ...session, ...change(session, ctx) }
    return stored(data, 'sessions', next, `${what} "${session.name}"`)
  }
}

/** Gehouden, or not after all: then nobody was there. Refuses `date-ahead`. */
export function holdSession(id: Id, held: boolean): Command {
  return (data, ctx) => {
    const session = data.sessions.get(id)
    if (session === undefined) return gone('Deze sessie')
    if (session.held === held) return ok(NO_CHANGE)
    if (held && session.date > ctx.today)
      return refuse(
        'date-ahead',
        `Deze sessie staat op ${formatDate(session.date)}. Is zij eerder gehouden? Pas dan eerst de datum aan.`,
        'date',
      )
    const next: Session = { ...session, held, presentIds: held ? session.presentIds : [] }
    return stored(data, 'sessions', next, `"${session.name}" ${held ? 'gehouden' : 'nog niet gehouden'}`)
  }
}

/** Who is there. Whoever is present makes it a session that is held. */
export function setPresent(id: Id, partnerId: Id, present: boolean): Command {
  return (data, ctx) => {
    const session = data.sessions.get(id)
    if (session === undefined) return gone('Deze sessie')
    if (present && !session.held && session.date > ctx.today) return holdSession(id, true)(data, ctx)
    const others = session.presentIds.filter((p) => p !== partnerId)
    const next: Session = {
      ...session,
      held: session.held || present,
      presentIds: present ? [...others, partnerId] : others,
    }
    const name = data.partners.get(partnerId)?.name ?? ''
    return stored(
      data,
      'sessions',
      next,
      `${name} ${present ? 'aanwezig' : 'niet aanwezig'} bij "${session.name}"`,
    )
  }
}

export const addToAgenda = (id: Id, items: readonly Omit<AgendaItem, 'id'>[]): Command =>
  editSession(
    id,
    ({ agenda }, ctx) => ({
      agenda: [...agenda, ...items.map(({ text, link }) => ({ id: ctx.newId(), text: text.trim(), link }))],
    }),
    'agenda van',
  )

/** One place up (-1) or down (1); at an end nothing happens. */
export const moveOnAgenda = (id: Id, itemId: Id, by: -1 | 1): Command =>
  editSession(id, ({ agenda }) => ({ agenda: moved(agenda, itemId, by) }), 'volgorde van de agenda van')

function moved(agenda: readonly AgendaItem[], itemId: Id, by: -1 | 1): readonly AgendaItem[] {
  const at = agenda.findIndex((item) => item.id === itemId)
  const item = agenda[at]
  const to = at + by
  if (item === undefined || to < 0 || to >= agenda.length) return agenda
  const rest = agenda.filter((each) => each !== item)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** Refuses `text-missing`. */
export const changeOnAgenda =
  (id: Id, itemId: Id, text: string): Command =>
  (data, ctx) =>
    text.trim() === ''
      ? refuse('text-missing', 'Een leeg agendapunt kan niet. Verwijder het punt.', 'text')
      : editSession(
          id,
          ({ agenda }) => ({
            agenda: agenda.map((item) => (item.id === itemId ? { ...item, text: text.trim() } : item)),
          }),
          'agenda van',
        )(data, ctx)

export const removeFromAgenda = (id: Id, itemId: Id): Command =>
  editSession(
    id,
    ({ agenda }) => ({ agenda: agenda.filter((item) => item.id !== itemId) }),
    'agendapunt verwijderd van',
  )

/** What a session brought: its result, its side benefits, and the parts of a creative session. */
export const noteYield = (
  id: Id,
  fields: Partial<Pick<Session, 'result' | 'sideBenefits' | 'creative'>>,
): Command => editSession(id, () => fields, 'opbrengst van')

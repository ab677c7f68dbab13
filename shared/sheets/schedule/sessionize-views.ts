import { oneLine } from '#shared/sheets/text.ts'
import { field, type Fields, isFields, items, textOf } from './values.ts'

/** What the three views have in common, as it stands in the file. */
export interface Raw {
  sessions: { fields: Fields; where: string }[]
  /** names by id, in the order in which the event shows them */
  rooms: Map<string, string>
  /** by id; only the view All tells more of them than a name */
  speakers: Map<string, Fields>
  /** what the ids of category items stand for */
  categories: Map<string, { category: string; name: string }>
  view: 'All' | 'Sessions' | 'GridSmart'
}

const isSession = (value: unknown): boolean =>
  isFields(value) && 'title' in value && ('startsAt' in value || 'isServiceSession' in value)

/** The view of Sessionize that this is; null: it is none. */
export function sessionizeOf(json: unknown): Raw | null {
  if (isFields(json)) {
    const sessions = field(json, 'sessions')
    if (!Array.isArray(sessions)) return null
    const known = ['speakers', 'rooms', 'categories'].some((name) =>
      Array.isArray(field(json, name)),
    )
    return sessions.some(isSession) || (sessions.length === 0 && known) ? allView(json) : null
  }
  if (!Array.isArray(json)) return null
  if (json.some((one) => Array.isArray(field(one, 'rooms')) && 'date' in (one as object)))
    return gridView(json)
  if (
    json.some(
      (one) =>
        Array.isArray(field(one, 'sessions')) && items(field(one, 'sessions')).some(isSession),
    )
  )
    return sessionsView(json)
  return json.some(isSession) ? sessionsView([{ sessions: json }]) : null
}

/** A list of people from Sessionize, which many take for the programme. */
export const isSpeakersView = (json: unknown): boolean =>
  Array.isArray(json) && json.some((one) => isFields(one) && 'fullName' in one && 'tagLine' in one)

function allView(json: Fields): Raw {
  const raw = empty('All')
  const rooms = items(field(json, 'rooms')).toSorted((a, b) => sortOf(a) - sortOf(b))
  for (const room of rooms) addRoom(raw, textOf(field(room, 'id')), field(room, 'name'))
  for (const speaker of items(field(json, 'speakers')))
    if (isFields(speaker)) raw.speakers.set(textOf(field(speaker, 'id')), speaker)
  for (const category of items(field(json, 'categories')))
    for (const item of items(field(category, 'items')))
      raw.categories.set(textOf(field(item, 'id')), {
        category: oneLine(textOf(field(category, 'title'))),
        name: textOf(field(item, 'name')),
      })
  for (const [index, session] of items(field(json, 'sessions')).entries())
    add(raw, session, `sessions[${index}]`)
  return raw
}

/** In groups, of which a session may be in several; rooms only stand with the sessions. */
function sessionsView(groups: readonly unknown[]): Raw {
  const raw = empty('Sessions')
  const seen = new Set<string>()
  const rooms = new Map<string, string>()
  for (const [at, group] of groups.entries())
    for (const [index, session] of items(field(group, 'sessions')).entries()) {
      if (isAgain(seen, session)) continue
      add(raw, session, `[${at}].sessions[${index}]`)
      const id = textOf(field(session, 'roomId'))
      if (id !== '' && !rooms.has(id)) rooms.set(id, textOf(field(session, 'room')))
    }
  const byId = [...rooms].sort(([a], [b]) => (Number(a) || 0) - (Number(b) || 0))
  for (const [id, name] of byId) addRoom(raw, id, name)
  return raw
}

/** By day and room, and once more by time slot, where what is for everybody may stand alone. */
function gridView(days: readonly unknown[]): Raw {
  const raw = empty('GridSmart')
  const seen = new Set<string>()
  const take = (session: unknown, room: unknown, where: string): void => {
    addRoom(raw, textOf(field(room, 'id')), field(room, 'name'))
    if (isFields(session) && !isAgain(seen, session))
      add(raw, { room: textOf(field(room, 'name')), ...session }, where)
  }
  for (const [at, day] of days.entries()) {
    for (const [index, room] of items(field(day, 'rooms')).entries())
      for (const [number, session] of items(field(room, 'sessions')).entries())
        take(session, room, `[${at}].rooms[${index}].sessions[${number}]`)
    for (const [slot, times] of items(field(day, 'timeSlots')).entries())
      for (const [index, room] of items(field(times, 'rooms')).entries())
        take(field(room, 'session'), room, `[${at}].timeSlots[${slot}].rooms[${index}].session`)
  }
  return raw
}

const empty = (view: Raw['view']): Raw => ({
  sessions: [],
  rooms: new Map(),
  speakers: new Map(),
  categories: new Map(),
  view,
})

function add(raw: Raw, session: unknown, where: string): void {
  if (isFields(session)) raw.sessions.push({ fields: session, where })
}

function addRoom({ rooms }: Raw, id: string, name: unknown): void {
  const words = oneLine(textOf(name))
  if (words !== '' && !rooms.has(id)) rooms.set(id, words)
}

const sortOf = (room: unknown): number => Number(field(room, 'sort')) || 0

function isAgain(seen: Set<string>, session: unknown): boolean {
  const id = textOf(field(session, 'id'))
  if (id === '') return false
  const key = `${id} ${textOf(field(session, 'startsAt'))} ${textOf(field(session, 'roomId'))}`
  if (seen.has(key)) return true
  seen.add(key)
  return false
}

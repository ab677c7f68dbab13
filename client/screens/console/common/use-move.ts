import { useState } from 'react'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { DATA } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { guestsByTable, hostedTables, tablesIn, tablesWithRoom } from './places.ts'

export interface Said {
  kind: 'done' | 'refused'
  words: string
  /** takes it back */
  undo?: () => void
}

/** The room has moved on when a move is answered later than this. */
const USEFUL = 15_000

/** Moves people to tables and says, in words about them, what became of it. */
export function useMove(): {
  said: Said | null
  moving: boolean
  move: (person: PersonId, round: RoundId, table: TableId | null) => Promise<boolean>
} {
  const { link, parts } = useConsole()
  const [said, setSaid] = useState<Said | null>(null)
  const [moving, setMoving] = useState(false)

  const nameOf = (id: PersonId): string => parts.people.find((one) => one.id === id)?.name ?? ''
  const refusal = (
    person: PersonId,
    round: RoundId,
    id: TableId | null,
    { code, message }: { code: string; message: string },
  ): string => {
    const tables = tablesIn(parts.tables, parts.rounds[round])
    const table = tables.find((one) => one.id === id)
    if (!table) return message
    if (code === 'table-full') {
      const room = tablesWithRoom(tables, guestsByTable(parts.picks, round), table.id)
      const numbers = room.slice(0, 3).map((one) => one.number)
      return TABLES.full(
        table.number,
        table.capacity,
        numbers.toSorted((a, b) => a - b),
      )
    }
    if (code === 'hosts-here') return TABLES.hostsHere(nameOf(person))
    if (code === 'round-over') return TABLES.over
    if (code === 'host-on-duty') {
      const own = hostedTables(parts.hosts).get(person)
      const number = parts.tables.find((one) => one.id === own)?.number ?? 0
      return TABLES.onDuty(nameOf(person), number)
    }
    return message
  }
  const send = async (
    person: PersonId,
    round: RoundId,
    table: TableId | null,
    words: string,
    back: TableId | null | undefined,
  ): Promise<boolean> => {
    setMoving(true)
    const answer = await link.send(
      { type: 'move-person', person, round, table },
      { key: `move:${round}:${person}`, useful: USEFUL },
    )
    setMoving(false)
    if (!answer.ok) {
      setSaid({ kind: 'refused', words: refusal(person, round, table, answer) })
      return false
    }
    setSaid({
      kind: 'done',
      words,
      ...(back === undefined
        ? {}
        : { undo: () => void send(person, round, back, DATA.undone, undefined) }),
    })
    return true
  }
  return {
    said,
    moving,
    move(person, round, table) {
      const name = nameOf(person)
      const to = parts.tables.find((one) => one.id === table)
      const before = parts.picks[round]?.[person] ?? null
      const words = to ? TABLES.moved(name, to.number) : TABLES.freed(name)
      return send(person, round, table, words, before === table ? undefined : before)
    },
  }
}

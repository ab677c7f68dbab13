import { useState } from 'react'
import type { Command } from '#shared/show/commands.ts'
import type { PersonId, RoundId, TableId } from '#shared/show/words.ts'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import type { Answer } from '../../../../link/send.ts'
import type { Said } from '../../common/use-move.ts'
import { useConsole } from '../../console-context.ts'
import type { Offer } from './offers.ts'

/** The room has moved on when a seat is answered later than this. */
const USEFUL = 15_000
type Seat = { offer: Offer; table: TableId }

export interface Seats {
  said: Said | null
  busy: boolean
  /** rounds that are done with here: given a table or left out */
  settled: ReadonlySet<RoundId>
  give: (seats: readonly Seat[]) => Promise<void>
  leaveOut: (round: RoundId) => void
  /** looks at a round again that was settled */
  reopen: (round: RoundId) => void
  /** takes back what the last press gave */
  undo: (() => Promise<void>) | null
  /** frees every seat they have here; the first refusal, if any */
  freeAll: () => Promise<Answer | null>
}

/** Seats one person, round by round or all at once, and takes it back. */
export function useSeats(person: PersonId): Seats {
  const { link, parts } = useConsole()
  const [said, setSaid] = useState<Said | null>(null)
  const [busy, setBusy] = useState(false)
  const [settled, setSettled] = useState<ReadonlySet<RoundId>>(new Set())
  /** what each press gave, the last one last */
  const [steps, setSteps] = useState<readonly (readonly Seat[])[]>([])

  const send = (command: Command, round: RoundId): Promise<Answer> =>
    link.send(command, { key: `move:${round}:${person}`, useful: USEFUL })
  const free = async (seats: readonly Seat[]): Promise<Answer | null> => {
    const answers = await Promise.all(
      seats.map(({ offer: { round } }) =>
        send({ type: 'move-person', person, round: round.id, table: null }, round.id),
      ),
    )
    return answers.find(({ ok }) => !ok) ?? null
  }
  const settle = (rounds: readonly RoundId[], isSettled: boolean): void =>
    setSettled((before) => {
      const after = new Set(before)
      for (const round of rounds)
        if (isSettled) after.add(round)
        else after.delete(round)
      return after
    })
  const roundsOf = (seats: readonly Seat[]): RoundId[] => seats.map(({ offer }) => offer.round.id)
  const numberOf = (id: TableId): number => parts.tables.find((one) => one.id === id)?.number ?? 0

  const give = async (seats: readonly Seat[]): Promise<void> => {
    if (busy || seats.length === 0) return
    setBusy(true)
    const answers = await Promise.all(
      seats.map(({ offer: { round, kind }, table }) =>
        // In a round that is on they sit down at once, where there is a chair.
        send(
          kind === 'now'
            ? { type: 'walk-up', person, round: round.id, table }
            : { type: 'move-person', person, round: round.id, table },
          round.id,
        ),
      ),
    )
    setBusy(false)
    const given = seats.filter((_, index) => answers[index]?.ok)
    const lost = seats.filter((_, index) => !answers[index]?.ok)
    if (given.length > 0) setSteps([...steps, given])
    settle(roundsOf(given), true)
    setSaid(saidOf(given, lost, answers, numberOf))
  }
  const last = steps.at(-1)
  const undo = async (): Promise<void> => {
    if (busy || !last) return
    setBusy(true)
    const refused = await free(last)
    setBusy(false)
    if (refused && !refused.ok) return setSaid({ kind: 'refused', words: refused.message })
    setSteps(steps.slice(0, -1))
    settle(roundsOf(last), false)
    setSaid({ kind: 'done', words: WALK_IN.takenBack(last.map(({ offer }) => offer.round.number)) })
  }
  return {
    said,
    busy,
    settled,
    give,
    leaveOut: (round) => settle([round], true),
    reopen: (round) => settle([round], false),
    undo: last ? undo : null,
    freeAll: () => free(steps.flat()),
  }
}

function saidOf(
  given: readonly Seat[],
  lost: readonly Seat[],
  answers: readonly Answer[],
  numberOf: (table: TableId) => number,
): Said {
  if (lost.length === 0) {
    const seats = given.map(({ offer, table }) => ({
      round: offer.round.number,
      table: numberOf(table),
    }))
    return { kind: 'done', words: WALK_IN.seated(seats) }
  }
  const [first] = answers.filter((answer) => !answer.ok)
  const isFull = first && !first.ok && (first.code === 'table-full' || first.code === 'no-room-now')
  const words = isFull
    ? WALK_IN.filled(lost.map(({ offer }) => offer.round.number))
    : first && !first.ok
      ? first.message
      : ''
  return { kind: 'refused', words }
}

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import { DATA } from '#shared/words/console-data.ts'
import { useConsole } from '../../console-context.ts'
import { SaidLine } from '../../common/said-line.tsx'
import { Key, Press } from '../../press.tsx'
import { Badge } from '../badge.tsx'
import { usePersonLink } from '../person-link.ts'
import { offersFor, tablesForAll } from './offers.ts'
import { RoundOffer } from './round-offer.tsx'
import { useSeats } from './use-seats.ts'
import type { WalkInPerson } from './walk-in.tsx'

/** So many tables have a key of their own, 1, 2 and 3. */
const CHOICES = 3

/** The rounds that are left for somebody who has just been added, a key for each step, and their code. */
export function WalkInSeats({
  person,
  again,
  close,
}: {
  person: WalkInPerson
  again: () => void
  close: () => void
}) {
  const { parts, may, link, say } = useConsole()
  const held = usePersonLink(person.id)
  const offers = useMemo(() => offersFor(parts, person.id), [parts, person.id])
  const seats = useSeats(person.id)
  const [failure, setFailure] = useState<string | null>(null)
  const group = useRef<HTMLDivElement>(null)
  // The keys work from here on; Enter pressed twice seats nobody.
  useEffect(() => group.current?.focus(), [])

  const left = offers.filter(({ round, at }) => at === null && !seats.settled.has(round.id))
  const asked = left.find(({ tables }) => tables.length > 0) ?? null
  const choices = asked?.tables.slice(0, CHOICES) ?? []
  const plan = tablesForAll(left)
  const all = left.flatMap((offer) => {
    const table = plan.get(offer.round.id)
    return table === undefined ? [] : [{ offer, table }]
  })
  const takeBack = async (): Promise<void> => {
    const refused =
      (await seats.freeAll()) ??
      (await link.send(
        { type: 'undo-check-in', person: person.id },
        { key: `check-in:${person.id}` },
      ))
    const answer = refused.ok
      ? await link.send(
          { type: 'withdraw-person', person: person.id },
          { key: `person:${person.id}` },
        )
      : refused
    if (!answer.ok) return setFailure(WALK_IN.notGone(answer.message))
    say({ kind: 'done', text: WALK_IN.gone(person.name) })
    again()
  }
  /** Buttons come and go with each step: the focus stays where the keys are heard. */
  const then = (does: () => unknown) => (): void => {
    group.current?.focus()
    does()
  }
  const acts = new Map<string, () => unknown>([
    ...choices.map(({ table }, index): [string, () => unknown] => [
      String(index + 1),
      () => asked && void seats.give([{ offer: asked, table: table.id }]),
    ]),
    ['a', () => void seats.give(all)],
    ['s', () => asked && seats.leaveOut(asked.round.id)],
    ['u', () => void seats.undo?.()],
    ['n', again],
  ])
  const press = (event: KeyboardEvent): void => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
    const act = acts.get(event.key.toLowerCase())
    if (!act) return
    event.preventDefault()
    then(act)()
  }

  return (
    // Its keys are said on the buttons; it has the focus so that they work at once.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="walkin stack"
      role="group"
      aria-label={WALK_IN.tables}
      tabIndex={-1}
      ref={group}
      onKeyDown={press}
    >
      <p className="muted">{person.organisation}</p>
      <SaidLine said={failure === null ? seats.said : { kind: 'refused', words: failure }} />
      <section>
        <h3>{WALK_IN.tables}</h3>
        {offers.length === 0 ? <p className="muted">{WALK_IN.noRounds}</p> : null}
        <ol className="timeline">
          {offers.map((offer) => (
            <RoundOffer
              key={offer.round.id}
              offer={offer}
              isAsked={offer === asked}
              isLeftOut={offer.at === null && seats.settled.has(offer.round.id)}
              choices={offer === asked ? choices : []}
              busy={seats.busy}
              give={(table) => then(() => seats.give([{ offer, table }]))()}
              reopen={then(() => seats.reopen(offer.round.id))}
            />
          ))}
        </ol>
        <p className="row">
          {all.length > 0 ? (
            <Press
              className="button--primary"
              keys="A"
              off={seats.busy}
              onPress={then(() => seats.give(all))}
            >
              {WALK_IN.all(all.length)} <Key>A</Key>
            </Press>
          ) : null}
          {asked ? (
            <Press keys="S" onPress={then(() => seats.leaveOut(asked.round.id))}>
              {WALK_IN.skip} <Key>S</Key>
            </Press>
          ) : null}
          {seats.undo ? (
            <Press keys="U" off={seats.busy} onPress={then(() => seats.undo?.())}>
              {WALK_IN.undo} <Key>U</Key>
            </Press>
          ) : null}
        </p>
      </section>
      <Badge person={{ ...person, jobTitle: '', roles: ['delegate'] }} held={held} />
      <p className="row row--ends sheet__foot">
        <span className="row grow">
          <Press keys="N" onPress={again}>
            {WALK_IN.next} <Key>N</Key>
          </Press>
          <button type="button" className="button" onClick={close}>
            {DATA.close}
          </button>
        </span>
        {may('withdraw-person') ? (
          <button type="button" className="button button--danger" onClick={() => void takeBack()}>
            {WALK_IN.takeBack}
          </button>
        ) : null}
      </p>
    </div>
  )
}

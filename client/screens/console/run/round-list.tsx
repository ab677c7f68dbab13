import { seatsAt } from '#shared/show/choosing/seats.ts'
import { windowClosesAt } from '#shared/show/choosing/course.ts'
import { movesAt, talkStartsAt } from '#shared/show/round-course.ts'
import { remaining } from '#shared/time/clock.ts'
import { MINUTE, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { roundsInOrder } from '#shared/views/moment.ts'
import { overtime, RUN } from '#shared/words/console-run.ts'
import { useConsole, useNow } from '../console-context.ts'
import { MoreMenu, type MoreItem } from '../more-menu.tsx'
import { Press } from '../press.tsx'
import { ScreenLink } from '../shell/head.tsx'
import { useCourse } from '../use-course.ts'
import { type RoundStepName, stepAfter } from './primary.ts'
import { type RoundActions, STEP_WORDS } from './use-rounds.ts'

/** Every round: where it stands, when it is expected, how full it is, and its next step. */
export function RoundList({ actions }: { actions: RoundActions }) {
  const { parts } = useConsole()
  const rounds = roundsInOrder(parts)
  const tables = parts.tables.filter((table) => table.innovation !== null)
  const waits = rounds.filter(({ phase }) => phase === 'planned')
  const current = rounds.find((round) => round.phase !== 'ended')
  return (
    <section className="panel" aria-labelledby="rounds">
      <div className="panel__head">
        <h2 id="rounds">{RUN.rounds}</h2>
      </div>
      {rounds.length === 0 ? (
        <p className="muted">{RUN.noRounds}</p>
      ) : (
        <ol className="rounds">
          {rounds.map((round) => (
            <Round
              key={round.id}
              round={round}
              capacity={tables.reduce((sum, table) => sum + seatsAt(round, table), 0)}
              current={round === current}
              leads={round === waits.find(({ window }) => window === round.window)}
              actions={actions}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

interface RoundProps {
  round: RoundLine
  capacity: number
  current: boolean
  /** the first of those that wait for the same choosing: one way there is enough */
  leads: boolean
  actions: RoundActions
}

function Round({ round, capacity, current, leads, actions }: RoundProps) {
  const { parts, may, online } = useConsole()
  const { course } = useCourse()
  const now = useNow(SECOND)
  const { id, number, phase, clock } = round
  const taken = Object.keys(parts.picks[id] ?? {}).length
  const moves = round.movedAt ?? movesAt(course, round, now)
  const talks = talkStartsAt(course, round, now)
  const at = (time: number): string => clockTime(time, course.zone)
  const next = mainStep(round)
  const off = !online || course.heldSince !== null
  const window =
    phase === 'planned' && round.window !== null ? parts.windows[round.window] : undefined
  const closes = window ? windowClosesAt(course, window, now) : null
  const state = window
    ? RUN.waitsFor(window.phase, window.title, closes === null ? null : at(closes))
    : RUN.roundPhase[phase]
  return (
    <li aria-current={current ? 'step' : undefined} className={phase === 'ended' ? 'is-past' : ''}>
      <p className="rounds__head">
        <span className="rounds__name">{RUN.round(number)}</span>
        {phase !== 'ended' && moves !== null && talks !== null && (
          <span className="rounds__times">
            {RUN.roundTimes(at(moves), at(talks), at(talks + talkLength(round)))}
          </span>
        )}
      </p>
      <p className="rounds__fill">
        <meter
          className="seats"
          min={0}
          max={Math.max(1, capacity)}
          value={taken}
          aria-label={RUN.roundFill(taken, capacity)}
        />
        <span>
          <span aria-hidden="true">{RUN.roundFill(taken, capacity)}, </span>
          {clock ? (
            <b>
              {RUN.roundPhase[phase]}{' '}
              <span className="clock">{overtime(countdown(remaining(clock, now)))}</span>
            </b>
          ) : (
            state
          )}
        </span>
      </p>
      {may('open-round') && phase !== 'ended' && (
        <div className="rounds__act">
          {window ? (
            leads && (
              <ScreenLink
                to="choosing"
                query={`?window=${window.id}`}
                className={`button button--small ${current && window.phase === 'closed' ? 'button--primary' : ''}`}
              >
                {RUN.toChoosing(window.phase)}
                <span className="vh">: {RUN.round(number)}</span>
              </ScreenLink>
            )
          ) : (
            <Press
              className={`button--small ${current && phase !== 'planned' ? 'button--primary' : ''}`}
              off={off}
              label={RUN.toRound(STEP_WORDS[next], number)}
              onPress={() => void actions.step(id, next)}
            >
              {STEP_WORDS[next]}
            </Press>
          )}
          <MoreMenu label={RUN.roundMore(number)} items={moreFor(round, next, actions)} off={off} />
        </div>
      )}
    </li>
  )
}

const talkLength = ({ talk, phase, clock }: RoundLine): number =>
  phase === 'talking' && clock ? clock.duration + clock.added : talk

/** An open round is closed before people move; the large button above goes straight on. */
const mainStep = (round: RoundLine): RoundStepName =>
  round.phase === 'open' ? 'close' : stepAfter(round)

function moreFor(round: RoundLine, main: RoundStepName, actions: RoundActions): MoreItem[] {
  const { id, phase, clock } = round
  const step = (words: string, name: RoundStepName, danger = false): MoreItem => ({
    words,
    run: () => void actions.step(id, name),
    danger,
  })
  const items: MoreItem[] = []
  // A round by wishes opens when its seating is published.
  if (phase === 'planned' && round.window === null)
    items.push({ words: RUN.openAll, run: () => void actions.openAll(round.segment) })
  if (phase === 'closed') items.push(step(RUN.reopen, 'open'))
  if (main !== 'move' && !clock) items.push(step(RUN.move, 'move'))
  if (main !== 'run' && phase !== 'talking') items.push(step(RUN.run, 'run'))
  if (clock) {
    items.push({ words: RUN.roundAdd('+1 min'), run: () => actions.addTime(id, MINUTE) })
    items.push({ words: RUN.roundAdd('−1 min'), run: () => actions.addTime(id, -MINUTE) })
  }
  if (main !== 'end') items.push(step(clock ? RUN.end : RUN.skip, 'end', true))
  return items
}

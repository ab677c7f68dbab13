import { MINUTE } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { WindowLine } from '#shared/views/common.ts'
import { CHOOSING, roundsWord } from '#shared/words/console-choosing.ts'
import { useConsole, useNow } from '../console-context.ts'
import { MoreMenu, type MoreItem } from '../more-menu.tsx'
import { Press } from '../press.tsx'
import { useCourse } from '../use-course.ts'
import { Demand } from './demand.tsx'
import { tablesOf } from './demand.ts'
import { Result } from './result.tsx'
import { timesOf } from './standing.ts'
import { useWindows } from './use-windows.ts'
import { Who } from './who.tsx'

/** One choosing window: where it stands, and what there is to do about it now. */
export function WindowPanel({ window, edit }: { window: WindowLine; edit: () => void }) {
  const { may, online } = useConsole()
  const actions = useWindows()
  const { id, phase, title } = window
  const isLive = phase === 'open' || phase === 'planned'
  const items: MoreItem[] = [
    ...(may('save-window') ? [{ words: CHOOSING.change, run: edit }] : []),
    ...(phase === 'closed' && may('open-window')
      ? [{ words: CHOOSING.reopen, run: () => void actions.open(window) }]
      : []),
    ...(phase === 'planned' && may('remove-window')
      ? [{ words: CHOOSING.remove, run: () => void actions.remove(window), danger: true }]
      : []),
  ]
  return (
    <section className="panel window" aria-labelledby={`title-${id}`} id={id} data-phase={phase}>
      <div className="window__head">
        <h2 id={`title-${id}`}>{title}</h2>
        <span className={`chip ${phase === 'open' ? 'chip--running' : ''}`}>
          {CHOOSING.phase[phase]}
        </span>
        {items.length > 0 && (
          <MoreMenu label={CHOOSING.moreOf(title)} items={items} off={!online} />
        )}
      </div>
      <What window={window} />
      <Times window={window} />
      {isLive && <Who window={window} />}
      {may('open-window') && phase === 'planned' && (
        <p>
          <Press
            className={window.byItself ? '' : 'button--primary'}
            off={!online}
            onPress={() => void actions.open(window)}
          >
            {CHOOSING.open}
          </Press>
        </p>
      )}
      {may('close-window') && phase === 'open' && (
        <p>
          <Press
            className={window.byItself ? '' : 'button--primary'}
            off={!online}
            onPress={() => void actions.close(window)}
          >
            {CHOOSING.close}
          </Press>
        </p>
      )}
      {phase === 'closed' && <Who window={window} />}
      {!isLive && <Result window={window} />}
      {phase !== 'published' && <Demand window={window} />}
    </section>
  )
}

/** What it follows and fills, and how it seats. */
function What({ window }: { window: WindowLine }) {
  const { parts } = useConsole()
  const { programme, rounds } = parts
  const blocks = window.follows.flatMap((id) => programme.segments[id]?.title ?? [])
  const items = new Map<string, number[]>()
  for (const id of window.rounds) {
    const round = rounds[id]
    const item = round && programme.segments[round.segment]
    if (!round || !item) continue
    const numbers = items.get(item.title)
    if (numbers) numbers.push(round.number)
    else items.set(item.title, [round.number])
  }
  const fills = [...items].map(([item, numbers]) => CHOOSING.fills(roundsWord(numbers), item))
  const numbers = tablesOf(parts, window).map(({ number }) => number)
  const { byItself, publishesItself } = window
  const itself = byItself
    ? publishesItself
      ? 'both'
      : 'opens'
    : publishesItself
      ? 'publishes'
      : 'none'
  return (
    <>
      <p>
        {blocks.length === 0 ? CHOOSING.afterNothing : CHOOSING.after(blocks)}{' '}
        {CHOOSING.fillsAll(fills)}
      </p>
      <ul className="window__settings small muted" aria-label={CHOOSING.settings}>
        <li>
          {window.tables === null
            ? CHOOSING.allTables(numbers.length)
            : CHOOSING.someTables(numbers)}
        </li>
        <li>{CHOOSING.policyShort[window.policy]}</li>
        <li>{CHOOSING.perOrganisation(window.perOrganisation)}</li>
        <li>{window.everyone ? CHOOSING.who.everyone : CHOOSING.who.here}</li>
        <li>{CHOOSING.itself[itself]}</li>
      </ul>
    </>
  )
}

function Times({ window }: { window: WindowLine }) {
  const { parts } = useConsole()
  const { course } = useCourse()
  const now = useNow(MINUTE / 6)
  const { phase, byItself, openedAt, closedAt } = window
  const { opens, closes, round, moves } = timesOf(course, window, now)
  const at = (time: number): string => clockTime(time, course.zone)
  const about = (time: number | null): string =>
    byItself
      ? time === null
        ? CHOOSING.afterPitches
        : CHOOSING.expected(at(time))
      : time === null
        ? CHOOSING.byHand
        : CHOOSING.byHandAbout(at(time))
  const lines: (readonly [string, string])[] = [
    openedAt === null ? [CHOOSING.opens, about(opens)] : [CHOOSING.opened, at(openedAt)],
    closedAt === null ? [CHOOSING.closes, about(closes)] : [CHOOSING.closed, at(closedAt)],
    ...(window.publishedAt === null ? [] : [[CHOOSING.published, at(window.publishedAt)] as const]),
    ...(round === null || moves === null
      ? []
      : [
          [CHOOSING.moves(parts.rounds[round]?.number ?? 0), CHOOSING.expected(at(moves))] as const,
        ]),
  ]
  return (
    <dl className="window__times" aria-label={CHOOSING.times} data-phase={phase}>
      {lines.map(([words, time]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>{time}</dd>
        </div>
      ))}
    </dl>
  )
}

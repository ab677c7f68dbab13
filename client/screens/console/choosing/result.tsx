import { SECOND } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { WindowLine } from '#shared/views/common.ts'
import type { SeatingLine } from '#shared/views/console.ts'
import { CHOOSING, movedWords, percent } from '#shared/words/console-choosing.ts'
import { useConsole, useNow } from '../console-context.ts'
import { Press } from '../press.tsx'
import { ScreenLink } from '../shell/head.tsx'
import { More } from './more.tsx'
import { Unkept } from './unkept.tsx'
import { SeatingSaid } from './seating-state.tsx'
import { useSeating } from './use-seating.ts'
import { useWindows } from './use-windows.ts'

/** What came of choosing: three numbers and one button; the rest under More. */
export function Result({ window }: { window: WindowLine }) {
  const { parts, may } = useConsole()
  const runs = parts.seatings[window.id] ?? []
  const published = runs.find((run) => run.published) ?? null
  const newest = runs[0] ?? null
  const shown = published ?? newest
  // The newest that nobody has decided on: whoever went back to an older one has seen what there was.
  const newer = runs.find((run) => run.newer) ?? null
  const mayPublish = may('publish-seating')
  return (
    <div className="result">
      {shown === null ? (
        <NoRun window={window} />
      ) : (
        <>
          {newer && mayPublish && <Newer window={window} run={newer} before={published} />}
          <Numbers run={shown} />
          <Unkept pins={(newer ?? shown).unkept} />
          <p className="muted">{CHOOSING.whom(shown.people, shown.absent)}</p>
          {published === null && mayPublish && <PublishButton window={window} run={shown} />}
          {published !== null && <Told window={window} />}
        </>
      )}
      {shown !== null && <Again window={window} />}
      {shown !== null && <More window={window} run={shown} runs={runs} published={published} />}
    </div>
  )
}

function Numbers({ run: { figures } }: { run: SeatingLine }) {
  return (
    <dl className="result__numbers">
      <div>
        <dt>{CHOOSING.firstChoice}</dt>
        <dd>{percent(figures.firstChoice)}</dd>
      </div>
      <div>
        <dt>{CHOOSING.worstOff}</dt>
        <dd>{figures.worstOff}</dd>
      </div>
      <div>
        <dt>{CHOOSING.emptySeats(figures.seats)}</dt>
        <dd>{figures.emptySeats}</dd>
      </div>
    </dl>
  )
}

function PublishButton({ window, run }: { window: WindowLine; run: SeatingLine }) {
  const { online } = useConsole()
  const { publish } = useWindows()
  return (
    <p>
      <Press
        className="button--primary result__publish"
        off={!online}
        onPress={() => void publish(window, run, null)}
      >
        {CHOOSING.publish}
      </Press>
    </p>
  )
}

/** What a newer seating would change, before anybody is told. */
function Newer({
  window,
  run,
  before,
}: {
  window: WindowLine
  run: SeatingLine
  before: SeatingLine | null
}) {
  const { online } = useConsole()
  const { publish } = useWindows()
  return (
    <div className="notice notice--info result__newer">
      <p className="notice__title">{CHOOSING.newer}</p>
      {run.moves && <p className="result__moves">{movedWords(run.moves)}.</p>}
      <p className="muted">{CHOOSING.whom(run.people, run.absent)}</p>
      <p>
        <Press
          className="button--primary"
          off={!online}
          onPress={() => void publish(window, run, before)}
        >
          {CHOOSING.apply}
        </Press>
      </p>
    </div>
  )
}

function Told({ window }: { window: WindowLine }) {
  const { parts, links } = useConsole()
  const { publishedAt } = window
  return (
    <p className="row">
      {publishedAt !== null && (
        <span>{CHOOSING.seenWords(clockTime(publishedAt, parts.show.zone))}</span>
      )}
      <a href={`${links.public}/fairness`} target="_blank" rel="noreferrer" className="tap">
        {CHOOSING.fairness}
      </a>
      <ScreenLink to="tables" className="tap">
        {CHOOSING.whoSits}
      </ScreenLink>
    </p>
  )
}

/** The server works it out by itself within a second; when it does not come it can be asked for. */
const SOON = 5 * SECOND

function NoRun({ window }: { window: WindowLine }) {
  const now = useNow(SECOND)
  const waits = window.closedAt !== null && now - window.closedAt < SOON
  return waits ? (
    <p role="status">{CHOOSING.working}</p>
  ) : (
    <>
      <p role="status">{CHOOSING.noRun}</p>
      <Again window={window} first />
    </>
  )
}

function Again({ window, first = false }: { window: WindowLine; first?: boolean }) {
  const { online, may, say } = useConsole()
  const { state, request, stop } = useSeating(window.id)
  if (!may('publish-seating')) return null
  const again = async (): Promise<void> => {
    const answer = await request({ keep: true })
    if (answer.ok) say({ kind: 'done', text: CHOOSING.workedOut })
  }
  return (
    <div className="result__again">
      <p>
        <Press
          className={first ? 'button--primary' : 'button--small'}
          off={!online || state.kind === 'busy'}
          onPress={() => void again()}
        >
          {first ? CHOOSING.workOut : CHOOSING.again}
        </Press>{' '}
        {!first && <span className="small muted">{CHOOSING.againHow}</span>}
      </p>
      <SeatingSaid state={state} stop={stop} />
    </div>
  )
}

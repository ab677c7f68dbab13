import { useCallback, useState } from 'react'
import { roundsInOrder } from '#shared/views/moment.ts'
import { EVENT } from '#shared/words/console-event.ts'
import { RUN } from '#shared/words/console-run.ts'
import '../../../style/console-data.css'
import { useConsole } from '../console-context.ts'
import { ScreenLink } from '../shell/head.tsx'
import { useKeptSwitch } from '../shell/keep.ts'
import { RoundsGrid } from '../tables/rounds-grid.tsx'
import { useCourse } from '../use-course.ts'
import { Distance } from './distance.tsx'
import { Help } from './help.tsx'
import { Needs } from './needs.tsx'
import { Now } from './now.tsx'
import { Queue } from './queue.tsx'
import { RoundList } from './round-list.tsx'
import { Strip } from './strip.tsx'
import { UpNext } from './up-next.tsx'
import { useKeys, useRun } from './use-run.ts'

/** The run view: are we on time, and what needs me? */
export function Run() {
  const { may, organiser, parts } = useConsole()
  const closed = parts.show.closedAt !== null
  const { stage } = useCourse()
  const [help, setHelp] = useState(false)
  const [keysOn, setKeysOn] = useKeptSwitch('keys', true)
  const run = useRun(useCallback(() => setHelp(true), []))
  useKeys(run.perform, keysOn && !closed && may('next-item'))
  if (closed) return <Over />
  if (!stage || stage.segments.length === 0) {
    return (
      <div className="empty">
        <h1>{RUN.noProgramme}</h1>
        <p>{RUN.noProgrammeThen}</p>
        {organiser && (
          <p>
            <ScreenLink to="files" className="button button--primary">
              {RUN.loadFiles}
            </ScreenLink>
          </p>
        )}
      </div>
    )
  }
  return (
    <div className="run">
      <Distance actions={run.stage} />
      <div className="run__main">
        <Now run={run} />
        <UpNext />
        <Needs run={run} />
        <Fill />
      </div>
      <div className="run__side">
        <Queue actions={run.stage} />
        <RoundList actions={run.rounds} />
      </div>
      <Strip />
      <Help open={help} close={() => setHelp(false)} on={keysOn} setOn={setKeysOn} />
    </div>
  )
}

/** Nothing runs any more: where to look now. */
function Over() {
  const { organiser } = useConsole()
  return (
    <div className="empty">
      <h1>{EVENT.overTitle}</h1>
      <p>{EVENT.overWords}</p>
      <p className="row">
        <ScreenLink to="record" className="button button--primary">
          {EVENT.toRecord}
        </ScreenLink>
        {organiser && (
          <ScreenLink to="event" className="button">
            {EVENT.toEvent}
          </ScreenLink>
        )}
      </p>
    </div>
  )
}

/** Seats of the rounds that are not over, as a picture; a cell says who sits there. */
function Fill() {
  const { parts, go } = useConsole()
  const rounds = roundsInOrder(parts).filter((round) => round.phase !== 'ended')
  if (rounds.length === 0 || parts.tables.length === 0) return null
  return (
    <div className="run__fill">
      <RoundsGrid
        rounds={rounds}
        open={(sheet) => {
          if (sheet.kind === 'cell') go('tables', `?round=${sheet.round}&table=${sheet.table}`)
          else if (sheet.kind === 'without') go('tables', `?round=${sheet.round}`)
        }}
      />
    </div>
  )
}

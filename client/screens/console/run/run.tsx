import { useCallback, useState } from 'react'
import { KEYS } from '#shared/words/console-keys.ts'
import { RUN } from '#shared/words/console-run.ts'
import { useConsole } from '../console-context.ts'
import { ScreenLink } from '../shell/head.tsx'
import { Press } from '../press.tsx'
import { useKeptSwitch } from '../shell/keep.ts'
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
  const { may, organiser } = useConsole()
  const { stage } = useCourse()
  const [help, setHelp] = useState(false)
  const [keysOn, setKeysOn] = useKeptSwitch('keys', true)
  const run = useRun(useCallback(() => setHelp(true), []))
  useKeys(run.perform, keysOn && may('next-item'))
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
      </div>
      <div className="run__side">
        <Queue actions={run.stage} />
        <RoundList actions={run.rounds} />
      </div>
      <Strip />
      {may('next-item') && (
        <Press
          className="button--quiet button--small run__keys"
          keys="?"
          onPress={() => setHelp(true)}
        >
          {KEYS.button}{' '}
          <span className="kbd" aria-hidden="true">
            ?
          </span>
        </Press>
      )}
      <Help open={help} close={() => setHelp(false)} on={keysOn} setOn={setKeysOn} />
    </div>
  )
}

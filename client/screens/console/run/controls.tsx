import { isRunning } from '#shared/time/clock.ts'
import { KEYS } from '#shared/words/console-keys.ts'
import { RUN } from '#shared/words/console-run.ts'
import { billingOf } from '../billing.ts'
import { useConsole } from '../console-context.ts'
import { Key, Press } from '../press.tsx'
import { useCourse } from '../use-course.ts'
import { LoadDialog } from './load-dialog.tsx'
import type { RunAction } from './keys.ts'
import type { RunActions } from './use-run.ts'

const ADD: readonly { action: RunAction; words: string; keys: string }[] = [
  { action: 'take-60', words: '−1 min', keys: '[' },
  { action: 'take-10', words: '−10 s', keys: '-' },
  { action: 'add-10', words: '+10 s', keys: '+' },
  { action: 'add-60', words: '+1 min', keys: ']' },
]

/** Every control of the clock on stage. Without a line they wait: a press that arrives late surprises a hall. */
export function Controls({ run }: { run: RunActions }) {
  const { may, online } = useConsole()
  const { course, stage } = useCourse()
  const { stage: actions, perform, primary } = run
  if (!actions || !stage || !may('next-item')) return null
  const { on } = stage
  const off = !online || course.heldSince !== null
  const segment = on ? course.segments[on.segment] : undefined
  const pitch = segment?.kind === 'pitch-block' ? (on?.pitch ?? null) : null
  const clockOn = on !== null && segment?.kind !== 'rounds'
  const running =
    segment?.kind === 'rounds' && segment.rounds.some((id) => course.rounds[id]?.clock)
  return (
    <>
      <div className="now__controls" role="group" aria-label={RUN.controls}>
        {clockOn && (
          <Press off={off} keys="Space" onPress={() => perform('start-pause')}>
            {startPauseWord(on.clock)} <Key>space</Key>
          </Press>
        )}
        {(clockOn || running) && (
          <span className="joined">
            {ADD.map(({ action, words, keys }) => (
              <Press key={action} off={off} keys={keys} onPress={() => perform(action)}>
                {words}
              </Press>
            ))}
          </span>
        )}
        {pitch && (
          <>
            <Press off={off} onPress={() => actions.sendToEnd(pitch, 'absent')}>
              {RUN.absent}
            </Press>
            <Press off={off} onPress={() => actions.sendToEnd(pitch, 'late')}>
              {RUN.late}
            </Press>
          </>
        )}
        {primary && (
          <Press
            className="button--primary now__next"
            off={off}
            keys="N"
            onPress={() => perform('next')}
          >
            <PrimaryWords run={run} /> <Key>n</Key>
          </Press>
        )}
      </div>
      <div className="now__more">
        <Press
          className="button--quiet button--small"
          off={off}
          keys="P"
          onPress={() => perform('previous')}
        >
          {RUN.previous} <Key>p</Key>
        </Press>
        {clockOn && (
          <>
            <Press
              className="button--quiet button--small"
              off={off}
              onPress={() => void actions.restart()}
            >
              {RUN.restart}
            </Press>
            <Press
              className="button--quiet button--small"
              off={off}
              title={RUN.finishHint}
              onPress={actions.finish}
            >
              {RUN.finish}
            </Press>
          </>
        )}
        <LoadDialog off={off} putOn={actions.putOn} />
        <Press
          className="button--quiet button--small"
          off={!online}
          keys="B"
          pressed={stage.blackout}
          onPress={() => perform('blackout')}
        >
          {RUN.blackout} <Key>b</Key>
        </Press>
        <Press className="button--quiet button--small" keys="?" onPress={() => perform('help')}>
          {KEYS.button} <Key>?</Key>
        </Press>
      </div>
    </>
  )
}

function startPauseWord(clock: Parameters<typeof isRunning>[0]): string {
  if (clock.pausedAt !== null) return RUN.resume
  return isRunning(clock) ? RUN.pause : RUN.startClock
}

function PrimaryWords({ run: { primary } }: { run: RunActions }) {
  const { parts } = useConsole()
  return <span className="now__what">{primary ? primaryWords(primary, parts) : ''}</span>
}

export function primaryWords(
  primary: NonNullable<RunActions['primary']>,
  parts: ReturnType<typeof useConsole>['parts'],
): string {
  switch (primary.kind) {
    case 'end-pitches':
      return RUN.endPitches
    case 'end-day':
      return RUN.endDay
    case 'choosing':
      return RUN.toChoosing(parts.windows[primary.window]?.phase ?? 'planned')
    case 'round':
      return RUN.bigStep[primary.step](parts.rounds[primary.round]?.number ?? 0)
    case 'start':
    case 'next': {
      const { name } = billingOf(parts, primary.what.segment, primary.what.pitch)
      if (primary.kind === 'start') return RUN.start(name)
      return primary.changeover ? RUN.startNow(name) : RUN.next(name)
    }
  }
}

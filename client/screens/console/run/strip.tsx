import { useState } from 'react'
import { roundsInOrder } from '#shared/views/moment.ts'
import { ANNOUNCE } from '#shared/words/announce.ts'
import { RUN } from '#shared/words/console-run.ts'
import { Press } from '../press.tsx'
import { Announce } from './announce.tsx'
import { useConsole } from '../console-context.ts'

/** The figures of the day along the foot: who is here, who has answered, which screens are on. */
export function Strip() {
  const { parts, links, may, online, send } = useConsole()
  const [saying, setSaying] = useState(false)
  const { people, here, answers, screens } = parts
  const next = roundsInOrder(parts).find(({ phase }) => phase !== 'ended' && phase !== 'planned')
  const delegates = people.filter(
    ({ id, roles }) => roles.includes('delegate') && here[id] !== undefined,
  )
  const seated = next ? delegates.filter(({ id }) => parts.picks[next.id]?.[id] !== undefined) : []
  const on = screens.filter((screen) => screen.connected).length
  return (
    <dl className="strip run__foot" aria-label={RUN.figures}>
      <Figure words={RUN.here} value={RUN.hereOf(Object.keys(here).length, people.length)} />
      <Figure words={RUN.answered} value={String(answers.people)} />
      {next && <Figure words={RUN.seated} value={RUN.hereOf(seated.length, delegates.length)} />}
      <Figure
        words={RUN.screens}
        value={screens.length === 0 ? RUN.noScreens : RUN.screensOf(on, screens.length)}
      />
      <div>
        <dt className="vh">{RUN.openStage}</dt>
        <dd>
          <a href={links.stage} target="_blank" rel="noreferrer">
            {RUN.openStage}
          </a>{' '}
          <a href={links.hall} target="_blank" rel="noreferrer">
            {RUN.openHall}
          </a>{' '}
          {may('announce') && (
            <Press className="button--quiet button--small" onPress={() => setSaying(true)}>
              {ANNOUNCE.open}
            </Press>
          )}{' '}
          {may('ring-bell') && (
            <Press
              className="button--quiet button--small"
              off={!online}
              onPress={() =>
                void send({ type: 'ring-bell' }, { key: 'bell', useful: 3_000, done: RUN.rang })
              }
            >
              {RUN.ring}
            </Press>
          )}
          {saying && <Announce close={() => setSaying(false)} />}
        </dd>
      </div>
    </dl>
  )
}

const Figure = ({ words, value }: { words: string; value: string }) => (
  <div>
    <dt>{words}</dt>
    <dd className="num">{value}</dd>
  </div>
)

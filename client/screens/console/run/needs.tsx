import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { CommandType } from '#shared/show/commands.ts'
import { waiting } from '#shared/show/course.ts'
import { remaining } from '#shared/time/clock.ts'
import { HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import { needsYou } from '#shared/views/needs.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { NEEDS } from '#shared/words/console-needs.ts'
import { AT_ONCE, useConsole, useNow } from '../console-context.ts'
import { Press } from '../press.tsx'
import { useCourse } from '../use-course.ts'
import { type NeedAct, needLine } from './needs-lines.ts'
import { type Answering, AnswerProposal } from './answer-proposal.tsx'
import type { RunActions } from './use-run.ts'

/** These send nothing, so everyone may, and without a line too. */
const HARMLESS: ReadonlySet<NeedAct['do']> = new Set(['go', 'mend', 'keep'])

/** What one must be allowed to send; else what runs the stage. */
const NEEDED: Partial<Record<NeedAct['do'], CommandType>> = {
  'settle-call': 'settle-call',
  'accept-proposal': 'accept-proposal',
  'decline-proposal': 'decline-proposal',
}

/** Everything that only a person can settle, most urgent first, each with something to do about it. */
export function Needs({ run }: { run: RunActions }) {
  const { parts, online, may } = useConsole()
  const now = useNow(SECOND)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [mending, setMending] = useState(false)
  const [answering, setAnswering] = useState<Answering | null>(null)
  const act = useAct(run)
  const mayDo = (one: { act: NeedAct }): boolean =>
    HARMLESS.has(one.act.do) || may(NEEDED[one.act.do] ?? 'next-item')
  const lines = needsYou(parts, now)
    .map((need) => needLine(need, parts, now))
    .filter((line) => !kept.has(line.key))
  return (
    <section className="panel needs" aria-labelledby="needs">
      <div className="panel__head">
        <h2 id="needs">{NEEDS.title}</h2>
      </div>
      {lines.length === 0 ? (
        <p className="needs__none">{NEEDS.none}</p>
      ) : (
        <ol className="needs__list">
          {lines.map(({ key, level, what, acts }) => (
            <li key={key} data-level={level}>
              <p className="needs__what">{what}</p>
              <div className="needs__act">
                {acts.filter(mayDo).map((one, index) => (
                  <Press
                    key={one.words}
                    className={`button--small ${index === 0 && level === 'now' ? 'button--primary' : ''}`}
                    off={!online && !HARMLESS.has(one.act.do)}
                    onPress={() => {
                      if (one.act.do === 'keep') setKept(new Set([...kept, key]))
                      else if (one.act.do === 'mend') setMending(true)
                      else if (
                        one.act.do === 'accept-proposal' ||
                        one.act.do === 'decline-proposal'
                      )
                        setAnswering(one.act)
                      else act(one.act)
                    }}
                  >
                    {one.words}
                  </Press>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
      <Mend open={mending} close={() => setMending(false)} />
      {answering && <AnswerProposal {...answering} close={() => setAnswering(null)} />}
    </section>
  )
}

function useAct({ stage, rounds }: RunActions): (act: NeedAct) => void {
  const { ask, go, send, now } = useConsole()
  const { course } = useCourse()
  return (act) => {
    switch (act.do) {
      case 'follow-clock':
        return void ask(NEEDS.clockAsk(act.by)).then((sure) =>
          sure
            ? send(
                { type: 'follow-clock' },
                { key: 'follow-clock', useful: AT_ONCE, done: NEEDS.clockFollowed },
              )
            : null,
        )
      case 'next-item':
        return void stage?.tell({ type: 'next-item', stage: act.stage })
      case 'add-minute': {
        const clock = course.stages[act.stage]?.on?.clock
        // A minute from now: what passed while nobody saw it is given back first.
        const missed = clock ? Math.max(0, -remaining(clock, now())) : 0
        return stage?.addTime(Math.min(HOUR, missed + MINUTE))
      }
      case 'round': {
        const round = course.rounds[act.round]
        if (round && act.step === 'open') return void rounds.openAll(round.segment)
        return void rounds.step(act.round, act.step)
      }
      case 'end-pitches': {
        const round = course.rounds[act.round]
        return void (round && rounds.endPitchesBefore(round, act.step))
      }
      case 'call-next': {
        const block = course.segments[act.block]
        if (block?.kind !== 'pitch-block') return
        const on = course.stages[block.stage]?.on?.pitch ?? null
        const before = waiting(course, block, on)[0] ?? null
        return void send(
          { type: 'move-pitch', pitch: act.pitch, before },
          { key: `move:${act.pitch}`, useful: AT_ONCE },
        )
      }
      case 'settle-call':
        return void send(
          { type: 'settle-call', call: act.call },
          { key: `call:${act.call}`, useful: AT_ONCE },
        )
      case 'go':
        return go(act.screen, act.query)
      case 'accept-proposal':
      case 'decline-proposal':
      case 'mend':
      case 'keep':
        return
    }
  }
}

/** What to look at when a screen has lost its line, and the address that opens another. */
function Mend({ open, close }: { open: boolean; close: () => void }) {
  const { links } = useConsole()
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {NEEDS.mendTitle}
          </Heading>
          <ol>
            {NEEDS.mendSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>
            <a href={links.stage} target="_blank" rel="noreferrer">
              {links.stage}
            </a>
          </p>
          <button type="button" className="button" onClick={close}>
            {CONSOLE.close}
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

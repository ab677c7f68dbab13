import { type FormEvent, useState } from 'react'
import type { StageId } from '#shared/show/words.ts'
import { parseDay } from '#shared/sheets/days.ts'
import { dayName } from '#shared/time/zone.ts'
import { EDIT } from '#shared/words/console-edit.ts'
import { newId } from '../common/new-id.ts'
import { Field } from '../common/field.tsx'
import { Sheet } from '../common/dialog.tsx'
import { useConsole } from '../console-context.ts'
import { InPlace } from './in-place.tsx'

const USEFUL = 15_000

/** Stages by name, and the days of the event: added, renamed, removed while nothing is on them. */
export function StagesDays({ close }: { close: () => void }) {
  return (
    <Sheet title={EDIT.stagesAndDays} close={close}>
      <Stages />
      <Days />
    </Sheet>
  )
}

function Stages() {
  const { parts, send } = useConsole()
  const { stages } = parts.programme
  const [name, setName] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const id = newId<StageId>('stg')
    if (name.trim() === '') return
    void send(
      { type: 'save-stage', stage: { id, name } },
      { key: `stage:${id}`, useful: USEFUL, done: EDIT.stageAdded(name.trim()), undo: 'edit' },
    ).then((answer) => answer.ok && setName(''))
  }
  return (
    <section>
      <ul className="list">
        {stages.map((stage) => (
          <li key={stage.id} className="row row--ends">
            <InPlace
              label={EDIT.stageName}
              value={stage.name}
              check={(text) => (text === '' ? EDIT.badTitle : null)}
              save={(text) =>
                void send(
                  { type: 'save-stage', stage: { id: stage.id, name: text } },
                  {
                    key: `stage:${stage.id}`,
                    useful: USEFUL,
                    done: EDIT.stageSaved(text),
                    undo: 'edit',
                  },
                )
              }
              onTyping={() => undefined}
              className="grow"
            >
              {stage.name}
            </InPlace>
            {stages.length > 1 && (
              <button
                type="button"
                className="button button--quiet button--small"
                aria-label={EDIT.removeStage(stage.name)}
                onClick={() =>
                  void send(
                    { type: 'remove-stage', stage: stage.id },
                    {
                      key: `stage:${stage.id}`,
                      useful: USEFUL,
                      done: EDIT.stageRemoved(stage.name),
                      undo: 'edit',
                    },
                  )
                }
              >
                {EDIT.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form className="row row--form" onSubmit={add}>
        <Field label={EDIT.stageName}>
          {(control) => (
            <input
              {...control}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <button className="button">{EDIT.addStage}</button>
      </form>
    </section>
  )
}

function Days() {
  const { parts, send } = useConsole()
  const { days } = parts.show
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const change = (to: string[], done: string) =>
    send({ type: 'change-days', days: to }, { key: 'days', useful: USEFUL, done, undo: 'edit' })
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const read = parseDay(text, { above: days.at(-1) ?? null, days: [] })
    if (text.trim() === '' || !('day' in read) || read.day === null) return setError(EDIT.badDay)
    setError(undefined)
    void change([...days, read.day], EDIT.dayAdded(dayName(read.day))).then(
      (answer) => answer.ok && setText(''),
    )
  }
  return (
    <section>
      <ul className="list">
        {days.map((day) => (
          <li key={day} className="row row--ends">
            <span className="grow">{dayName(day)}</span>
            {days.length > 1 && (
              <button
                type="button"
                className="button button--quiet button--small"
                aria-label={EDIT.removeDay(dayName(day))}
                onClick={() =>
                  void change(
                    days.filter((one) => one !== day),
                    EDIT.dayRemoved(dayName(day)),
                  )
                }
              >
                {EDIT.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      <form className="row row--form" onSubmit={add} noValidate>
        <Field label={EDIT.addDay} hint={EDIT.addDayHint} error={error}>
          {(control) => (
            <input {...control} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <button className="button">{EDIT.addDay}</button>
      </form>
    </section>
  )
}

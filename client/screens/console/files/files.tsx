import { useState } from 'react'
import { FILES } from '#shared/words/console-data.ts'
import '../../../style/public.css'
import '../../../style/console-data.css'
import { useConsole } from '../console-context.ts'
import { EventStep } from './event-step.tsx'
import { ExportsStep } from './exports-step.tsx'
import { Examples, ImportStep } from './import-step.tsx'
import { LinksStep } from './links-step.tsx'

/** The event's set-up: what it is, the three spreadsheets, badges and links; and what can be taken out. */
export function Files() {
  const { organiser, parts } = useConsole()
  // Decided once: the example does not move away under the hand that has just loaded it.
  const [wasEmpty] = useState(
    () =>
      parts.people.length === 0 &&
      parts.programme.stages.every((stage) => stage.segments.length === 0),
  )
  return (
    <div className="files">
      <h1>{wasEmpty ? FILES.setUpTitle : FILES.title}</h1>
      <ol className="steps">
        <EventStep />
        {organiser ? (
          <ImportStep />
        ) : (
          <li>
            <h2>{FILES.importTitle}</h2>
            <p className="muted">{FILES.organisersOnly}</p>
          </li>
        )}
        <LinksStep />
      </ol>
      {organiser ? (
        <div className="files__aside">
          <Examples />
          <ExportsStep />
        </div>
      ) : null}
    </div>
  )
}

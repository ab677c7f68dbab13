import { useEffect, useRef } from 'react'
import { FILES } from '#shared/words/console-data.ts'
import type { ImportLimits, ImportReport } from '#shared/wire/imports.ts'
import { ask } from '../common/ask.ts'
import { useConsole } from '../console-context.ts'
import { Added } from './added.tsx'
import { IMPORT } from '#shared/words/console-import.ts'
import { Chosen, Drop } from './drop.tsx'
import { type Imports, useImports } from './imports.ts'
import { addWords, standing } from './report-words.ts'
import { Report } from './report.tsx'
import { UnderWay } from './under-way.tsx'

/** Three spreadsheets: choose, see what would happen, add. */
export function ImportStep() {
  const { parts } = useConsole()
  const imports = useImports(parts.show.id)
  const { phase, report, failure } = imports
  // Files are about to come: the server makes ready to read them.
  useEffect(() => void ask<ImportLimits>(`/api/shows/${parts.show.id}/imports`), [parts.show.id])
  return (
    <li aria-current="step">
      <h2>{FILES.importTitle}</h2>
      <div className="stack">
        <p>{FILES.importLead}</p>
        <Drop imports={imports} />
        <Chosen imports={imports} />
        {phase === 'choosing' && imports.files.length === 0 ? (
          <p className="row">
            <span className="grow">{FILES.exampleLead}</span>
            <button
              type="button"
              className="button button--small"
              onClick={() => imports.takeExample()}
            >
              {FILES.loadExample}
            </button>
          </p>
        ) : null}
        <UnderWay imports={imports} />
        {failure === null ? null : (
          <div className="notice notice--refused" role="alert">
            <p className="notice__title">{FILES.failed}</p>
            <p>{failure}</p>
            {phase === 'choosing' && imports.files.length > 0 ? (
              <p>
                <button
                  type="button"
                  className="button button--small"
                  onClick={() => imports.again()}
                >
                  {IMPORT.again}
                </button>
              </p>
            ) : null}
          </div>
        )}
        {report === null ? null : report.applied ? (
          <Added imports={imports} report={report} />
        ) : (
          <Outcome imports={imports} report={report} />
        )}
      </div>
    </li>
  )
}

const NOTICE = {
  added: 'done',
  ask: 'info',
  blocked: 'refused',
  ready: 'info',
  nothing: 'info',
} as const

function Outcome({ imports, report }: { imports: Imports; report: ImportReport }) {
  const heading = useRef<HTMLParagraphElement>(null)
  const stands = standing(report)
  // Whoever chose a file by keyboard goes on where its report begins.
  useEffect(() => heading.current?.focus({ preventScroll: stands === 'ready' }), [report, stands])
  return (
    <>
      <div className={`notice notice--${NOTICE[stands]}`}>
        <p className="notice__title" tabIndex={-1} ref={heading}>
          {FILES.standing[stands]}
        </p>
        <p>{report.message}</p>
      </div>
      {stands === 'ready' ? (
        <p className="row">
          <button
            type="button"
            className="button button--primary"
            aria-busy={imports.phase === 'adding'}
            onClick={() => {
              if (imports.phase === 'read') imports.add()
            }}
          >
            {addWords(report)}
          </button>
          <button type="button" className="button" onClick={() => imports.startAgain()}>
            {FILES.others}
          </button>
          <span className="muted small">{FILES.allOrNothing}</span>
        </p>
      ) : (
        <p className="row">
          <button type="button" className="button" onClick={() => imports.startAgain()}>
            {FILES.others}
          </button>
        </p>
      )}
      <Report
        report={report}
        columns={
          imports.example
            ? null
            : {
                choose: imports.choose,
                said: (name) =>
                  imports.files.find((file) => file.name === name)?.choice?.kind ?? null,
              }
        }
      />
    </>
  )
}

/** The example's files: to load, or to begin one's own from. */
export function Examples() {
  return (
    <section className="section">
      <h2>{FILES.examplesTitle}</h2>
      <p className="muted">{FILES.examplesLead}</p>
      <ExampleFiles />
    </section>
  )
}

export function ExampleFiles() {
  return (
    <ul className="row">
      {(['programme', 'innovations', 'people'] as const).map((kind) => (
        <li key={kind}>
          <a className="tap" href={`/example/${kind}.csv`} download>
            {kind}.csv
          </a>
        </li>
      ))}
    </ul>
  )
}

import { useState } from 'react'
import { type Ms, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { RecordLine } from '#shared/views/console.ts'
import { RECORD } from '#shared/words/console-programme.ts'
import { listed } from '#shared/words/refusals.ts'
import { useConsole } from '../console-context.ts'
import { overOf, overWords, recordFigures } from './record-lines.ts'

/** The view holds the last things that were on; the file has all. */
const HELD = 60

/** What was on stage: planned, real, over and under; and the day's files. */
export function Record() {
  const { parts, organiser } = useConsole()
  const [all, setAll] = useState(false)
  const { record } = parts
  const lines = all ? record : record.filter((line) => line.phase !== 'changeover')
  const figures = recordFigures(record)
  return (
    <div className="sheet">
      <div className="people__tools">
        <div>
          <h1>{RECORD.title}</h1>
          <p className="muted">{RECORD.lead}</p>
        </div>
        {record.length > 0 && (
          <dl className="facts">
            <Figure words={RECORD.figures.turns} value={String(figures.turns)} />
            <Figure words={RECORD.figures.over} value={String(figures.over)} />
            <Figure words={RECORD.figures.average} value={signed(figures.average)} />
          </dl>
        )}
      </div>
      {record.length === 0 ? (
        <div className="empty">
          <h2>{RECORD.empty}</h2>
          <p>{RECORD.emptyBody}</p>
        </div>
      ) : (
        <>
          <label className="choice">
            <input
              type="checkbox"
              checked={all}
              onChange={(event) => setAll(event.target.checked)}
            />
            <span>{RECORD.showChangeovers}</span>
          </label>
          <RecordTable lines={lines} />
          {record.length >= HELD && <p className="muted">{RECORD.latest(record.length)}</p>}
        </>
      )}
      <p>
        <a href={`/s/${parts.show.id}/clock`} target="_blank" rel="noreferrer" className="tap">
          {RECORD.picture}
        </a>
      </p>
      {organiser && <Exports event={parts.show.id} />}
    </div>
  )
}

const Figure = ({ words, value }: { words: string; value: string }) => (
  <div>
    <dt>{words}</dt>
    <dd>{value}</dd>
  </div>
)

/** `+0:21`, `−1:05`, `0:00` */
function signed(ms: Ms): string {
  const whole = Math.round(ms / SECOND) * SECOND
  return `${whole > 0 ? '+' : ''}${countdown(whole)}`
}

function RecordTable({ lines }: { lines: readonly RecordLine[] }) {
  const { parts } = useConsole()
  const { zone } = parts.show
  return (
    <table className="table table--stack">
      <caption className="vh">{RECORD.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{RECORD.what}</th>
          <th scope="col">{RECORD.began}</th>
          <th scope="col">{RECORD.ended}</th>
          <th scope="col" className="num">
            {RECORD.planned}
          </th>
          <th scope="col" className="num">
            {RECORD.added}
          </th>
          <th scope="col" className="num">
            {RECORD.ran}
          </th>
          <th scope="col">{RECORD.over}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.begunAt}-${line.endedAt}-${line.phase}`}>
            <th scope="row">
              <Name line={line} />
            </th>
            <td data-label={RECORD.began} className="num-left">
              {clockTime(line.begunAt, zone)}
            </td>
            <td data-label={RECORD.ended} className="num-left">
              {clockTime(line.endedAt, zone)}
            </td>
            <td data-label={RECORD.planned} className="num">
              {countdown(line.planned)}
            </td>
            <td data-label={RECORD.added} className="num">
              {line.added === 0 ? '' : signed(line.added)}
            </td>
            <td data-label={RECORD.ran} className="num">
              {countdown(Math.round(line.ran / SECOND) * SECOND)}
            </td>
            <td>
              <Over over={overOf(line)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Name({ line }: { line: RecordLine }) {
  const { parts } = useConsole()
  const innovation = line.innovation ? parts.innovations[line.innovation] : undefined
  const title = innovation?.title ?? parts.programme.segments[line.segment]?.title ?? ''
  if (line.phase === 'changeover') return <span className="muted">{RECORD.changeover}</span>
  return (
    <>
      {innovation && innovation.presenters.length > 0 ? listed(innovation.presenters) : title}
      {innovation && innovation.presenters.length > 0 && <span className="about"> {title}</span>}
    </>
  )
}

/** How far over or under, in words, and as a bar to the right or the left of the plan. */
function Over({ over }: { over: Ms }) {
  const most = 60 * SECOND
  const part = Math.min(1, Math.abs(over) / most)
  return (
    <span className={`over ${over >= SECOND / 2 ? 'over--late' : ''}`}>
      <svg className="over__bar" viewBox="-1 0 2 1" preserveAspectRatio="none" aria-hidden="true">
        <rect x={over < 0 ? -part : 0} width={part} y="0.2" height="0.6" />
        <rect className="over__plan" x="-0.012" width="0.024" height="1" />
      </svg>
      {overWords(over)}
    </span>
  )
}

function Exports({ event }: { event: string }) {
  const files = [
    { name: 'clock', words: RECORD.clock },
    { name: 'picks', words: RECORD.picks },
    { name: 'people', words: RECORD.people },
  ]
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{RECORD.files}</h2>
      <p className="muted">{RECORD.filesBody}</p>
      <p className="row">
        {files.map(({ name, words }) => (
          <a
            key={name}
            className="button"
            href={`/api/shows/${event}/exports/${name}.csv`}
            download={`${event}-${name}.csv`}
          >
            {words} <span className="small">CSV</span>
          </a>
        ))}
      </p>
    </section>
  )
}

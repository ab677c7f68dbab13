import { useState } from 'react'
import type { ImportFile, ImportKind, ImportLine, ImportReport } from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { usePaged } from '../common/paged.tsx'
import { groupsOf, problemsFirst, type ReportGroup, unsaid } from './report-words.ts'

/** What would become of every row, file by file; problems first. */
export function Report({
  report,
  setKind,
}: {
  report: ImportReport
  /** null: what the files are is known (the example), or they are added already */
  setKind: ((name: string, kind: ImportKind | null) => void) | null
}) {
  return (
    <>
      {report.files.map((file, index) => (
        <FileReport
          key={`${index} ${file.name}`}
          file={file}
          applied={report.applied}
          setKind={setKind}
        />
      ))}
    </>
  )
}

function FileReport({
  file,
  applied,
  setKind,
}: {
  file: ImportFile
  applied: boolean
  setKind: ((name: string, kind: ImportKind | null) => void) | null
}) {
  const { problems, notes } = file
  const counts = [
    [file.added, applied ? FILES.added : FILES.toAdd],
    [file.changed, applied ? FILES.changed : FILES.toChange],
    [file.same, FILES.same],
    [file.leftOut, FILES.leftOut],
    [problems.filter((one) => one.blocks).length, FILES.toMend],
  ] as const
  return (
    <section className="section report">
      <div className="row row--ends">
        <h2>{file.kind === null ? FILES.unknownKind : FILES.kinds[file.kind]}</h2>
        <p className="muted report__name">{file.name}</p>
      </div>
      {file.rows === 0 ? null : (
        <dl className="facts report__sum">
          {counts.map(([count, words]) =>
            count === 0 ? null : (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{count.toLocaleString('en-GB')}</dd>
              </div>
            ),
          )}
        </dl>
      )}
      <Problems file={file} />
      {file.kind === null && setKind ? (
        <p className="field">
          <label>
            {FILES.whatIsIt(file.name)}
            <select
              className="input"
              value=""
              onChange={(event) => setKind(file.name, event.target.value as ImportKind)}
            >
              <option value="" disabled>
                {FILES.chooseKind}
              </option>
              {(['programme', 'innovations', 'people'] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {FILES.kinds[kind]}
                </option>
              ))}
            </select>
          </label>
        </p>
      ) : null}
      {notes.length === 0 ? null : (
        <ul className="list small muted report__notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {groupsOf(file).map((group) => (
        <Group key={group.what} group={group} applied={applied} kind={file.kind} />
      ))}
    </section>
  )
}

function Problems({ file }: { file: ImportFile }) {
  const problems = [
    ...problemsFirst(file.problems),
    ...unsaid(file).map(({ line, words, reason }) => ({
      line,
      field: null,
      words: reason === undefined ? words : `${words}: ${reason}`,
      blocks: true,
    })),
  ]
  const { shown, more } = usePaged(problems, 50)
  if (problems.length === 0) return null
  return (
    <>
      <ul className="report__rows report__problems" aria-label={FILES.problems}>
        {shown.map((problem, index) => (
          <li key={index} data-kind={problem.blocks ? 'refused' : 'note'}>
            <b>
              {problem.line === null ? FILES.wholeFile : FILES.row(problem.line, file.kind)}
              {problem.field === null ? null : (
                <>
                  , <span className="report__field">{FILES.field(problem.field)}</span>
                </>
              )}
            </b>
            <span>{problem.words}</span>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

function Group({
  group,
  applied,
  kind,
}: {
  group: ReportGroup
  applied: boolean
  kind: ImportKind | null
}) {
  // A closed group of 2,000 rows is not even drawn.
  const [open, setOpen] = useState(group.open)
  return (
    <details className="more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{FILES.group(group.what, group.lines.length, applied, kind)}</summary>
      {open ? <Rows lines={group.lines} what={group.what} kind={kind} /> : null}
    </details>
  )
}

function Rows({
  lines,
  what,
  kind,
}: {
  lines: readonly ImportLine[]
  what: ReportGroup['what']
  kind: ImportKind | null
}) {
  const { shown, more } = usePaged(lines, 100)
  const look = {
    added: 'add',
    changed: 'change',
    same: 'same',
    'left-out': 'left-out',
    gone: 'left-out',
  }[what]
  return (
    <>
      <ul className="report__rows">
        {shown.map((line, index) => (
          <li key={index} data-kind={look}>
            <b>{FILES.row(line.line, kind)}</b>
            <span>
              {line.words}
              {line.reason === undefined ? null : (
                <span className="report__why muted">{line.reason}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

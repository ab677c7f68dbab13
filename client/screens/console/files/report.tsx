import type { ImportChoice, ImportFile, ImportKind, ImportReport } from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { IMPORT } from '#shared/words/console-import.ts'
import { usePaged } from '../common/paged.tsx'
import { mustAsk, withoutPlace } from './columns-draft.ts'
import { ColumnsStep } from './columns-step.tsx'
import { problemsFirst, unsaid } from './report-words.ts'
import { RowList } from './row-list.tsx'

export interface ColumnsOf {
  choose: (name: string, choice: ImportChoice) => void
  /** what the organiser has said that a file is */
  said: (name: string) => ImportKind | null
}

/** What would become of every row, file by file; problems first. */
export function Report({
  report,
  columns,
}: {
  report: ImportReport
  /** null: what the files are is known (the example), or they are added already */
  columns: ColumnsOf | null
}) {
  return (
    <>
      {report.files.map((file, index) => (
        <FileReport
          key={`${index} ${file.name}`}
          file={file}
          applied={report.applied}
          columns={columns}
        />
      ))}
    </>
  )
}

function FileReport({
  file,
  applied,
  columns,
}: {
  file: ImportFile
  applied: boolean
  columns: ColumnsOf | null
}) {
  const { problems, notes, table } = file
  const counts = [
    [file.added, applied ? FILES.added : FILES.toAdd],
    [file.changed, applied ? FILES.changed : FILES.toChange],
    [file.same, FILES.same],
    [file.leftOut, FILES.leftOut],
    [problems.filter((one) => one.blocks).length, FILES.toMend],
    [file.gone.length, FILES.gone],
  ] as const
  const step =
    columns && table ? (
      <ColumnsStep
        file={file}
        table={table}
        said={columns.said(file.name)}
        choose={(choice) => columns.choose(file.name, choice)}
      />
    ) : null
  return (
    <section className="section report">
      <div className="row row--ends">
        <h2>{file.kind === null ? FILES.unknownKind : FILES.kinds[file.kind]}</h2>
        <p className="muted report__name">{file.name}</p>
      </div>
      {mustAsk(file) && step ? (
        step
      ) : (
        <>
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
          {step}
          <NoPlace file={file} />
          {notes.length === 0 ? null : (
            <ul className="list small muted report__notes">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          <RowList file={file} applied={applied} />
        </>
      )}
    </section>
  )
}

/** What the file has and we have no place for: whoever gave it can see what is not kept. */
function NoPlace({ file: { table } }: { file: ImportFile }) {
  const columns = table ? withoutPlace(table) : []
  if (columns.length === 0) return null
  return (
    <p className="small">
      <b>{IMPORT.noPlace}</b>{' '}
      {columns.map(({ name, filled }) => IMPORT.noPlaceCell(name, filled)).join(', ')}.{' '}
      <span className="muted">{IMPORT.noPlaceNote}</span>
    </p>
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

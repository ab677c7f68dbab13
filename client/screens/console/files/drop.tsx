import { Button, DropZone, FileTrigger, Text } from 'react-aria-components'
import { FILES } from '#shared/words/console-data.ts'
import type { Imports } from './imports.ts'

/** Where files land: dropped, pasted or chosen. */
export function Drop({ imports }: { imports: Imports }) {
  return (
    <DropZone
      className="drop drop--zone"
      onDrop={(drop) => {
        const files = drop.items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []))
        if (files.length > 0) void Promise.all(files).then((read) => imports.take(read))
      }}
    >
      <Text slot="label" className="drop__label">
        {FILES.dropHere}
      </Text>
      <FileTrigger
        allowsMultiple
        acceptedFileTypes={['.csv', '.tsv', '.txt', '.xlsx', 'text/csv', '.json', '.xml', '.ics']}
        onSelect={(list) => {
          if (list) void imports.take([...list])
        }}
      >
        <Button className="button">{FILES.choose}</Button>
      </FileTrigger>
      <p className="field__hint">{FILES.dropHint}</p>
    </DropZone>
  )
}

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${Math.round(bytes / 1e5) / 10} MB`

/** The files that are chosen, each with a way to put it away. */
export function Chosen({ imports }: { imports: Imports }) {
  if (imports.files.length === 0) return null
  return (
    <ul className="list list--ruled chosen" aria-label={FILES.chosen}>
      {imports.files.map((file) => (
        <li key={file.name} className="row row--ends">
          <span className="grow chosen__name">
            {file.name} <span className="muted small nowrap">{size(file.size)}</span>
          </span>
          {imports.phase === 'added' ? null : (
            <button
              type="button"
              className="button button--quiet button--small"
              onClick={() => imports.drop(file.name)}
            >
              {FILES.drop}
              <span className="vh"> {file.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

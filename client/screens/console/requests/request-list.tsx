import type { Command, SingleCommand } from '#shared/show/commands.ts'
import { REQUESTS } from '#shared/words/console-requests.ts'
import { useConsole } from '../console-context.ts'
import type { RequestLine } from './lines.ts'

const USEFUL = 15_000
const asOne = (commands: readonly SingleCommand[]): Command => {
  const [first, ...rest] = commands
  return first && rest.length === 0 ? first : { type: 'batch', commands: [...commands] }
}

/** What the seating keeps to, each with the way to take it back where one may. */
export function RequestList({ lines }: { lines: readonly RequestLine[] }) {
  const { send, may, online } = useConsole()
  const back = (line: RequestLine): void =>
    void send(asOne(line.back), {
      key: line.key,
      useful: USEFUL,
      done: REQUESTS.takenBack(line.words),
      undo: asOne(line.again),
    })
  return (
    <ul className="list">
      {lines.map((line) => (
        <li key={line.key} className="row row--ends">
          <span className="grow">{line.words}</span>
          {line.back.every(({ type }) => may(type)) && (
            <button
              type="button"
              className="button button--quiet button--small"
              aria-disabled={!online || undefined}
              onClick={() => online && back(line)}
            >
              {REQUESTS.takeBack}
              <span className="vh">: {line.words}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

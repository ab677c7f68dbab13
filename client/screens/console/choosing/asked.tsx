import { REQUESTS } from '#shared/words/console-requests.ts'
import { FindPerson } from '../common/find-person.tsx'
import { useConsole } from '../console-context.ts'
import { requestLines } from '../requests/lines.ts'
import { RequestList } from '../requests/request-list.tsx'

/** What every seating keeps to, of whatever window: it is asked for once and stays. */
export function AskedOfSeating() {
  const { parts, go } = useConsole()
  const lines = requestLines(parts)
  const fewer = Object.keys(parts.requests.most).length
  const someDays = Object.keys(parts.requests.days).length
  return (
    <details className="more panel asked">
      <summary>{REQUESTS.all(lines.length)}</summary>
      <p className="small muted">{REQUESTS.allHow}</p>
      {lines.length === 0 ? <p>{REQUESTS.noneAtAll}</p> : <RequestList lines={lines} />}
      {fewer > 0 && <p className="muted">{REQUESTS.fewer(fewer)}</p>}
      {someDays > 0 && <p className="muted">{REQUESTS.someDays(someDays)}</p>}
      <FindPerson
        label={REQUESTS.addFor}
        act={REQUESTS.openSheet}
        may={({ roles }) => roles.includes('delegate')}
        choose={({ id }) => {
          go('people', `?person=${id}`)
          return Promise.resolve(true)
        }}
      />
    </details>
  )
}

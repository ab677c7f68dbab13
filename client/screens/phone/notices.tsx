import { saidNow } from '#shared/views/notices.ts'
import { useNow, usePhone } from './phone-context.ts'

/** What the crew says at present, to everybody or to this person. Read out as it appears. */
export function Notices() {
  const { parts, mine } = usePhone()
  const now = useNow()
  const said = saidNow([...parts.notices, ...(mine?.notices ?? [])], now)
  return (
    <div role="status">
      {said.map(({ id, text }) => (
        <div className="notice notice--info" key={id}>
          <p className="notice__title">{text}</p>
        </div>
      ))}
    </div>
  )
}

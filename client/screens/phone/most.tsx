import { WANTED } from '#shared/words/wanted.ts'
import { CommandForm } from './command-form.tsx'
import { MOST } from './echo.ts'
import { usePhone } from './phone-context.ts'

/** The most conversations that one wants: the one on its way, else what the server has said. */
export function useMost(): number | null {
  const { mine, pending } = usePhone()
  const command = pending.get(MOST)?.command
  return command?.type === 'set-most' ? command.most : (mine?.most ?? null)
}

/** Some want fewer conversations than there are rounds. */
export function Most() {
  const { parts, mine } = usePhone()
  const most = useMost()
  const numbers = Math.max(Object.keys(parts.rounds).length, most ?? 0)
  return (
    <CommandForm
      about={MOST}
      className="section"
      fields={{ type: 'set-most' }}
      command={(_, filled) => ({ type: 'set-most', most: Number(filled.get('most')) || null })}
    >
      <p className="field">
        <label htmlFor="most">{WANTED.most}</label>
        <select id="most" name="most" key={most} defaultValue={most ?? ''}>
          <option value="">{WANTED.mostAny}</option>
          {Array.from({ length: numbers }, (_, index) => (
            <option key={index}>{index + 1}</option>
          ))}
        </select>
      </p>
      <p className="row">
        <button className="button button--small">{WANTED.mostSave}</button>
        <span role="status">{most !== null && WANTED.mostNow(most)}</span>
      </p>
      <p>
        <a className="tap" href={`/s/${parts.show.id}/me/together`}>
          {WANTED.company(mine?.company ?? 0)}
        </a>
      </p>
    </CommandForm>
  )
}

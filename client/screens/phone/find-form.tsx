import type { SubmitEvent } from 'react'
import type { RoundId } from '#shared/show/words.ts'
import { PHONE } from '#shared/words/phone.ts'
import { Go } from './go.tsx'
import { addressOf } from './place.ts'
import { usePhone } from './phone-context.ts'

/** Finds tables by any of their words: a GET form, so that it works without scripts and can be kept. */
export function FindForm({ round }: { round: RoundId | null }) {
  const { path, place, go, mine } = usePhone()
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    if (!go) return
    event.preventDefault()
    const find = new FormData(event.currentTarget).get('find')
    go(
      addressOf(path, {
        ...place,
        round,
        more: 0,
        find: typeof find === 'string' ? find.trim() : '',
      }),
    )
  }
  const only = (value: 'yes' | 'room', words: string) => (
    <Go
      to={{ ...place, round, more: 0, only: place.only === value ? null : value }}
      className="button button--small"
      current={place.only === value ? 'true' : undefined}
    >
      {words}
    </Go>
  )
  return (
    <>
      <form className="find section" role="search" method="get" action={path} onSubmit={submit}>
        <input type="hidden" name="view" value="tables" />
        {round && <input type="hidden" name="round" value={round} />}
        <p className="field">
          <label htmlFor="find">{PHONE.find}</label>
          <input
            id="find"
            name="find"
            type="search"
            defaultValue={place.find}
            key={place.find}
            maxLength={100}
          />
        </p>
        <button className="button">{PHONE.findGo}</button>
      </form>
      <p className="row filters">
        {only('room', PHONE.onlyRoom)}
        {mine && only('yes', PHONE.onlyYes)}
      </p>
    </>
  )
}

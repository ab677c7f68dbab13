import { useState } from 'react'
import type { PersonLine } from '#shared/views/console.ts'
import { EVENT } from '#shared/words/console-event.ts'
import { Field } from '../common/field.tsx'
import { inGroups, Qr } from '../people/badge.tsx'
import { usePersonLink } from '../people/person-link.ts'

/** What signs one organiser in, to hand over: a QR code for their phone, a link, and a code to type. */
export function SignInLink({ person }: { person: PersonLine }) {
  const { link, failure } = usePersonLink(person.id)
  const [copied, setCopied] = useState(false)
  if (link === null)
    return (
      <p className="muted" role={failure === null ? 'status' : 'alert'}>
        {failure ?? EVENT.loadingLink}
      </p>
    )
  // A page by plain http has no clipboard: the link can be marked and copied by hand.
  const { clipboard } = navigator as { clipboard?: Clipboard }
  const copy = async (): Promise<void> => {
    try {
      await clipboard?.writeText(link.url)
      setCopied(true)
    } catch (error) {
      // The browser was told not to let pages write there: the link still stands in its field.
      if (!(error instanceof DOMException)) throw error
    }
  }
  return (
    <div className="badgelink">
      <Qr svg={link.qr} label={EVENT.qr(person.name)} />
      <div>
        <p className="muted small">{EVENT.linkHow(person.name)}</p>
        <Field label={EVENT.link}>
          {(control) => (
            <input
              {...control}
              readOnly
              value={link.url}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </Field>
        {clipboard && (
          <p className="row">
            <button type="button" className="button button--small" onClick={() => void copy()}>
              {EVENT.copy}
            </button>
            <span role="status">{copied && EVENT.copied}</span>
          </p>
        )}
        <p className="small">
          <span className="muted">{EVENT.code}</span> <b>{inGroups(link.code)}</b>
        </p>
      </div>
    </div>
  )
}

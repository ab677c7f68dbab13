import { useEffect, useRef, useState } from 'react'
import type { PersonLine } from '#shared/views/console.ts'
import { PEOPLE } from '#shared/words/console-data-people.ts'
import { useConsole } from '../console-context.ts'
import type { HeldLink } from './person-link.ts'

/** What signs a person in: the QR code, the code, the link; and a new one when the badge is lost. */
export function Badge({ person, held }: { person: PersonLine; held: HeldLink }) {
  const { links, may } = useConsole()
  const [renewing, setRenewing] = useState(false)
  const { link, failure } = held
  return (
    <section>
      <h3>{PEOPLE.badgeTitle}</h3>
      {link === null ? (
        <p className="muted" role={failure === null ? 'status' : 'alert'}>
          {failure ?? PEOPLE.loadingLink}
        </p>
      ) : (
        <div className="badgelink">
          <Qr svg={link.qr} label={PEOPLE.qrLabel(person.name)} />
          <div className="stack">
            <p>
              <span className="muted small">{PEOPLE.code}</span>{' '}
              <b className="badgelink__code">{inGroups(link.code)}</b>
            </p>
            <p className="muted small">{PEOPLE.badgeWords}</p>
            <p className="row">
              <a
                className="button button--small"
                href={`${links.badges}?person=${person.id}`}
                target="_blank"
                rel="noreferrer"
              >
                {PEOPLE.printBadge}
              </a>
              <a
                className="button button--small"
                href={`${links.days}?person=${person.id}`}
                target="_blank"
                rel="noreferrer"
              >
                {PEOPLE.printDay}
              </a>
              {may('renew-pass') && !renewing ? (
                <button
                  type="button"
                  className="button button--small"
                  onClick={() => setRenewing(true)}
                >
                  {PEOPLE.renew}
                </button>
              ) : null}
            </p>
          </div>
        </div>
      )}
      {renewing ? <Renew person={person} held={held} end={() => setRenewing(false)} /> : null}
    </section>
  )
}

/** `K7M4QP` as it stands on a badge: `K7M 4QP`. */
export const inGroups = (code: string): string => code.replace(/^(\w{3})(\w{3})$/, '$1 $2')

function Renew({ person, held, end }: { person: PersonLine; held: HeldLink; end: () => void }) {
  const { link } = useConsole()
  const [state, setState] = useState<'asking' | 'sending' | 'done'>('asking')
  const [failure, setFailure] = useState<string | null>(null)
  const renew = async (): Promise<void> => {
    setState('sending')
    const answer = await link.send(
      { type: 'renew-pass', person: person.id },
      { key: `pass:${person.id}`, useful: 15_000 },
    )
    setState(answer.ok ? 'done' : 'asking')
    setFailure(answer.ok ? null : answer.message)
    if (answer.ok) held.again()
  }
  if (state === 'done') {
    return (
      <div className="notice notice--done" role="status">
        <p className="notice__title">{PEOPLE.renewed}</p>
      </div>
    )
  }
  return (
    <div className="notice notice--refused" role="group" aria-label={PEOPLE.renew}>
      <p className="notice__title">{PEOPLE.renewTitle(person.name)}</p>
      <p>{failure ?? PEOPLE.renewWords}</p>
      <p className="row">
        <button
          type="button"
          className="button button--small button--primary"
          aria-busy={state === 'sending'}
          onClick={() => {
            if (state === 'asking') void renew()
          }}
        >
          {PEOPLE.renewYes}
        </button>
        <button type="button" className="button button--small" onClick={end}>
          {PEOPLE.renewNo}
        </button>
      </p>
    </div>
  )
}

/** Drawn from the server's SVG by way of the parser: what is not a picture stays out of the page. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    if (drawn.localName === 'svg') frame.current?.replaceChildren(document.importNode(drawn, true))
  }, [svg])
  return <div className="badgelink__qr" role="img" aria-label={label} ref={frame} />
}

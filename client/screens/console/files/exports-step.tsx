import { Fragment, type ReactNode, useEffect, useState } from 'react'
import type { ExportsAbout } from '#shared/wire/console.ts'
import { EXPORTS } from '#shared/words/console-exports.ts'
import { useConsole } from '../console-context.ts'
import { ask } from '../common/ask.ts'

type Named = keyof typeof EXPORTS.files
type Ways = readonly (readonly [file: string, words: string])[]

const sheet = (name: string): Ways => [
  [`${name}.csv`, EXPORTS.csv],
  [`${name}.xlsx`, EXPORTS.xlsx],
  [`${name}.json`, EXPORTS.jsonRows],
]

/** Everything that can be taken out, by what it is for. Organisers only. */
export function ExportsStep() {
  const { parts } = useConsole()
  const { id } = parts.show
  const file = (what: Named, ways: Ways, more?: ReactNode) => (
    <File what={what} base={`/api/shows/${id}/exports`} ways={ways} more={more} />
  )
  return (
    <section className="section">
      <h2>{EXPORTS.title}</h2>
      <p className="muted">{EXPORTS.lead}</p>
      <Group title={EXPORTS.programme}>
        {file('programme', sheet('programme'))}
        {file('innovations', sheet('innovations'))}
        {file('schedule', [
          ['schedule.json', EXPORTS.json],
          ['schedule.xml', EXPORTS.xml],
        ])}
        {file('calendar', [['calendar.ics', EXPORTS.ics]])}
      </Group>
      <Published />
      <Group title={EXPORTS.people}>
        {file('everyone', sheet('people'))}
        {file('picks', sheet('picks'))}
        {file('wishes', sheet('wishes'))}
        {file(
          'links',
          [
            ['links.csv', EXPORTS.withEmail],
            ['links-without-email.csv', EXPORTS.withoutEmail],
          ],
          <Unreachable />,
        )}
      </Group>
      <Group title={EXPORTS.after}>
        {file('attendance', sheet('attendance'))}
        {file('moves', sheet('moves'))}
        {file('consents', sheet('consents'))}
        {file('seating', [['seating.json', EXPORTS.jsonRows]])}
        {file('clock', sheet('clock'))}
        {file(
          'picture',
          [['clock.svg', EXPORTS.svg]],
          <a href={`/s/${id}/clock`} target="_blank" rel="noreferrer">
            {EXPORTS.page}
          </a>,
        )}
      </Group>
    </section>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <h3>{title}</h3>
    <ul className="list list--ruled">{children}</ul>
  </>
)

function File({
  what,
  base,
  ways,
  more,
}: {
  what: Named
  base: string
  ways: Ways
  more?: ReactNode
}) {
  const [title, hint] = EXPORTS.files[what]
  return (
    <li>
      <p>{title}</p>
      <p className="muted small">{hint}</p>
      <p className="row">
        {ways.map(([name, words]) => (
          <a key={name} className="tap" href={`${base}/${name}`} download>
            <span className="vh">{title}, </span>
            {words}
          </a>
        ))}
        {more}
      </p>
    </li>
  )
}

/** The addresses that stay, once there is something at them. */
function Published() {
  const { parts, links } = useConsole()
  if (parts.show.publishedAt === null) return <p className="muted small">{EXPORTS.notPublished}</p>
  return (
    <>
      <h3>{EXPORTS.published}</h3>
      <p className="muted small">{EXPORTS.publishedLead}</p>
      <p>
        {[EXPORTS.json, EXPORTS.xml, EXPORTS.ics].map((name) => (
          <Fragment key={name}>
            <a className="tap" href={`${links.public}/${name}`}>
              {links.public.replace(/^https?:\/\//, '')}/{name}
            </a>
            <br />
          </Fragment>
        ))}
      </p>
    </>
  )
}

/** How many people a mail merge leaves out. The console itself is not told anybody's address. */
function Unreachable() {
  const { parts } = useConsole()
  const { id } = parts.show
  const [about, setAbout] = useState<ExportsAbout | null>(null)
  const amount = parts.people.length
  useEffect(() => {
    let gone = false
    const look = async (): Promise<void> => {
      const answer = await ask<ExportsAbout>(`/api/shows/${id}/exports`)
      if (answer.ok && !gone) setAbout(answer.body)
    }
    void look()
    return () => {
      gone = true
    }
  }, [id, amount])
  if (!about || about.people === 0) return null
  return <span className="small">{EXPORTS.reachable(about.withoutEmail)}</span>
}

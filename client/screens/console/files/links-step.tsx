import { FILES } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'

/** What is printed and where screens are opened. */
export function LinksStep() {
  const { links } = useConsole()
  const addresses = [
    [FILES.phones, links.phones, FILES.phonesHint],
    [FILES.presenters, links.presenters, FILES.presentersHint],
    [FILES.stage, links.stage, FILES.stageHint],
    [FILES.hall, links.hall, FILES.hallHint],
    [FILES.public, links.public, FILES.publicHint],
  ] as const
  return (
    <li>
      <h2>{FILES.linksTitle}</h2>
      <div className="stack">
        <p className="row">
          <a className="button" href={links.badges} target="_blank" rel="noreferrer">
            {FILES.printBadges}
          </a>
          <span className="muted small grow">{FILES.printHint}</span>
        </p>
        <ul className="list list--ruled">
          {addresses.map(([name, address, hint]) => (
            <li key={name}>
              <a href={address} target="_blank" rel="noreferrer">
                {name}
              </a>
              <p className="muted small">{hint}</p>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

import { PUBLISH } from '#shared/words/console-edit.ts'
import { useConsole } from '../console-context.ts'
import { Press } from '../press.tsx'

/** Whether the public may read the programme, and the switch for it. */
export function Publish() {
  const { parts, send, ask, may, online, links } = useConsole()
  const isOut = parts.show.publishedAt !== null
  const items = Object.values(parts.programme.segments).filter(({ kind }) => kind !== 'note')
  const turn = async (): Promise<void> => {
    const open = items.filter(({ confirmed }) => !confirmed).length
    const question = isOut ? PUBLISH.withdrawAsk : PUBLISH.publishAsk(items.length - open, open)
    if (!(await ask(question))) return
    await send(
      { type: 'publish-programme', published: !isOut },
      { key: 'publish', useful: 15_000, done: isOut ? PUBLISH.withdrawn : PUBLISH.done },
    )
  }
  return (
    <p className="row publish">
      <span className={`chip ${isOut ? 'chip--running' : ''}`}>
        {isOut ? PUBLISH.published : PUBLISH.notPublished}
      </span>
      <a href={links.public} target="_blank" rel="noreferrer">
        {PUBLISH.open}
      </a>
      {may('publish-programme') && (
        <Press
          className={isOut ? 'button--quiet button--small' : 'button--small'}
          off={!online}
          onPress={() => void turn()}
        >
          {isOut ? PUBLISH.withdraw : PUBLISH.publish}
        </Press>
      )}
    </p>
  )
}

import { EVENT } from '#shared/words/console-event.ts'
import { useConsole } from '../console-context.ts'
import { Part } from './part.tsx'

/** Puts the event away, or takes it back. */
export function Archive() {
  const { parts, ask } = useConsole()
  const { archivedAt, closedAt } = parts.show
  const turn = useArchiving()
  const archive = async (): Promise<void> => {
    const { archiveAsk: title, archiveBody: body, archive: yes } = EVENT
    if (closedAt === null && !(await ask({ title, body, yes }))) return
    turn(true)
  }
  const isArchived = archivedAt !== null
  return (
    <Part title={EVENT.archiveTitle} lead={isArchived ? EVENT.takeBackLead : EVENT.archiveLead}>
      <p>
        <button
          type="button"
          className="button"
          onClick={() => (isArchived ? turn(false) : void archive())}
        >
          {isArchived ? EVENT.takeBack : EVENT.archive}
        </button>
      </p>
    </Part>
  )
}

export function useArchiving(): (archived: boolean) => void {
  const { send } = useConsole()
  return (archived) =>
    void send(
      { type: 'archive-show', archived },
      {
        key: 'archive-show',
        useful: 15_000,
        done: archived ? EVENT.archived : EVENT.takenBack,
        undo: { type: 'archive-show', archived: !archived },
      },
    )
}

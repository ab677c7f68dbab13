import { EVENT } from '#shared/words/console-event.ts'
import { BREAK_PICTURES } from '#shared/words/console-pictures.ts'
import '../../../style/console-data.css'
import { BreakPictures } from '../break-pictures/break-pictures.tsx'
import { useConsole } from '../console-context.ts'
import { Again } from './again.tsx'
import { Asking } from './asking.tsx'
import { Archive } from './archive.tsx'
import { End } from './end.tsx'
import { Organisers } from './organisers.tsx'
import { Rehearse } from './rehearse.tsx'
import { Remove } from './remove.tsx'
import { Part } from './part.tsx'
import { useThrowAway } from './throw-away.ts'

/** The event as a whole: who organises it, rehearsing, using it again, saving, ending and putting it away. */
export function Event() {
  const { parts, owner } = useConsole()
  const { rehearsalOf, archivedAt } = parts.show
  const isRehearsal = rehearsalOf !== null
  return (
    <div className="event">
      <h1>{EVENT.title}</h1>
      {isRehearsal && <ThrowAway />}
      <Organisers />
      <Asking />
      <Part title={BREAK_PICTURES.title} lead={BREAK_PICTURES.lead}>
        <BreakPictures />
      </Part>
      <End />
      {owner && !isRehearsal && <Rehearse />}
      <SaveAll />
      {owner && <Again />}
      {!isRehearsal && <Archive />}
      {owner && !isRehearsal && archivedAt !== null && <Remove />}
    </div>
  )
}

function ThrowAway() {
  const throwAway = useThrowAway()
  return (
    <Part title={EVENT.throwAway} lead={EVENT.throwLead}>
      <p>
        <button type="button" className="button button--danger" onClick={throwAway}>
          {EVENT.throwAway}
        </button>
      </p>
    </Part>
  )
}

function SaveAll() {
  const { parts } = useConsole()
  return (
    <Part title={EVENT.saveTitle} lead={EVENT.saveLead}>
      <p>
        <a className="button" href={`/api/shows/${parts.show.id}/whole.ndjson.gz`} download>
          {EVENT.save}
        </a>
      </p>
    </Part>
  )
}

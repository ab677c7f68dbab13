import type { InnovationId, RoundId } from '#shared/show/words.ts'
import type { RoundLine } from '#shared/views/common.ts'
import { roundsInOrder, tookPlace } from '#shared/views/moment.ts'
import { PHONE_TALK } from '#shared/words/phone-talk.ts'
import { CommandForm } from './command-form.tsx'
import { usePhone } from './phone-context.ts'
import { tableOf } from './tables.ts'

/** A page of one's own that the server makes alone. */
function Own({ page, children }: { page: string; children: string }) {
  const { parts } = usePhone()
  return (
    <p>
      <a className="tap" href={`/s/${parts.show.id}/me/${page}`}>
        {children}
      </a>
    </p>
  )
}

/** The way to one’s question: to a table, or (null) to all one wishes for. */
export function Ask({ innovation }: { innovation: InnovationId | null }) {
  const { mine, parts } = usePhone()
  if (!mine || parts.show.closedAt !== null) return null
  if (innovation === null) return <Own page="questions">{PHONE_TALK.askList}</Own>
  const words = mine.asked.includes(innovation) ? PHONE_TALK.asked1 : PHONE_TALK.ask1
  return <Own page={`questions?innovation=${innovation}`}>{words}</Own>
}

/** The way to a table of one’s own, where the event lets people propose one. */
export function Proposal() {
  const { mine, parts } = usePhone()
  const { proposal = null, hosts = null } = mine ?? {}
  const open = parts.show.asks.proposals && hosts === null && parts.show.closedAt === null
  if (!mine || (proposal === null && !open)) return null
  return <Own page="table">{PHONE_TALK.proposal[proposal ?? 'none']}</Own>
}

const isOver = (round: RoundLine): boolean => round.phase === 'ended' && tookPlace(round)

/** After a round: was it useful, by one tap; and the way to what else one may say. */
export function After() {
  const { mine, parts, pending } = usePhone()
  if (!mine) return null
  const seat = (id: RoundId) => mine.walkUps[id] ?? mine.picks[id] ?? null
  const asks = parts.show.asks.feedback
  const round = asks ? roundsInOrder(parts).findLast((one) => isOver(one) && seat(one.id)) : null
  const table = round ? tableOf(parts, seat(round.id)) : null
  if (!round || !table)
    // A yes can be taken back whatever the event asks by now.
    return mine.mayEmail ? <Own page="talks">{PHONE_TALK.talks}</Own> : null
  const about = `useful:${round.id}`
  const isSaid = mine.useful[round.id] !== undefined || pending.has(about)
  const button = (value: boolean, words: string) => (
    <button className="button" name="useful" value={String(value)}>
      {words}
    </button>
  )
  return (
    <section className="section">
      {!isSaid && (
        <CommandForm
          about={about}
          fields={{ type: 'say-useful', round: round.id }}
          command={(pressed) => ({
            type: 'say-useful',
            round: round.id,
            useful: pressed === 'true',
          })}
        >
          <h2>{PHONE_TALK.wasUseful(table.number)}</h2>
          <p className="row act">
            {button(true, PHONE_TALK.usefulYes)} {button(false, PHONE_TALK.usefulNo)}
          </p>
        </CommandForm>
      )}
      <Own page="talks">{PHONE_TALK.talks}</Own>
    </section>
  )
}

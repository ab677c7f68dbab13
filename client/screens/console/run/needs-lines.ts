import type { PitchId, RoundId, SegmentId, StageId, WindowId } from '#shared/show/words.ts'
import { type Instant, MINUTE, type Ms } from '#shared/time/instant.ts'
import { clockTime } from '#shared/time/zone.ts'
import type { ProposalLine } from '#shared/views/console.ts'
import type { Need } from '#shared/views/needs.ts'
import { NEEDS } from '#shared/words/console-needs.ts'
import { billingOf } from '../billing.ts'
import type { Console } from '../console-context.ts'
import type { Screen } from '../route.ts'
import type { RoundStepName } from './primary.ts'
import { STEP_WORDS } from './use-rounds.ts'

/** What a button does about a need; the view turns it into commands and ways. */
export type NeedAct =
  | { do: 'follow-clock'; by: Ms }
  | { do: 'next-item'; stage: StageId }
  | { do: 'add-minute'; stage: StageId }
  | { do: 'round'; round: RoundId; step: RoundStepName }
  | { do: 'end-pitches'; round: RoundId; step: RoundStepName }
  | { do: 'call-next'; pitch: PitchId; block: SegmentId }
  | { do: 'go'; screen: Screen; query: string }
  | { do: 'settle-call'; call: number }
  | { do: 'accept-proposal' | 'decline-proposal'; proposal: ProposalLine }
  | { do: 'mend' }
  /** it is seen and left as it is */
  | { do: 'keep' }

export interface NeedLine {
  /** the same need keeps its key, and another one never has it */
  key: string
  level: 'now' | 'soon'
  what: string
  acts: readonly { words: string; act: NeedAct }[]
}

const keep = { words: NEEDS.keep, act: { do: 'keep' } } as const

const toChoosing = ({ window }: { window: WindowId }, words: string) => ({
  words,
  act: { do: 'go' as const, screen: 'choosing' as const, query: `?window=${window}` },
})

/** Each need in words, with at least one thing to do about it. */
export function needLine(need: Need, parts: Console['parts'], now: Instant): NeedLine {
  const at = (time: Instant): string => clockTime(time, parts.show.zone)
  const roundNumber = (id: RoundId): number => parts.rounds[id]?.number ?? 0
  switch (need.kind) {
    case 'clock-behind':
      return {
        key: `clock-behind:${Math.round(need.by / MINUTE)}`,
        level: 'now',
        what: NEEDS.clockBehind(need.by, at(now), at(now + need.by)),
        acts: [
          {
            words: NEEDS.clockFollow(at(now + need.by)),
            act: { do: 'follow-clock', by: need.by },
          },
          { words: NEEDS.clockKeep(at(now)), act: { do: 'keep' } },
        ],
      }
    case 'overdue': {
      const on = parts.course.stages[need.stage]?.on
      const what = on ? billingOf(parts, on.segment, on.pitch).name : ''
      return {
        key: `overdue:${need.stage}:${need.due}`,
        level: 'now',
        what: NEEDS.overdue(what, at(need.due)),
        acts: [
          { words: NEEDS.overdueNext, act: { do: 'next-item', stage: need.stage } },
          { words: NEEDS.overdueMore, act: { do: 'add-minute', stage: need.stage } },
        ],
      }
    }
    case 'call': {
      const { id, person, what, table, round } = need.call
      const number = parts.tables.find((one) => one.id === table)?.number ?? null
      const name = parts.people.find((one) => one.id === person)?.name ?? ''
      const words = {
        help: NEEDS.callHelp(number, name),
        way: NEEDS.callWay(number, name),
        closing: NEEDS.callClosing(number, round === null ? null : roundNumber(round)),
      }
      const settle = { words: NEEDS.callDone, act: { do: 'settle-call' as const, call: id } }
      const see =
        table === null || number === null || what !== 'closing'
          ? []
          : [
              {
                words: NEEDS.seeTable(number),
                act: {
                  do: 'go' as const,
                  screen: 'tables' as const,
                  query: `?table=${table}`,
                },
              },
            ]
      return {
        key: `call:${id}`,
        level: what === 'closing' ? 'soon' : 'now',
        what: words[what],
        acts: [...see, settle],
      }
    }
    case 'proposal': {
      const { proposal } = need
      const { person, name, organisation, title, line } = proposal
      return {
        key: `proposal:${person}:${proposal.at}`,
        level: 'soon',
        what: NEEDS.proposal(name, organisation, title, line),
        acts: [
          { words: NEEDS.proposalAccept, act: { do: 'accept-proposal', proposal } },
          { words: NEEDS.proposalDecline, act: { do: 'decline-proposal', proposal } },
        ],
      }
    }
    case 'round-waits': {
      const step = parts.rounds[need.round]?.phase === 'planned' ? 'open' : 'move'
      return {
        key: `round-waits:${need.round}:${step}`,
        level: 'now',
        what: NEEDS.roundWaits(roundNumber(need.round), step, need.block, at(need.since)),
        acts: [
          { words: NEEDS.roundWaitsAct, act: { do: 'end-pitches', round: need.round, step } },
          keep,
        ],
      }
    }
    case 'round-due':
      return {
        key: `round-due:${need.round}:${need.step}`,
        level: 'now',
        what: NEEDS.roundDue(roundNumber(need.round), need.step, at(need.since)),
        acts: [
          {
            words: STEP_WORDS[need.step],
            act: { do: 'round', round: need.round, step: need.step },
          },
        ],
      }
    case 'seating': {
      const title = parts.windows[need.window]?.title ?? ''
      const due = need.since === null ? null : at(need.since)
      return {
        key: `seating:${need.window}:${need.state}`,
        level: need.since === null && need.state === 'ready' ? 'soon' : 'now',
        what: NEEDS.seating[need.state](title, roundNumber(need.round), due),
        acts: [toChoosing(need, NEEDS.seatingAct[need.state]), keep],
      }
    }
    case 'nobody-here':
      return {
        key: `nobody-here:${need.window}`,
        level: 'soon',
        what: NEEDS.nobodyHere(parts.windows[need.window]?.title ?? ''),
        acts: [
          {
            words: NEEDS.checkIn,
            act: { do: 'go' as const, screen: 'people' as const, query: '' },
          },
          toChoosing(need, NEEDS.toChoosing),
          keep,
        ],
      }
    case 'pins-unkept':
      return {
        key: `pins-unkept:${need.run}`,
        level: 'soon',
        what: NEEDS.unkept(parts.windows[need.window]?.title ?? '', need.pins),
        acts: [toChoosing(need, NEEDS.seatingAct.ready), keep],
      }
    case 'pitcher-missing': {
      const block = parts.programme.pitches[need.pitch]?.block
      const table = parts.tables.find((one) => one.id === need.table)?.number ?? null
      const who = block ? billingOf(parts, block, need.pitch).name : ''
      return {
        key: `pitcher-missing:${need.pitch}:${need.reason}`,
        level: need.reason === 'absent' && need.chosen > 0 ? 'now' : 'soon',
        what: NEEDS.missing(who, need.reason, need.chosen, table),
        acts: [
          ...(block
            ? [
                {
                  words: NEEDS.missingHere,
                  act: { do: 'call-next' as const, pitch: need.pitch, block },
                },
              ]
            : []),
          ...(table === null
            ? []
            : [
                {
                  words: NEEDS.seeTable(table),
                  act: {
                    do: 'go' as const,
                    screen: 'tables' as const,
                    query: `?table=${need.table}`,
                  },
                },
              ]),
          keep,
        ],
      }
    }
    case 'without-table':
      return {
        key: `without-table:${need.round}`,
        level: 'now',
        what: NEEDS.withoutTable(roundNumber(need.round), need.people),
        acts: [
          {
            words: NEEDS.seatThem,
            act: { do: 'go', screen: 'tables', query: `?round=${need.round}` },
          },
          keep,
        ],
      }
    case 'no-table':
      return {
        key: `no-table:${need.innovations.join()}`,
        level: 'soon',
        what: NEEDS.noTable(need.innovations.map((id) => parts.innovations[id]?.title ?? '')),
        acts: [{ words: NEEDS.giveTables, act: { do: 'go', screen: 'tables', query: '' } }, keep],
      }
    case 'screen-lost':
      return {
        key: `screen-lost:${need.screen.id}:${need.screen.since}`,
        level: 'soon',
        what: NEEDS.screenLost(need.screen.name, now - need.screen.since),
        acts: [{ words: NEEDS.mend, act: { do: 'mend' } }, keep],
      }
  }
}

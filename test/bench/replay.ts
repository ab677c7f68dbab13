import type { ShowId } from '#shared/show/words.ts'
import { DEMO } from '../../scripts/seed/full-show.ts'
import { draftFullShow, storeDraft } from '../../scripts/seed/into-store.ts'
import { openStore } from '../../server/store/open.ts'
import { dataFolder } from '../support/server.ts'
import { child } from './support/children.ts'
import type { Figure } from './support/report.ts'
import { median } from './support/statistics.ts'

const EVENTS = 100_000
const RUNS = 5
export type Replayer = {
  replay: { with: { folder: string }; gives: { ms: number; version: number } }
}

/** Opens a show with a long journal in a new process: what a start after a crash takes. */
export async function replay(): Promise<Figure[]> {
  const data = dataFolder()
  const opened = await openStore({ folder: data.folder })
  if (!opened.ok) throw new Error(opened.reason)
  const draft = draftFullShow(
    'bench-show' as ShowId,
    { ...DEMO, delegates: 1000, byItself: false },
    0,
  )
  const { delegates, rounds, tables } = draft.full
  const [round] = rounds
  if (!round) throw new Error('the show has no round')
  draft.does({ type: 'open-round', round }, 1)
  for (let turn = 0; draft.journal.length < EVENTS; turn += 1) {
    const person = at(delegates, turn)
    const table = at(tables, turn)
    const free = (draft.show.rounds[round]?.taken[table] ?? 0) < DEMO.capacity
    const sweep = Math.floor(turn / delegates.length)
    if (turn % 4 === 0 && free)
      draft.does({ type: 'pick-table', round, table }, 2, {
        id: person,
        roles: ['delegate'],
        person,
      })
    else draft.does({ type: sweep % 2 === 0 ? 'check-in' : 'undo-check-in', person }, 2)
  }
  await storeDraft(opened.store, draft)
  await opened.store.close()
  const times: number[] = []
  for (let count = 0; count < RUNS; count += 1) {
    const replayer = child<Replayer>('replayer.ts', 0)
    const { ms, version } = await replayer.ask('replay', { folder: data.folder })
    await replayer.end()
    if (version !== draft.show.version)
      throw new Error(`replayed to ${version}, not ${draft.show.version}`)
    times.push(ms)
  }
  data.done()
  return [
    {
      name: `replay of ${EVENTS} events`,
      value: median(times),
      unit: 'ms',
      beside: 'the technique by itself: 170–250 ms',
    },
  ]
}

function at<Item>(items: readonly Item[], turn: number): Item {
  const item = items[turn % items.length]
  if (item === undefined) throw new Error('the show is empty')
  return item
}

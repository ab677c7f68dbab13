import { describe, expect, test } from 'vitest'
import { stageTimes } from '#shared/show/course.ts'
import { guidOf } from '#shared/sheets/schedule/guid.ts'
import type { SegmentId, StageId } from '#shared/show/words.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { Hall } from '../plan/support.ts'
import { type Rooms, dry, rows, said, take } from './hall.ts'
import { type JsonEvent } from './support.ts'

describe('what we have given out ourselves', () => {
  const stage = 'stg-main' as StageId
  const day = '2026-06-28'
  /** Items of our own: one fixed start, all else follows from it; a block as long as its pitches take. */
  function ours(): Hall {
    const hall = new Hall()
    const base = { stage, day, fixedStart: null, warnAt: 0, dangerAt: 0 }
    const id = (name: string): SegmentId => `seg-${name}` as SegmentId
    const fixedStart = Date.parse('2026-06-28T09:00:00Z')
    hall.do(
      {
        type: 'save-segment',
        segment: {
          ...base,
          id: id('open'),
          title: 'Opening',
          kind: 'ceremony',
          length: 10 * MINUTE,
          fixedStart,
        },
      },
      {
        type: 'save-segment',
        segment: {
          ...base,
          id: id('pitches'),
          title: 'Pitches',
          kind: 'pitch-block',
          length: 30 * MINUTE,
          pitchLength: 2 * MINUTE,
          changeover: 0,
          byItself: true,
        },
      },
      {
        type: 'save-segment',
        segment: {
          stage,
          day,
          fixedStart: null,
          id: id('rounds'),
          title: 'Tables',
          kind: 'rounds',
          length: null,
          byItself: false,
          opensBefore: 0,
          closesBefore: 0,
          rounds: [{ id: 'rnd-0001' as never, move: 2 * MINUTE, talk: 10 * MINUTE }],
        },
      },
      {
        type: 'save-segment',
        segment: { ...base, id: id('talk'), title: 'Talk', kind: 'talk', length: 20 * MINUTE },
      },
    )
    return hall
  }
  const out = (hall: Hall, change: (event: JsonEvent) => JsonEvent = (one) => one): Rooms => {
    const times = stageTimes(hall.show, stage, 0)
    return {
      'Main stage': (hall.show.stages[stage]?.segments ?? []).flatMap((id) => {
        const segment = hall.show.segments[id]
        const planned = times.get(id)
        if (!segment || !planned) return []
        return change({
          id: 1,
          guid: guidOf(id, segment.ref),
          title: segment.title,
          type: segment.kind,
          date: new Date(planned.plannedStart).toISOString(),
          duration: `0:${(planned.plannedEnd - planned.plannedStart) / MINUTE}`,
          abstract: segment.summary,
          persons: [],
        })
      }),
    }
  }

  test('comes back without a change, whatever its kind and however its times follow', () => {
    const hall = ours()
    expect(hall.show.stages[stage]?.segments).toHaveLength(4)
    const plan = dry(hall, out(hall))
    expect(plan.commands).toEqual([])
    expect(rows(plan).map(({ says }) => says)).toEqual([[], [], [], []])
  })

  test('what was changed elsewhere comes back changed, and a second time not', () => {
    const hall = ours()
    const rooms = out(hall, (one) => {
      if (one.title === 'Opening') return { ...one, duration: '0:20' }
      return one.title === 'Tables' ? { ...one, title: 'Table talks' } : one
    })
    const plan = take(hall, rooms)
    expect(said(plan)).toEqual({
      'Opening, Main stage': 'Length is now 20 min (was 10 min).',
      'Pitches, Main stage': 'Fixed start is now 10:10.',
      'Table talks, Main stage': 'Title is now Table talks (was Tables). Fixed start is now 10:40.',
      'Talk, Main stage': 'Fixed start is now 10:52.',
    })
    expect(hall.show.segments['seg-rounds' as SegmentId]).toMatchObject({
      kind: 'rounds',
      length: null,
    })
    expect(dry(hall, rooms).commands).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { SegmentDraft } from '#shared/show/programme/commands.ts'
import { completed, draftOf as draftOfShow } from '#shared/show/programme/drafts.ts'
import { HOUR, MINUTE, SECOND } from '#shared/time/instant.ts'
import {
  draftOf,
  type Fields,
  fieldsOf,
  NEW,
} from '../../../client/screens/console/programme/segment-form.ts'
import { playedShow, sure } from './shows.ts'

const played = playedShow()
const { show, stage } = played
const { zone } = show
const segments = Object.values(show.segments)

const read = (fields: Fields, id = sure(segments[0]).id) => draftOf(fields, { id, stage, zone })
const filled = (fields: Partial<Fields>): Fields => ({
  ...NEW,
  title: 'Something',
  day: sure(show.days[0]),
  ...fields,
})
const draft = (fields: Partial<Fields>): SegmentDraft => {
  const outcome = read(filled(fields))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors))
  return outcome.draft
}
const errors = (fields: Partial<Fields>): string[] => {
  const outcome = read(filled(fields))
  return outcome.ok ? [] : Object.keys(outcome.errors)
}

describe('the form of an item', () => {
  it.each(segments.map((segment) => [segment.title, segment] as const))(
    'opened and saved again, “%s” is as it was',
    (_, segment) => {
      const fields = fieldsOf(segment, show.rounds, zone)
      const outcome = read(fields, segment.id)
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors))
      expect(completed(show, outcome.draft)).toEqual(draftOfShow(show, segment.id))
    },
  )

  it('reads lengths as people write them', () => {
    expect(draft({ length: '10' })).toMatchObject({ length: 10 * MINUTE })
    expect(draft({ length: '1:30' })).toMatchObject({ length: 90 * SECOND })
    expect(draft({ length: '1 hour 5 minutes' })).toMatchObject({ length: HOUR + 5 * MINUTE })
    expect(draft({ warnAt: '45s', dangerAt: '0:15' })).toMatchObject({
      warnAt: 45 * SECOND,
      dangerAt: 15 * SECOND,
    })
  })

  it('puts a fixed start into the day and zone of the event', () => {
    expect(draft({ fixed: true, fixedAt: '9.30' }).fixedStart).toBe(Date.UTC(2026, 5, 28, 8, 30))
    expect(draft({ fixed: false, fixedAt: 'nonsense' }).fixedStart).toBeNull()
  })

  it('lets pitches and rounds take their length from what is in them', () => {
    expect(draft({ kind: 'pitch-block', length: '' })).toMatchObject({ length: null })
    expect(errors({ kind: 'talk', length: '' })).toEqual(['length'])
  })

  it('names every field that is wrong at once', () => {
    expect(errors({ title: '  ', length: 'soon', fixed: true, fixedAt: '25:00' })).toEqual([
      'title',
      'fixedAt',
      'length',
    ])
    expect(errors({ warnAt: '0:10', dangerAt: '0:30' })).toEqual(['dangerAt'])
    expect(errors({ kind: 'pitch-block', pitchLength: '0' })).toEqual(['pitchLength'])
    expect(errors({ kind: 'pitch-block', pitchLength: '2 hours' })).toEqual(['pitchLength'])
    const rounds = [{ id: 'rnd-aaaa' as never, move: 'x', talk: '0', free: false }]
    expect(errors({ kind: 'rounds', length: '', rounds })).toEqual(['move-0', 'talk-0'])
  })
})

import { describe, expect, test } from 'vitest'
import type { SingleCommand } from '#shared/show/commands.ts'
import { MOST_BREAK_PICTURES, MOST_SPARE_PICTURES } from '#shared/show/pictures.ts'
import { may } from '#shared/show/permissions.ts'
import { SYSTEM } from '#shared/show/words.ts'
import { as, bench, type Bench, GUESTS, ORGANISER } from '../../support/decider.ts'
import { PICTURES } from '../../support/random-hall.ts'

const kept = (hash: string): SingleCommand => ({
  type: 'keep-picture',
  hash,
  format: 'image/png',
  width: 600,
  height: 400,
})
const [ONE = '', TWO = '', THREE = ''] = PICTURES
const MANY = Array.from({ length: MOST_BREAK_PICTURES }, (_, n) => n.toString(16).padStart(64, 'a'))
type Save = Extract<SingleCommand, { type: 'save-break-picture' }>
const save = (picture: string, by: Partial<Save> = {}): SingleCommand => ({
  type: 'save-break-picture',
  picture,
  ...by,
})
const remove = (picture: string): SingleCommand => ({ type: 'remove-break-picture', picture })
const now = (b: Bench) => b.show.breakPictures.map(({ picture }) => picture)

function loaded(): Bench {
  const b = bench()
  for (const hash of [ONE, TWO, THREE]) b.does(kept(hash), 0, SYSTEM)
  return b
}

describe('pictures for breaks', () => {
  test('G3 they are shown in their order; what is not said stays, and the same again is no change', () => {
    const b = loaded()
    expect(b.does(save(ONE))).toEqual(['break-picture-saved'])
    b.does(save(TWO, { caption: ' Leeds Building ', sponsor: true }))
    expect(b.show.breakPictures).toEqual([
      { picture: ONE, caption: '', sponsor: false },
      { picture: TWO, caption: 'Leeds Building', sponsor: true },
    ])
    b.does(save(THREE, { before: TWO }))
    expect(now(b)).toEqual([ONE, THREE, TWO])
    b.does(save(ONE, { before: null }))
    expect(now(b)).toEqual([THREE, TWO, ONE])
    b.does(save(TWO, { sponsor: false }))
    expect(b.show.breakPictures[1]).toEqual({
      picture: TWO,
      caption: 'Leeds Building',
      sponsor: false,
    })
    for (const again of [save(TWO), save(TWO, { before: TWO }), save(ONE, { before: null })])
      expect(b.does(again)).toEqual([])
    b.does(remove(TWO))
    expect(now(b)).toEqual([THREE, ONE])
    expect(b.does(remove(TWO))).toEqual([])
  })
  test('G3 one that the server does not have, a place that is not there and a thirteenth are refused', () => {
    const b = loaded()
    const unknown = 'e'.repeat(64)
    expect(b.refusal(save(unknown))).toMatchObject({ code: 'unknown', field: 'picture' })
    expect(b.refusal(save(ONE, { before: TWO }))).toMatchObject({
      code: 'unknown',
      field: 'before',
    })
    for (const hash of MANY) {
      b.does(kept(hash), 0, SYSTEM)
      b.does(save(hash))
    }
    expect(now(b)).toEqual(MANY)
    expect(b.refusal(save(THREE))).toMatchObject({ code: 'pictures-full', params: { most: 12 } })
    expect(b.does(save(MANY[0] ?? '', { sponsor: true }))).toEqual(['break-picture-saved'])
  })
  test('G3 M5 what is shown stays, however many come after it', () => {
    const b = loaded()
    b.does(save(ONE))
    for (const hash of PICTURES) b.does(kept(hash), 0, SYSTEM)
    expect(b.show.pictures).toHaveProperty(ONE)
    expect(Object.keys(b.show.pictures)).toHaveLength(MOST_SPARE_PICTURES + 1)
  })
  test('G3 E1 adding, changing, moving and removing one is taken back and done again', () => {
    const b = loaded()
    b.does(save(ONE))
    b.does(save(TWO, { caption: 'Leeds' }))
    const before = structuredClone(b.show.breakPictures)
    for (const change of [
      save(THREE, { before: ONE }),
      save(ONE, { caption: 'Hull', sponsor: true }),
      save(TWO, { before: ONE }),
      remove(ONE),
    ]) {
      b.does(change)
      const after = structuredClone(b.show.breakPictures)
      expect(after).not.toEqual(before)
      const edit = b.show.edits.at(-1)?.id ?? 0
      b.does({ type: 'undo-edit', edit })
      expect(b.show.breakPictures).toEqual(before)
      b.does({ type: 'redo-edit', edit })
      expect(b.show.breakPictures).toEqual(after)
      b.does({ type: 'undo-edit', edit })
    }
  })
  test('G3 only organisers change them', () => {
    expect(may(ORGANISER, save(ONE))).toBeNull()
    expect(may(as(GUESTS[0]), save(ONE))?.code).toBe('not-allowed')
    expect(may(as(GUESTS[0]), remove(ONE))?.code).toBe('not-allowed')
  })
})

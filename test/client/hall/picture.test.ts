import { describe, expect, test } from 'vitest'
import { buildParts } from '#shared/views/common.ts'
import { hallParts } from '#shared/views/hall.ts'
import { firstSentence } from '../../../client/screens/hall/first-sentence.ts'
import { type HallPicture, pictureOf } from '../../../client/screens/hall/picture.ts'
import {
  changeover,
  choosing,
  moving,
  pitchOn,
  type Played,
  playShow,
  ranking,
  seated,
  seating,
  sure,
} from '../phone/states.ts'

const SIZE = { delegates: 60, pitches: 15 }
const picture = (played: Played): HallPicture =>
  pictureOf(buildParts(hallParts, played.show, played.draftPeople()), null, played.at())

describe('what the room sees', () => {
  test('before the day: what is first and when, and the code', () => {
    expect(picture(playShow())).toMatchObject({
      kind: 'still',
      big: 'Welcome',
      lines: ['Begins at 09:30'],
      join: true,
    })
  })
  test('in a pitch: what it is, who, one line, and who is next', () => {
    const shown = picture(pitchOn())
    expect(shown).toMatchObject({ kind: 'pitch', lead: 'On stage', table: null })
    expect(shown.lines[0]).toMatch(/^\w+ \w+( and \w+ \w+)?, /)
    expect(shown.next?.time).toBe('')
  })
  test('in a changeover: where whoever has just pitched can be met', () => {
    const shown = picture(changeover())
    expect(shown).toMatchObject({ kind: 'talk', table: { number: 1 } })
    expect(shown.big).toBe('Table 1')
    expect(shown.lead).toMatch(/^Talk to .+ at$/)
  })
  test('while choosing is open: how many have chosen, by wishes and first come', () => {
    const wishes = ranking(SIZE)
    expect(picture(wishes)).toMatchObject({
      kind: 'choose',
      digits: String(Object.keys(wishes.show.wishes).length),
      big: 'people have chosen',
      join: true,
    })
    expect(picture(choosing()).digits).toBe('15')
  })
  test('between closing and moving: that tables come, then that they are there', () => {
    expect(picture(seating(SIZE))).toMatchObject({ lead: 'Choosing has closed' })
    expect(picture(seated(SIZE))).toMatchObject({
      big: 'Your tables are on your phone',
      lines: [expect.stringMatching(/^You move at /), 'No phone? Lists by the doors.'],
    })
  })
  test('at move time: the clock, and the tables that have most room, by number', () => {
    const shown = picture(moving({ pitches: 15 }))
    expect(shown).toMatchObject({ kind: 'move', lead: 'Round 1 starts in', big: 'Move now' })
    expect(shown.digits).toMatch(/^\d:\d\d$/)
    expect(shown.room).toHaveLength(8)
    const numbers = shown.room.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })
  test('where presenters move, delegates are told to stay', () => {
    const played = moving()
    const round = sure(played.show.rounds[sure(played.full.rounds[0])])
    const [one, two] = played.full.tables.map(sure)
    round.stands = { [sure(one)]: sure(two), [sure(two)]: sure(one) }
    expect(picture(played)).toMatchObject({
      big: 'Stay seated',
      lines: ['The presenters come to you.'],
    })
  })
  test('G3 in a break each picture has twelve seconds, then the large clock six, in turn', () => {
    const played = pitchOn()
    const { stage, show } = played
    const coffee = sure(Object.values(show.segments).find(({ kind }) => kind === 'break'))
    played.does({ type: 'load-item', stage, segment: coffee.id, pitch: null })
    played.does({ type: 'start-clock', stage })
    const [one, two] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
    played.show.breakPictures = [
      { picture: one, caption: 'Leeds', sponsor: true },
      { picture: two, caption: '', sponsor: false },
    ]
    const parts = buildParts(hallParts, played.show, played.draftPeople())
    const begun = Math.ceil(played.at() / 36_000) * 36_000
    const shown = [0, 11, 12, 17, 18, 29, 30, 35, 36].map((second) => {
      const { image, kind, big } = pictureOf(parts, null, begun + second * 1000)
      expect([kind, big]).toEqual(['break', expect.stringMatching(/^\d\d:\d\d$/)])
      return image?.address.at(-1) ?? ''
    })
    expect(shown).toEqual(['a', 'a', '', '', 'b', 'b', '', '', 'a'])
    expect(pictureOf(parts, null, begun).image).toMatchObject({ caption: 'Leeds', sponsor: true })
  })
  test('on hold nothing else is said', () => {
    const played = pitchOn()
    played.does({ type: 'hold-day' })
    expect(picture(played)).toMatchObject({ kind: 'held', big: 'Please wait', next: null })
  })
})

test.each([
  ['One page. And more.', 'One page.'],
  ['Costs £2.50 a week, no more', 'Costs £2.50 a week, no more'],
  ['  two\nlines  ', 'two lines'],
  ['', ''],
])('the first sentence of %j', (text, first) => expect(firstSentence(text)).toBe(first))
test('a long first sentence is cut at a word', () => {
  const cut = firstSentence('word '.repeat(60))
  expect(cut).toMatch(/^(word )+word…$/)
  expect(cut.length).toBeLessThanOrEqual(141)
})

import { HALL } from '#shared/words/hall.ts'
import { make, write } from '../../parts/elements.ts'
import { zoneClass } from '../../parts/zone-class.ts'
import { createImages } from './images.ts'
import type { Ring } from './bell.ts'
import type { HallPicture } from './picture.ts'

/** Titles of more characters than this need smaller letters. */
const LONG = 44
const VERY_LONG = 90

/** What the screen knows beside the show. */
export interface Told {
  /** no line to the server */
  ownClock: boolean
  sound: boolean
  /** the bell rings, or has just rung */
  ring: Ring | null
}

/** The elements of a hall screen, made once; only what changed is written to them. `join`: the code, drawn by the server. */
export function createCanvas(
  body: HTMLElement,
  { event, join }: { event: string; join: Element | null },
): { draw(picture: HallPicture, told: Told): void } {
  const top = make('header', 'hall__top', body)
  make('p', 'hall__event', top).textContent = event
  const rehearsal = make('p', 'hall__rehearsal', top)
  rehearsal.textContent = HALL.rehearsal
  const day = make('p', 'hall__day', top)
  const main = make('main', 'hall__main', body)
  const figure = make('figure', 'hall__figure', main)
  const words = make('div', 'hall__words', main)
  const lead = make('p', 'hall__lead', words)
  const digits = make('p', 'hall__digits', words)
  const big = make('h1', 'hall__big', words)
  const zone = make('p', 'hall__zone', words)
  const mark = make('span', '', zone)
  const zoneName = make('span', '', zone)
  const lines = [make('p', 'hall__line', words), make('p', 'hall__line', words)] as const
  const side = make('aside', 'hall__side', main)
  if (join) side.append(join)
  const room = make('section', 'hall__room', side)
  make('h2', '', room).textContent = HALL.room
  const list = make('ul', '', room)
  const images = createImages(figure)
  const notice = make('p', 'hall__notice', body)
  notice.setAttribute('role', 'status')
  const foot = make('footer', 'hall__foot', body)
  const next = make('p', 'hall__next', foot)
  const nextLead = make('span', '', next)
  const nextTitle = make('b', '', next)
  const own = make('p', 'hall__own', foot)
  own.textContent = HALL.ownClock

  const sound = make('p', 'hall__sound', foot)
  sound.textContent = HALL.soundOff
  const bell = make('p', 'hall__bell', body)
  bell.setAttribute('role', 'alert')

  return {
    draw(picture, { ownClock, sound: isOn, ring }) {
      body.dataset['kind'] = picture.kind
      const length = picture.big.length
      body.dataset['size'] = length > VERY_LONG ? 'small' : length > LONG ? 'middle' : 'large'
      body.toggleAttribute('data-own-clock', ownClock)
      write(notice, picture.notice)
      notice.hidden = picture.notice === ''
      sound.hidden = isOn
      bell.hidden = ring === null
      write(bell, ring === null ? '' : HALL.bell[ring])
      write(day, picture.day)
      rehearsal.hidden = !picture.rehearsal
      write(lead, picture.lead)
      write(digits, picture.digits)
      write(big, picture.big)
      const texts = picture.lines.filter((text) => text !== '')
      lines.forEach((line, at) => write(line, texts[at] ?? ''))
      drawZone(picture.table?.zone ?? '', { zone, mark, zoneName })
      drawRoom(list, picture.room)
      room.hidden = picture.room.length === 0
      images.show(picture.image)
      body.toggleAttribute('data-image', !figure.hidden)
      if (join) (join as HTMLElement).hidden = !picture.join
      side.hidden = room.hidden && !picture.join
      write(nextLead, picture.next ? `${HALL.upNext}${picture.next.time} ` : '')
      write(nextTitle, picture.next?.title ?? '')
      for (const element of [lead, digits, big]) element.hidden = element.textContent === ''
      for (const line of lines) line.hidden = line.textContent === ''
    },
  }
}

function drawZone(
  zone: string,
  elements: { zone: HTMLElement; mark: HTMLElement; zoneName: HTMLElement },
): void {
  elements.zone.hidden = zone === ''
  const letter = drawMark(elements.mark, zone)
  write(elements.zoneName, zone === '' ? '' : `${HALL.zone} ${letter === '' ? zone : letter}`)
}

/** The zone's shape, colour and letter; nothing for one that has no drawing. Returns the letter. */
function drawMark(mark: HTMLElement, zone: string): string {
  const drawn = zoneClass(zone)
  const letter = drawn.slice(-1).toUpperCase()
  mark.className = drawn === '' ? '' : `zone ${drawn}`
  write(mark, letter)
  return letter
}

function drawRoom(list: HTMLElement, room: HallPicture['room']): void {
  const key = JSON.stringify(room)
  if (list.dataset['key'] === key) return
  list.dataset['key'] = key
  list.replaceChildren()
  for (const { number, zone, title } of room) {
    const item = make('li', '', list)
    write(make('b', '', item), String(number))
    drawMark(make('span', '', item), zone)
    write(make('span', 'hall__title', item), title)
  }
}

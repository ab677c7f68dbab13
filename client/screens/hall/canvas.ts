import { HALL } from '#shared/words/hall.ts'
import { zoneClass } from '../../parts/zone-class.ts'
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
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className: string,
    parent: HTMLElement,
  ): HTMLElementTagNameMap[Tag] => {
    const element = document.createElement(tag)
    element.className = className
    parent.append(element)
    return element
  }
  const top = make('header', 'hall__top', body)
  make('p', 'hall__event', top).textContent = event
  const rehearsal = make('p', 'hall__rehearsal', top)
  rehearsal.textContent = HALL.rehearsal
  const day = make('p', 'hall__day', top)
  const main = make('main', 'hall__main', body)
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
      lines.forEach((line, at) =>
        write(line, picture.lines.filter((text) => text !== '')[at] ?? ''),
      )
      drawZone(picture.table?.zone ?? '', { zone, mark, zoneName })
      drawRoom(list, picture.room)
      room.hidden = picture.room.length === 0
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
  const drawn = zoneClass(zone)
  elements.zone.hidden = zone === ''
  elements.mark.className = drawn === '' ? '' : `zone ${drawn}`
  write(elements.mark, drawn === '' ? '' : drawn.slice(-1).toUpperCase())
  write(
    elements.zoneName,
    zone === '' ? '' : `${HALL.zone} ${drawn === '' ? zone : drawn.slice(-1).toUpperCase()}`,
  )
}

function drawRoom(list: HTMLElement, room: HallPicture['room']): void {
  const key = JSON.stringify(room)
  if (list.dataset['key'] === key) return
  list.dataset['key'] = key
  list.replaceChildren(
    ...room.map(({ number, zone, title }) => {
      const item = document.createElement('li')
      const table = document.createElement('b')
      table.textContent = String(number)
      const mark = document.createElement('span')
      const drawn = zoneClass(zone)
      if (drawn !== '') {
        mark.className = `zone ${drawn}`
        mark.textContent = drawn.slice(-1).toUpperCase()
      }
      const name = document.createElement('span')
      name.className = 'hall__title'
      name.textContent = title
      item.append(table, mark, name)
      return item
    }),
  )
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

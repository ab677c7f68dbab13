import { STAGE } from '#shared/words/stage.ts'
import { make, write } from '../../parts/elements.ts'
import type { Picture } from './picture.ts'

/** More signs than this need smaller digits: 1:04:30, +10:21. */
const LONG = 5

/** More characters than this do not fit on the line of the name at 16:9. */
const LONG_NAME = 38

/** The elements of the display, made once; only what changed is written to them. */
export function createCanvas(body: HTMLElement): {
  draw(picture: Picture, ownClock: boolean): void
} {
  const top = make('header', 'stage__top', body)
  const word = make('p', 'stage__phase', top)
  const rehearsal = make('p', 'stage__rehearsal', top)
  rehearsal.textContent = STAGE.rehearsal
  const day = make('p', 'stage__day', top)
  const middle = make('main', 'stage__middle', body)
  const digits = make('p', 'stage__digits', middle)
  digits.setAttribute('role', 'timer')
  const message = make('p', 'stage__message', middle)
  const name = make('p', 'stage__name', body)
  const person = make('span', '', name)
  const organisation = make('span', 'stage__organisation', name)
  const title = make('p', 'stage__title', body)
  const foot = make('footer', 'stage__foot', body)
  const next = make('p', 'stage__next', foot)
  const lead = make('span', '', next)
  const nextName = make('b', '', next)
  const rest = make('span', '', next)
  const own = make('p', 'stage__own', foot)
  own.textContent = STAGE.ownClock
  const notice = make('p', 'stage__notice', body)
  notice.setAttribute('role', 'status')
  const bar = make('progress', 'stage__bar', body)
  bar.max = 1
  bar.setAttribute('aria-label', STAGE.timeUsed)

  return {
    draw(picture, ownClock) {
      body.dataset['phase'] = picture.phase
      flag(body, 'data-paused', picture.paused)
      flag(body, 'data-blackout', picture.blackout)
      flag(body, 'data-long', picture.digits.length > LONG)
      flag(body, 'data-own-clock', ownClock)
      flag(body, 'data-long-name', picture.name.length + picture.organisation.length > LONG_NAME)
      rehearsal.hidden = !picture.rehearsal
      write(word, picture.word)
      write(day, picture.day)
      write(digits, picture.digits)
      digits.hidden = picture.digits === ''
      write(message, picture.message)
      message.hidden = picture.message === ''
      write(person, picture.name)
      write(organisation, picture.organisation === '' ? '' : `, ${picture.organisation}`)
      name.hidden = picture.name === ''
      write(title, picture.title)
      title.hidden = picture.title === ''
      write(notice, picture.notice)
      notice.hidden = picture.notice === ''
      write(lead, picture.next?.lead ?? '')
      write(nextName, picture.next?.name ?? '')
      write(rest, picture.next?.rest ?? '')
      bar.hidden = picture.used === null
      if (picture.used !== null) bar.value = picture.used
    },
  }
}

const flag = (element: HTMLElement, name: string, on: boolean): void =>
  void element.toggleAttribute(name, on)

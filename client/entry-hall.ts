import 'virtual:fonts.css'
import './style/tokens.css'
import './style/hall.css'
import type { HallData } from '#shared/wire/hall.ts'
import { connect } from './link/connect.ts'
import { type Ring, ringSince } from './screens/hall/bell.ts'
import { createCanvas } from './screens/hall/canvas.ts'
import { pictureOf, untilChange } from './screens/hall/picture.ts'
import { createSound } from './screens/hall/sound.ts'
import { offerFullscreen, stayAwake } from './screens/stage/awake.ts'

/** ms that the bell's sign stands on the screen */
const SIGN = 6000

/** The screen that faces the room: drawn anew when something changes, and at each second. */
function start(): void {
  const held = document.getElementById('state')?.textContent
  if (held == null) throw new Error('The screen’s page came without its state.')
  // Written by our own server into the page, as the contract in shared/wire says.
  const { show, stage, state } = JSON.parse(held) as HallData
  const canvas = createCanvas(document.body, {
    event: state.parts.show.title,
    join: document.getElementById('join'),
  })
  const link = connect({ show, state })
  let timer: ReturnType<typeof setTimeout>
  const sound = createSound(() => draw())
  let listenedUntil = link.time.now()
  let rang: { ring: Ring; until: number } | null = null
  const draw = (): void => {
    clearTimeout(timer)
    const { parts } = link.held.getSnapshot()
    const now = link.time.now()
    const ring = ringSince(parts, listenedUntil, now)
    listenedUntil = now
    if (ring) {
      sound.ring(ring)
      rang = { ring, until: now + SIGN }
    }
    canvas.draw(pictureOf(parts, stage, now), {
      ownClock: link.status.getSnapshot().state === 'offline',
      sound: sound.isOn(),
      ring: rang && rang.until > now ? rang.ring : null,
    })
    // A moment after the change, so that rounding never shows the second before it.
    timer = setTimeout(draw, untilChange(parts, stage, now) + 2)
  }
  link.held.subscribe(draw)
  link.status.subscribe(draw)
  // Timers of a page that nobody sees are late.
  document.addEventListener('visibilitychange', draw)
  draw()
  offerFullscreen()
  document.addEventListener('click', () => void sound.allow())
  stayAwake()
}

start()

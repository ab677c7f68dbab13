import 'virtual:fonts.css'
import './style/tokens.css'
import './style/stage.css'
import type { StageData } from '#shared/wire/stage.ts'
import { connect } from './link/connect.ts'
import { offerFullscreen, stayAwake } from './screens/stage/awake.ts'
import { createCanvas } from './screens/stage/canvas.ts'
import { foretold } from './screens/stage/foretold.ts'
import { pictureOf, untilChange } from './screens/stage/picture.ts'

/** The clock that faces the speaker: drawn anew when it changes, and at each second it counts. */
function start(): void {
  const held = document.getElementById('state')?.textContent
  if (held == null) throw new Error('The display’s page came without its state.')
  // Written by our own server into the page, as the contract in shared/wire says.
  const { show, stage, state } = JSON.parse(held) as StageData
  document.getElementById('root')?.remove()
  const canvas = createCanvas(document.body)
  const link = connect({ show, stage, state })
  let timer: ReturnType<typeof setTimeout>
  const draw = (): void => {
    clearTimeout(timer)
    const told = link.held.getSnapshot().parts.stage
    const now = link.time.now()
    const isAlone = link.status.getSnapshot().state === 'offline'
    const view = isAlone ? foretold(told, now) : told
    canvas.draw(pictureOf(view, now), isAlone)
    // A moment after the change, so that rounding never shows the second before it.
    timer = setTimeout(draw, untilChange(view, now) + 2)
  }
  link.held.subscribe(draw)
  link.status.subscribe(draw)
  // Timers of a page that nobody sees are late.
  document.addEventListener('visibilitychange', draw)
  draw()
  offerFullscreen()
  stayAwake()
}

start()

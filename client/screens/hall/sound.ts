import type { Ring } from './bell.ts'

/** How often it is struck. */
const STRIKES: Readonly<Record<Ring, number>> = {
  'two-minutes': 1,
  move: 2,
  start: 1,
  end: 3,
  hand: 2,
}
/** s */
const BETWEEN = 0.7
const RINGS_ON = 2.6
/** Hz; partials of a small bell against its strike note, and how loud each is. */
const STRIKE_NOTE = 880
const PARTIALS = [
  [0.5, 0.35],
  [1, 1],
  [1.2, 0.5],
  [1.5, 0.35],
  [2, 0.45],
  [2.74, 0.2],
] as const

export interface Sound {
  /** the browser lets this page be heard */
  isOn(): boolean
  /** to be called by a click: no browser lets a page be heard before one */
  allow(): Promise<void>
  ring(ring: Ring): void
}

/** A bell made of sine tones: nothing to load, the same on every computer. */
export function createSound(onChange: () => void): Sound {
  const context = new AudioContext()
  context.addEventListener('statechange', onChange)
  return {
    isOn: () => context.state === 'running',
    allow: () => context.resume(),
    ring(ring) {
      if (context.state !== 'running') return
      for (let strike = 0; strike < STRIKES[ring]; strike += 1)
        struck(context, context.currentTime + strike * BETWEEN)
    },
  }
}

function struck(context: AudioContext, at: number): void {
  for (const [partial, loudness] of PARTIALS) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = STRIKE_NOTE * partial
    volume.gain.setValueAtTime(0.0001, at)
    volume.gain.exponentialRampToValueAtTime(0.3 * loudness, at + 0.008)
    // Higher partials of a bell die away first.
    volume.gain.exponentialRampToValueAtTime(0.0001, at + RINGS_ON / partial)
    tone.connect(volume).connect(context.destination)
    tone.start(at)
    tone.stop(at + RINGS_ON / partial)
  }
}

import { type Ms, SECOND } from '#shared/time/instant.ts'
import { countdown } from '#shared/time/spoken.ts'
import type { RecordLine } from '#shared/views/console.ts'
import { RECORD } from '#shared/words/console-programme.ts'

/** ms over what it was given, time added by hand included; negative: under. */
export const overOf = ({ ran, planned, added }: RecordLine): Ms => ran - planned - added

/** `0:21 over`, `1:05 under`, `to the second` */
export function overWords(over: Ms): string {
  const whole = Math.round(over / SECOND) * SECOND
  if (whole === 0) return RECORD.exact
  return whole > 0 ? RECORD.overBy(countdown(whole)) : RECORD.underBy(countdown(-whole))
}

/** Figures over the turns on stage; changeovers are nobody's turn. */
export function recordFigures(lines: readonly RecordLine[]): {
  turns: number
  over: number
  average: Ms
} {
  const turns = lines.filter((line) => line.phase !== 'changeover')
  const sum = turns.reduce((total, line) => total + overOf(line), 0)
  return {
    turns: turns.length,
    over: turns.filter((line) => overOf(line) >= SECOND / 2).length,
    average: turns.length === 0 ? 0 : Math.round(sum / turns.length),
  }
}

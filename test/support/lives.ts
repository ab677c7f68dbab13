import type { Bench } from './decider.ts'
import { named } from './random-choosing.ts'
import type { Step } from './random-show.ts'

/** Lives a random day step by step, with what falls due in between. */
export function lives(bench: Pick<Bench, 'ticks' | 'does' | 'show'>, day: readonly Step[]): void {
  day.reduce((before, { after, command, actor }) => {
    bench.ticks(before + after)
    bench.does(named(bench.show, command), before + after, actor)
    return before + after
  }, 0)
}

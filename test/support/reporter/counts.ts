import { writeFileSync } from 'node:fs'
import type { TestModule, TestRunEndReason, Reporter } from 'vitest/node'

export type Counts = { passed: number; failed: number; skipped: number }

/** Names the file the counts are written to (scripts/test.ts); without it nothing is written. */
const COUNTS_FILE = 'PITCH_AND_TALK_TEST_COUNTS'

type Module = {
  ok: () => boolean
  children: { allTests: () => Iterable<{ result: () => { state: string } }> }
}

/**
 * Counts tests by how they ended. What fails outside a test (a file that does not load, a hook, an
 * error nobody caught, a run cut short) counts as one failure each, so that it is never a quiet 0.
 */
export function count(modules: readonly Module[], strayErrors: number, cutShort: boolean): Counts {
  const counts: Counts = { passed: 0, failed: strayErrors + (cutShort ? 1 : 0), skipped: 0 }
  for (const module of modules) {
    let failedHere = 0
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') counts.passed += 1
      else if (state === 'skipped') counts.skipped += 1
      else failedHere += 1 // 'failed', and 'pending': it was never finished
    }
    counts.failed += failedHere === 0 && !module.ok() ? 1 : failedHere
  }
  return counts
}

/** Leaves the counts for scripts/test.ts, which says them after Vitest has said everything else. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const file = process.env[COUNTS_FILE]
    const counts = count(modules, errors.length, reason === 'interrupted')
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}

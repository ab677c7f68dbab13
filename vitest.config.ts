import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Real browsers and processes, which wait more than they work: two at a time, after everything else. */
const paired = ['test/e2e/**/*.test.ts', 'test/process/**/*.test.ts', 'test/**/*.serial.test.ts']
/** Real clocks that are looked at closely: one at a time, last. */
const alone = ['test/e2e/day.test.ts', 'test/client/{link,stage}/*.serial.test.ts']

export default defineConfig({
  // `#shared/*` comes from package.json; JSX in client/ is compiled as tsconfig.json says.
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    // How soon is a benchmark's business; a loaded computer takes its time.
    expect: { poll: { timeout: 12_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Vitest keeps one core for itself; on two cores that would leave one worker.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: paired,
          // What each file loads is most of its time: a worker loads it once. No test here leaves anything behind.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      ...[
        { name: 'paired', include: paired, exclude: alone, maxWorkers: 2 },
        { name: 'alone', include: alone, exclude: [], maxWorkers: 1 },
      ].map((group, index) => ({
        extends: true as const,
        test: {
          ...group,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: index + 1 },
        },
      })),
    ],
  },
})

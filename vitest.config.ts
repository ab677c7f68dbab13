import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Real browsers, real processes, real clocks: one file at a time, after everything else. */
const serial = ['test/e2e/**/*.test.ts', 'test/process/**/*.test.ts', 'test/**/*.serial.test.ts']

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
          exclude: serial,
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'serial',
          include: serial,
          maxWorkers: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})

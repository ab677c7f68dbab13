import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openGarden, type Garden } from './planted.ts'

/** One forbidden import per wall of design.md section 4 (README, Architecture): from, what. */
const refused: [from: string, imported: string][] = [
  ['shared/show/a.ts', '#shared/views/stage.ts'],
  ['shared/show/a.ts', '#shared/wire/messages.ts'],
  ['shared/show/a.ts', '#shared/words/catalogue.ts'],
  ['shared/show/a.ts', '#shared/sheets/types.ts'],
  ['shared/show/a.ts', '../views/stage.ts'],
  ['shared/show/a.ts', '../../server/app.ts'],
  ['shared/show/a.ts', 'node:fs'],
  ['shared/show/a.ts', 'date-fns'],
  ['shared/show/a.ts', 'fastify'],
  ['shared/show/pitches/a.ts', '#shared/views/stage.ts'],
  ['shared/time/a.ts', '#shared/show/state.ts'],
  ['shared/time/a.ts', 'typebox'],
  ['shared/allotment/a.ts', '#shared/views/stage.ts'],
  ['shared/sheets/a.ts', '#shared/views/stage.ts'],
  ['shared/sheets/a.ts', 'csv-parse'],
  ['shared/words/a.ts', '#shared/views/stage.ts'],
  ['shared/views/a.ts', '#shared/wire/messages.ts'],
  ['shared/views/a.ts', '#shared/sheets/types.ts'],
  ['shared/wire/a.ts', '#shared/sheets/types.ts'],
  ['shared/wire/a.ts', 'react'],
  ['shared/elsewhere/a.ts', 'node:crypto'],
  ['client/link/a.ts', '../../server/app.ts'],
  ['client/link/a.ts', '../../shared/show/state.ts'],
  ['client/link/a.ts', 'node:fs'],
  ['client/link/a.ts', 'fastify'],
  ['client/entry-a.ts', '../server/app.ts'],
  ['client/entry-a.ts', '../scripts/shots.ts'],
  ['server/http/a.ts', '../../client/entry-server.tsx'],
  ['server/http/a.ts', '../../shared/show/state.ts'],
  ['server/http/a.ts', '../live/socketio.ts'],
  ['server/http/a.ts', '../store/open.ts'],
  ['server/http/a.ts', '../store/sqlite-journal.ts'],
  ['server/http/pages/a.ts', '../../store/open.ts'],
  ['server/live/a.ts', '../http/routes.ts'],
  ['server/live/a.ts', '../store/open.ts'],
  ['server/access/a.ts', '../runner/shows.ts'],
  ['server/access/a.ts', '../http/routes.ts'],
  ['server/runner/a.ts', '../access/types.ts'],
  ['server/runner/a.ts', '../http/routes.ts'],
  ['server/runner/a.ts', '../live/audiences.ts'],
  ['server/runner/a.ts', '../store/sqlite-journal.ts'],
  ['server/store/a.ts', '../runner/show-runner.ts'],
  ['server/store/port.ts', './sqlite-journal.ts'],
  ['server/app.ts', './runner/show-runner.ts'],
  ['server/app.ts', './store/open.ts'],
  ['server/main.ts', './store/sqlite-journal.ts'],
  ['server/main.ts', '../client/entry-server.tsx'],
  ['server/a.ts', './main.ts'],
  ['scripts/a.ts', '../server/runner/show-runner.ts'],
  ['scripts/a.ts', '../server/store/sqlite-journal.ts'],
  ['scripts/a.ts', '../client/link/store.ts'],
  ['test/server/a.ts', '../../server/store/sqlite-journal.ts'],
]

/** The doors beside those walls: were everything refused, the list above would prove nothing. */
const allowed: [from: string, imported: string][] = [
  ['shared/show/b.ts', '#shared/show/state.ts'],
  ['shared/show/b.ts', '#shared/time/clock.ts'],
  ['shared/show/b.ts', './state.ts'],
  ['shared/show/b.ts', 'typebox'],
  ['shared/time/b.ts', '@date-fns/tz'],
  ['shared/sheets/b.ts', 'csv-parse/sync'],
  ['shared/views/b.ts', '#shared/show/state.ts'],
  ['shared/wire/b.ts', '#shared/views/stage.ts'],
  ['client/link/b.ts', '#shared/wire/messages.ts'],
  ['client/link/b.ts', '../parts/clock.tsx'],
  ['client/link/b.ts', 'react-dom/client'],
  ['client/entry-b.ts', 'virtual:fonts.css'],
  ['server/http/b.ts', '../runner/show-runner.ts'],
  ['server/http/b.ts', '../access/types.ts'],
  ['server/live/b.ts', '../access/types.ts'],
  ['server/http/b.ts', '../store/port.ts'],
  ['server/live/b.ts', 'socket.io'],
  ['server/main.ts', './store/open.ts'],
  ['server/store/open.ts', './sqlite-journal.ts'],
  ['scripts/b.ts', '../server/app.ts'],
  ['test/store/b.ts', '../../server/store/sqlite-journal.ts'],
]

type Diagnostic = { code: string; filename: string; labels: { span: { line: number } }[] }

/** For each planted file, the lines the named rule refuses. */
async function refusedLines(garden: Garden, rule: string): Promise<Map<string, number[]>> {
  const { diagnostics } = JSON.parse(await garden.run('oxlint', ['--format', 'json'])) as {
    diagnostics: Diagnostic[]
  }
  const lines = new Map<string, number[]>()
  for (const { code, filename, labels } of diagnostics) {
    if (!code.endsWith(`(${rule})`)) continue
    const found = labels.map(({ span }) => span.line)
    lines.set(filename, [...(lines.get(filename) ?? []), ...found])
  }
  return lines
}

describe('who may import whom', () => {
  let garden: Garden
  let refusals: Map<string, number[]>
  const plan = new Map<string, string[]>()

  beforeAll(async () => {
    garden = await openGarden()
    for (const [from, imported] of [...refused, ...allowed]) {
      plan.set(from, [...(plan.get(from) ?? []), imported])
    }
    for (const [from, imports] of plan) {
      await garden.plant(from, imports.map((name) => `import '${name}'\n`).join(''))
    }
    refusals = await refusedLines(garden, 'no-restricted-imports')
  }, 60_000)
  afterAll(() => garden.remove())

  const isRefused = (from: string, imported: string) =>
    refusals.get(from)?.includes((plan.get(from)?.indexOf(imported) ?? -1) + 1) ?? false

  it.each(refused)('%s may not import %s', (from, imported) => {
    expect(isRefused(from, imported)).toBe(true)
  })

  it.each(allowed)('%s may import %s', (from, imported) => {
    expect(isRefused(from, imported)).toBe(false)
  })
})

describe('what else the linter refuses', () => {
  it('an import in a circle, and a promise nobody waits for', async () => {
    const garden = await openGarden()
    try {
      await garden.plant(
        'shared/show/a.ts',
        `import { b } from '#shared/show/b.ts'\nexport const a = () => b\n`,
      )
      await garden.plant(
        'shared/show/b.ts',
        `import { a } from '#shared/show/a.ts'\nexport const b = () => a\n`,
      )
      await garden.plant(
        'server/a.ts',
        `const later = async () => 1\nlater()\nsetTimeout(async () => { await later() }, 1)\n`,
      )
      const said = await garden.run('oxlint', ['--format', 'unix'])
      expect(said).toMatch(/shared\/show\/a\.ts:1:.*no-cycle/)
      expect(said).toMatch(/server\/a\.ts:2:.*no-floating-promises/)
      expect(said).toMatch(/server\/a\.ts:3:.*no-misused-promises/)
    } finally {
      await garden.remove()
    }
  }, 60_000)
})

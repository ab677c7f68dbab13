import { readFileSync } from 'node:fs'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { decide } from '#shared/show/decide.ts'
import { evolve } from '#shared/show/evolve.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { MINUTE } from '#shared/time/instant.ts'
import { instantOf } from '#shared/time/zone.ts'
import { lateWords, overWords, planActual } from '#shared/sheets/out/plan-actual.ts'
import { planActualSvg } from '#shared/sheets/out/plan-actual-svg.ts'
import type { Hall } from '../plan/support.ts'
import { fullHall, MAIN, ODD_TITLE, plainItem } from './halls.ts'

const DAY = '2026-06-28'
const at = (time: string) => instantOf(DAY, time, 'Europe/London')

/** The welcome is begun 3 min late and runs 2 min over; the panel is on. */
function running(): { hall: Hall; now: number } {
  const hall = fullHall({ parallel: true })
  const steps: [string, SingleCommand][] = [
    ['09:33', { type: 'start-clock', stage: MAIN }],
    ['09:45', { type: 'next-item', stage: MAIN }],
  ]
  for (const [time, command] of steps) {
    const decision = decide(hall.show, command, {
      at: at(time),
      actor: { id: 'organiser', roles: ['organiser'], person: null },
    })
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
    for (const event of decision.events) evolve(hall.show, event)
  }
  return { hall, now: at('09:50') }
}

describe('plan against actual', () => {
  test('says for each item when it was to be on and when it was', () => {
    const { hall, now } = running()
    const [main, beside] = planActual(hall.show, now)
    const [welcome, panel, block] = main?.lines ?? []
    expect(welcome).toMatchObject({
      planned: { from: at('09:30'), to: at('09:40') },
      actual: { from: at('09:33'), to: at('09:45'), isOn: false },
      late: 3 * MINUTE,
      over: 2 * MINUTE,
    })
    expect(panel).toMatchObject({ actual: { to: now, isOn: true }, over: null })
    expect(
      [welcome, panel, block].map((line) => line && [lateWords(line), overWords(line)]),
    ).toEqual([
      ['3 min late', '2 min over'],
      ['5 min late', 'on now'],
      ['to come', ''],
    ])
    expect(
      main?.lines.map(({ title }) => title),
      'notes take no turn',
    ).not.toContain('Lights up')
    expect(beside).toMatchObject({ stage: 'Annexe "B" & foyer', day: DAY })
  })

  test('what the stage went past is not run', () => {
    const { hall } = running()
    const panel = hall.show.segments['seg-panel' as keyof typeof hall.show.segments]
    if (panel) panel.begunAt = null
    const [main] = planActual(hall.show, at('11:00'))
    const stage = hall.show.stages[MAIN]
    if (stage) stage.finished = true
    expect(main?.lines.length).toBeGreaterThan(3)
    const [after] = planActual(hall.show, at('11:00'))
    expect(after?.lines.slice(1).map(lateWords)).toEqual(Array(4).fill('not run'))
  })
})

describe('the picture', () => {
  const { hall, now } = running()
  const svg = planActualSvg(planActual(hall.show, now), 'Europe/London')

  test('is well-formed, without styles or scripts, and whole whatever is in a title', () => {
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(svg).not.toMatch(/style=|<style|<script|on\w+=/)
    hall.do(plainItem('oddone', ODD_TITLE, { day: DAY }))
    const odd = planActualSvg(planActual(hall.show, now), 'Europe/London')
    expect(XMLValidator.validate(odd)).toBe(true)
    expect(odd).toContain('Tea &amp; &quot;cake&quot; &lt;b&gt;')
  })

  test('draws the planned bar above the actual one, hatches what is over and says it in words', () => {
    const read = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(svg).svg
    expect(read.role).toBe('img')
    expect(read['aria-label']).toMatch(/Main stage, Sunday 28 June: 5 items/)
    const [main] = read.g
    const [welcome] = main.g
    const [planned, was, over] = welcome.rect
    expect([planned.fill, was.fill, over.fill]).toEqual(['#fffefb', '#0c5c45', 'url(#over-0)'])
    expect(Number(planned.y)).toBeLessThan(Number(was.y))
    const minute = Number(planned.width) / 10
    expect(Number(was.x) - Number(planned.x)).toBeCloseTo(3 * minute, 0)
    expect(Number(over.width)).toBeCloseTo(2 * minute, 0)
    expect(Number(over.x)).toBeCloseTo(Number(was.x) + Number(was.width), 0)
    expect(welcome.text.map((one: Record<string, string>) => one['#text'])).toEqual([
      'Welcome',
      '3 min late',
      '2 min over',
    ])
    expect(main.text.map((one: Record<string, string>) => one['#text'])).toContain('09:30')
  })

  test('gives each colour a class, by which a page that is dark makes it its own', () => {
    const css = readFileSync(new URL('../../../client/style/public.css', import.meta.url), 'utf8')
    const painted = [...svg.matchAll(/<[a-z]+ [^>]*(?:fill|stroke)="[^>]*>/g)].map(([tag]) => tag)
    expect(painted.length).toBeGreaterThan(30)
    const classes = new Set(painted.map((tag) => /class="(pa-[a-z]+)"/.exec(tag)?.[1] ?? tag))
    for (const one of classes) expect(css).toContain(`  .${one} {`)
    // Without a style sheet it is black on white.
    for (const tag of painted) expect(tag).toMatch(/(?:fill|stroke)="(?:#[0-9a-f]{6}|url)/)
  })

  test('of nothing says so', () => {
    const empty = planActualSvg([], 'Europe/London')
    expect(XMLValidator.validate(empty)).toBe(true)
    expect(empty).toContain('Nothing is planned yet')
  })
})

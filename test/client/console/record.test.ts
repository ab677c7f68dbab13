import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { RecordLine } from '#shared/views/console.ts'
import { type Console, ConsoleContext } from '../../../client/screens/console/console-context.ts'
import { Record } from '../../../client/screens/console/record/record.tsx'
import {
  overOf,
  overWords,
  recordFigures,
} from '../../../client/screens/console/record/record-lines.ts'
import { pathOf, placeOf, SCREENS } from '../../../client/screens/console/route.ts'

const line = (ran: number, more: Partial<RecordLine> = {}): RecordLine => ({
  stage: 'stg-aaaa' as never,
  segment: 'seg-aaaa' as never,
  innovation: null,
  phase: 'pitch',
  begunAt: 0,
  endedAt: ran,
  planned: 90_000,
  added: 0,
  ran,
  ...more,
})

describe('the record', () => {
  it('counts time added by hand as given', () => {
    expect(overOf(line(100_000))).toBe(10_000)
    expect(overOf(line(100_000, { added: 30_000 }))).toBe(-20_000)
  })

  it('says over and under in words', () => {
    expect(overWords(21_400)).toBe('0:21 over')
    expect(overWords(-65_000)).toBe('1:05 under')
    expect(overWords(400)).toBe('to the second')
  })

  it('leads to the picture of plan against clock, and organisers to the files', () => {
    const parts = { record: [], show: { id: 'leeds-2026', zone: 'Europe/London' } }
    const drawn = (organiser: boolean): string => {
      const value = { parts, organiser } as unknown as Console
      return renderToStaticMarkup(
        createElement(ConsoleContext.Provider, { value }, createElement(Record)),
      )
    }
    for (const organiser of [true, false])
      expect(drawn(organiser)).toContain('href="/s/leeds-2026/clock"')
    expect([drawn(true), drawn(false)].map((html) => html.includes('/exports/clock.csv'))).toEqual([
      true,
      false,
    ])
  })

  it('leaves changeovers out of the figures', () => {
    const lines = [line(100_000), line(80_000), line(500_000, { phase: 'changeover' })]
    expect(recordFigures(lines)).toEqual({ turns: 2, over: 1, average: 0 })
    expect(recordFigures([])).toEqual({ turns: 0, over: 0, average: 0 })
  })
})

describe('the addresses of the console', () => {
  it.each(SCREENS)('%s is found again from its own address', (screen) => {
    expect(placeOf(pathOf('leeds-2026', screen))).toEqual({ event: 'leeds-2026', screen })
  })

  it('takes what it does not know for the run view, and /console for the list', () => {
    expect(placeOf('/console/leeds-2026/elsewhere')).toEqual({ event: 'leeds-2026', screen: 'run' })
    expect(placeOf('/console/leeds-2026/')).toEqual({ event: 'leeds-2026', screen: 'run' })
    expect(placeOf('/console')).toBeNull()
    expect(placeOf('/s/leeds-2026')).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { count } from './counts.ts'

const module = (ok: boolean, ...states: string[]) => ({
  ok: () => ok,
  children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) },
})

it('counts tests by how they ended', () => {
  const modules = [module(true, 'passed', 'skipped'), module(false, 'passed', 'failed', 'failed')]
  expect(count(modules, 0, false)).toEqual({ passed: 2, failed: 2, skipped: 1 })
})

it('counts a file that did not load, a broken hook and a test never finished as failures', () => {
  const modules = [module(false), module(false, 'passed'), module(true, 'pending')]
  expect(count(modules, 0, false)).toEqual({ passed: 1, failed: 3, skipped: 0 })
})

it('counts errors outside tests and a run cut short', () => {
  expect(count([module(true, 'passed')], 2, true)).toEqual({ passed: 1, failed: 3, skipped: 0 })
})

import { describe, expect, it } from 'vitest'
import { actionOf, type Focus, type KeyPress } from '../../../client/screens/console/run/keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...more,
})
const NOWHERE: Focus = { typing: false, pressable: false, list: false, busy: false }

describe('the keys of the run view', () => {
  it.each([
    [' ', 'start-pause'],
    ['n', 'next'],
    ['N', 'next'],
    ['ArrowRight', 'next'],
    ['p', 'previous'],
    ['ArrowLeft', 'previous'],
    ['+', 'add-10'],
    ['=', 'add-10'],
    ['-', 'take-10'],
    [']', 'add-60'],
    ['[', 'take-60'],
    ['b', 'blackout'],
    ['?', 'help'],
  ])('%s is %s', (key, action) => {
    expect(actionOf(press(key), NOWHERE)).toBe(action)
  })

  it.each(['x', 'Enter', 'Escape', 'Tab', 'ArrowUp', 'F5', '1', 'constructor', 'toString'])(
    '%s is nothing',
    (key) => {
      expect(actionOf(press(key), NOWHERE)).toBeNull()
    },
  )

  it('holding a key down counts once', () => {
    expect(actionOf(press('n', { repeat: true }), NOWHERE)).toBeNull()
  })

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('%s makes it the browser’s', (modifier) => {
    expect(actionOf(press('n', { [modifier]: true }), NOWHERE)).toBeNull()
  })

  it('a key that something else has used is used up', () => {
    expect(actionOf(press('n', { defaultPrevented: true }), NOWHERE)).toBeNull()
  })

  it.each([' ', 'n', '+', '?', 'ArrowLeft'])('%s while typing is a letter', (key) => {
    expect(actionOf(press(key), { ...NOWHERE, typing: true })).toBeNull()
  })

  it.each([' ', 'n', 'b'])('%s while a dialog or a menu is open is theirs', (key) => {
    expect(actionOf(press(key), { ...NOWHERE, busy: true })).toBeNull()
  })

  it('the space bar on a button presses that button, other keys go on', () => {
    const button = { ...NOWHERE, pressable: true }
    expect(actionOf(press(' '), button)).toBeNull()
    expect(actionOf(press('n'), button)).toBe('next')
  })

  it('arrows and space in a list belong to the list, other keys go on', () => {
    const list = { ...NOWHERE, list: true }
    expect(actionOf(press('ArrowRight'), list)).toBeNull()
    expect(actionOf(press(' '), list)).toBeNull()
    expect(actionOf(press('n'), list)).toBe('next')
  })
})

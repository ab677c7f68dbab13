export type RunAction =
  | 'start-pause'
  | 'next'
  | 'previous'
  | 'add-10'
  | 'take-10'
  | 'add-60'
  | 'take-60'
  | 'blackout'
  | 'help'

const ACTIONS: ReadonlyMap<string, RunAction> = new Map([
  [' ', 'start-pause'],
  ['n', 'next'],
  ['ArrowRight', 'next'],
  ['p', 'previous'],
  ['ArrowLeft', 'previous'],
  ['+', 'add-10'],
  ['=', 'add-10'],
  ['-', 'take-10'],
  ['\u2212', 'take-10'],
  [']', 'add-60'],
  ['[', 'take-60'],
  ['b', 'blackout'],
  ['?', 'help'],
])

export interface KeyPress {
  key: string
  repeat: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  defaultPrevented: boolean
}

/** Where the focus is when a key is pressed. */
export interface Focus {
  /** a field takes letters */
  typing: boolean
  /** a button, link or the like that does something at Space and Enter itself */
  pressable: boolean
  /** a list whose rows are walked with arrows and used with Space */
  list: boolean
  /** a dialog or menu, which has all keys to itself */
  busy: boolean
}

/** What a key means for the show; null: nothing. Holding a key down is one press. */
export function actionOf(press: KeyPress, focus: Focus): RunAction | null {
  if (press.defaultPrevented || press.repeat || press.ctrlKey || press.metaKey || press.altKey)
    return null
  if (focus.typing || focus.busy) return null
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  if (key === ' ' && focus.pressable) return null
  if (focus.list && (key === ' ' || key.startsWith('Arrow'))) return null
  return ACTIONS.get(key) ?? null
}

const TYPING = 'input, textarea, select, [contenteditable], [role=textbox], [role=searchbox]'
const PRESSABLE = 'button, a[href], summary, [role=button], [role=link], [role=menuitem]'
const LIST = '[role=grid], [role=listbox], [role=radiogroup], [role=tablist]'
const BUSY = 'dialog, [role=dialog], [role=alertdialog], [role=menu]'

export const focusOf = (target: Element): Focus => ({
  typing: target.closest(TYPING) !== null,
  pressable: target.closest(PRESSABLE) !== null,
  list: target.closest(LIST) !== null,
  busy: target.closest(BUSY) !== null || document.querySelector('.veil') !== null,
})

import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface MoreItem {
  words: string
  run: () => void
  danger?: boolean
}

/** The rarer actions of a row behind three dots. */
export function MoreMenu({
  label,
  items,
  off = false,
}: {
  label: string
  items: readonly MoreItem[]
  off?: boolean
}) {
  return (
    <MenuTrigger>
      <Button className="dots" aria-label={label} isDisabled={off}>
        <svg viewBox="0 0 16 4" width="16" height="4" aria-hidden="true">
          <path
            d="M2 2h0M8 2h0M14 2h0"
            stroke="currentColor"
            strokeWidth="3.4"
            strokeLinecap="round"
          />
        </svg>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={label}
          onAction={(key) => items.find((item) => item.words === key)?.run()}
        >
          {items.map((item) => (
            <MenuItem
              key={item.words}
              id={item.words}
              className={`menu__item ${item.danger ? 'menu__item--danger' : ''}`}
            >
              {item.words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

import { Button } from 'react-aria-components'

/** What a row of a list is dragged by, also with the keyboard. */
export const Grip = ({ label }: { label: string }) => (
  <Button slot="drag" className="grip" aria-label={label}>
    <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
      <path
        d="M1.5 2h1M5.5 2h1M1.5 7h1M5.5 7h1M1.5 12h1M5.5 12h1"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  </Button>
)

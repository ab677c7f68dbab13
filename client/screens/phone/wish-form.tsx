import type { ReactNode } from 'react'
import type { InnovationId } from '#shared/show/words.ts'
import { CommandForm } from './command-form.tsx'
import { WISHES } from './echo.ts'
import { usePhone } from './phone-context.ts'

/** The list that holds: the one on its way, else what the server has said; and whether it is saved. */
export function useWishes(): {
  wishes: readonly InnovationId[]
  state: 'saved' | 'saving' | 'waits'
} {
  const { mine, pending, status } = usePhone()
  const command = pending.get(WISHES)?.command
  if (command?.type !== 'set-wishes') return { wishes: mine?.wishes ?? [], state: 'saved' }
  const state = status?.state === 'offline' ? 'waits' : 'saving'
  return { wishes: command.innovations, state }
}

/** The whole list, as the button that saves it holds it. */
export const listValue = (wishes: readonly InnovationId[]): string => wishes.join(',')

/** A form whose every button holds the whole list that it makes. */
export function WishForm({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <CommandForm
      about={WISHES}
      fields={{ type: 'set-wishes' }}
      command={(pressed) => ({
        type: 'set-wishes',
        innovations: pressed.split(',').filter((id) => id !== '') as InnovationId[],
      })}
      {...(className === undefined ? {} : { className })}
    >
      {children}
    </CommandForm>
  )
}

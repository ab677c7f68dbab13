import { useState } from 'react'
import type { PersonId } from '#shared/show/words.ts'
import { WALK_IN } from '#shared/words/console-walk-in.ts'
import { Sheet } from '../../common/dialog.tsx'
import { newId } from '../../common/new-id.ts'
import { WalkInForm } from './form.tsx'
import { WalkInSeats } from './seats.tsx'

export interface WalkInPerson {
  id: PersonId
  name: string
  organisation: string
}

/** Somebody who is not on the list, from name and organisation to their tables and their code. */
export function WalkIn({ name, close }: { name: string; close: () => void }) {
  const [first, setFirst] = useState(name)
  const [id, setId] = useState<PersonId>(() => newId('per'))
  const [person, setPerson] = useState<WalkInPerson | null>(null)
  const again = (): void => {
    setFirst('')
    setId(newId('per'))
    setPerson(null)
  }
  return (
    <Sheet
      title={person ? WALK_IN.hereTitle(person.name) : WALK_IN.title}
      close={close}
      wide={person !== null}
    >
      {person ? (
        <WalkInSeats person={person} again={again} close={close} />
      ) : (
        <WalkInForm key={id} id={id} name={first} done={setPerson} close={close} />
      )}
    </Sheet>
  )
}

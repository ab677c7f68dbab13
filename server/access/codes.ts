import { timingSafeEqual } from 'node:crypto'
import { MINUTE } from '#shared/time/instant.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { People } from '#shared/views/common.ts'
import { CODE_ALPHABET } from './passes.ts'
import { isSurnameOf, surnameKey } from './surname.ts'
import { createTries } from './tries.ts'
import type { ByCode, Passes } from './types.ts'

/** Finds people by the code on their badge and their surname: never by a code alone, which could be guessed. */
export function createCodes(passes: Passes, now: () => number) {
  const tries = createTries({ now, limit: 10, span: 10 * MINUTE })
  return (
    show: ReadShow,
    people: People,
    code: string,
    surname: string,
    session: string,
  ): ByCode => {
    const names = [
      `${show.id} surname ${surnameKey(surname)}`,
      ...(session === '' ? [] : [`session ${session}`]),
    ]
    const retryAfter = tries.wait(names)
    if (retryAfter > 0) return { ok: false, code: 'too-many', retryAfter }
    const typed = Buffer.from(asTyped(code))
    let person: keyof ReadShow['people'] | null = null
    for (const { id, generation } of Object.values(show.people)) {
      const name = people.get(id)?.name
      if (name === undefined || !isSurnameOf(surname, name)) continue
      const own = Buffer.from(passes.code(show.id, id, generation))
      if (own.length === typed.length && timingSafeEqual(own, typed)) person = id
    }
    if (person) return { ok: true, person }
    tries.failed(names)
    return { ok: false, code: 'wrong-code' }
  }
}

/** As people type it: small letters, spaces, a hyphen in the middle. */
export const asTyped = (code: string): string =>
  Array.from(code.toUpperCase())
    .filter((letter) => CODE_ALPHABET.includes(letter))
    .join('')

import type { ReadShow } from '#shared/show/state.ts'
import type { PersonId } from '#shared/show/words.ts'
import type { People } from '#shared/views/common.ts'
import { emailWords, TALK_FILES as words } from '#shared/words/talk.ts'
import { byText, moment, type Sheet } from './sheet.ts'

/** Who let which host e-mail them: the answer that stands, since when, and the words that were read. */
export function consentsSheet(show: ReadShow, people: People): Sheet {
  const name = (id: PersonId): string => people.get(id)?.name ?? ''
  const rows = (Object.keys(show.mayEmail) as PersonId[]).flatMap((guest) =>
    (Object.keys(show.mayEmail[guest] ?? {}) as PersonId[]).flatMap((host) => {
      const consent = show.mayEmail[guest]?.[host]
      if (!consent) return []
      const { allowed, at, words: read } = consent
      const answer = allowed ? words.yes : words.takenBack
      const text = emailWords(read.version, name(host))
      return [[name(guest), name(host), answer, moment(at, show.zone), text]]
    }),
  )
  return {
    header: [...words.consents],
    rows: rows.sort(([a = '', b = ''], [c = '', d = '']) => byText(a, c) || byText(b, d)),
  }
}

import { HOUR, MINUTE, SECOND, type Ms } from '#shared/time/instant.ts'
import { oneLine } from '#shared/sheets/text.ts'

/** `2 min 30 s`, `1 h 5 min`: a planned length to the second. */
export function lasting(ms: Ms): string {
  const hours = Math.floor(ms / HOUR)
  const minutes = Math.floor((ms % HOUR) / MINUTE)
  const seconds = Math.round((ms % MINUTE) / SECOND)
  const parts = [
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
    seconds > 0 ? `${seconds} s` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? '0 min' : parts.join(' ')
}

/** `Job title is now Housing lead (was Housing officer).`; null when nothing changes. */
export function nowWords(what: string, now: string, was: string): string | null {
  if (oneLine(now) === oneLine(was)) return null
  if (now === '') return `${what} is taken away (was ${was}).`
  return was === '' ? `${what} is now ${now}.` : `${what} is now ${now} (was ${was}).`
}

/** What a file says, unless it only has other spaces than what is held: then what is held. */
export const spacedAs = (said: string, held: string | undefined): string =>
  held !== undefined && oneLine(said) === oneLine(held) ? held : said

export const present = (sentences: readonly (string | null)[]): string[] =>
  sentences.filter((sentence) => sentence !== null)

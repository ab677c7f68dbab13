import type { LeftOutReason, PersonRole } from './types.ts'

/** The state of a booking as ticket shops write it. `in`: they come. */
export function bookingState(written: string): 'in' | 'unknown' | LeftOutReason {
  const text = written.toLowerCase().replace(/[-_]+/g, ' ').trim()
  if (text === '' || /partial/.test(text)) return 'in'
  if (/refund|charge ?back/.test(text)) return 'refunded'
  if (/cancel|void|delet|withdraw|remov/.test(text)) return 'cancelled'
  if (/transferred/.test(text)) return 'transferred'
  if (/\bwait/.test(text)) return 'waitlisted'
  if (
    /^(?:no|false|0|n|nage)$|\b(?:not|no longer|can ?not|can't|won't) (?:be )?(?:attend|com|go)|declin|reject|disapprov|not approved|regret/.test(
      text,
    )
  )
    return 'not-attending'
  if (
    /pending|invited|await|unpaid|not paid|not confirmed|unconfirmed|expired|incomplete|in progress|draft|reserved|maybe|tentative/.test(
      text,
    )
  )
    return 'not-confirmed'
  return /^(?:yes|y|true|1|ok|ie|attend(?:ing)?|checked ?in|active|approved|accepted|confirmed|complete[d]?|paid|free|going|coming|registered|booked|valid|issued|placed|assigned|used|new)\b/.test(
    text,
  )
    ? 'in'
    : 'unknown'
}

/** A cell under Cancelled, Void or Refunded at: anything but a no means that it happened. */
export const isVoid = (written: string): boolean =>
  !/^(?:|no|n|false|0|0\.00|none|never|-+|active|valid|not void(?:ed)?)$/i.test(written.trim())

export const LEFT_OUT_WORDS: Record<LeftOutReason, string> = {
  refunded: 'refunded',
  cancelled: 'cancelled',
  'not-attending': 'not attending',
  waitlisted: 'on the waiting list',
  'not-confirmed': 'not confirmed',
  transferred: 'passed on to somebody else',
  'nobody-named': 'without a name',
  'same-person': 'in the file already',
}

const ROLES: readonly [PersonRole, RegExp][] = [
  ['stage-manager', /stage ?manag/],
  [
    'presenter',
    /presenter|speaker|pitcher|\bpitching\b|table host|\bhost\b|exhibitor|panell?ist|siaradwr/,
  ],
  ['helper', /helper|volunteer|steward|\bcrew\b|\bstaff\b|\bdesk\b|cynorthwy/],
  [
    'delegate',
    /delegate|attendee|guest|visitor|participant|general admission|audience|cynrychiolydd/,
  ],
]

/** Roles that a text names, `presenter; helper`; none when it names none we know. */
export function rolesIn(written: string): PersonRole[] {
  const text = written.toLowerCase().replace(/[-_]+/g, ' ')
  return ROLES.filter(([, words]) => words.test(text)).map(([role]) => role)
}

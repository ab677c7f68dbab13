import type { PlainKind } from '#shared/show/state.ts'

export interface KindSigns {
  /** what the file calls this kind of item: `Talk`, `lightning_talk`, `Panel discussion` */
  type: string
  title: string
  /** the file says that it is for everybody and of no speaker: registration, lunch, opening */
  isService: boolean
  hasSpeakers: boolean
}

const PANEL = /\bpanel|\bpodium|\bround ?table|\bfishbowl|\bdebate/i
const CEREMONY = /\bceremon|\bopening|\bclosing|\bawards?\b|\bwelcome|\beröffnung|\bzeremonie/i
const BREAK =
  /\bbreaks?\b|\blunch|\bcoffee|\btea\b|\bdinner|\bbreakfast|\bbrunch|\brefreshments|\bregistration|\barrivals?\b|\bcheck.?in\b|\bdoors open|\bnetworking|\bpause|\bmittag|\bkaffee|\bapéro/i
const KEYNOTE = /\bkeynote/i

/**
 * What an item is among ours. The file's own type counts first. A title counts only where nobody
 * speaks: a talk may well be called “The coffee break”. `said`: the file's own words tell it from a talk.
 */
export function kindOf({ type, title, isService, hasSpeakers }: KindSigns): {
  kind: PlainKind
  said: boolean
} {
  const words = type.replace(/[_-]/g, ' ')
  // Ours: for the crew alone, so it must not come out as something for the public.
  if (/^note$/i.test(words)) return { kind: 'note', said: true }
  if (PANEL.test(words)) return { kind: 'panel', said: true }
  if (/^break$/i.test(words) || (BREAK.test(words) && !hasSpeakers))
    return { kind: 'break', said: true }
  if (CEREMONY.test(words)) return { kind: 'ceremony', said: true }
  if (isService) {
    if (KEYNOTE.test(words)) return { kind: 'ceremony', said: true }
    if (!BREAK.test(title) && CEREMONY.test(title)) return { kind: 'ceremony', said: false }
    return { kind: 'break', said: true }
  }
  return { kind: !hasSpeakers && isBreak(title) ? 'break' : 'talk', said: false }
}

const FILLERS = new Set(
  'a an the and or with for at in of first second morning afternoon evening short long big free light'.split(
    ' ',
  ),
)

/** `Coffee break`, `Lunch & networking`; not `How to break a lock`. */
function isBreak(title: string): boolean {
  if (title.length > 60 || !BREAK.test(title)) return false
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return words.every((word) => word === '' || FILLERS.has(word) || BREAK.test(word))
}

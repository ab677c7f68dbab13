const DONE: Record<string, string> = {
  added: 'added',
  changed: 'changed',
  renamed: 'renamed',
  timed: 'given another start',
  lengthened: 'given another length',
  moved: 'moved',
  removed: 'removed',
  swapped: 'changed over',
  imported: 'imported',
}

/** What people call it, where that is not what the code does. */
const THINGS: Record<string, string> = { window: 'choosing' }

/** `item “Lunch” moved`, `tables 4 and 9 changed over`, `people.csv imported` */
export function subjectWords({
  done,
  thing,
  name,
}: {
  done: string
  thing: string
  name: string
}): string {
  if (done === 'several') return `${name} changes together`
  if (thing === 'event') return 'the event’s own details changed'
  if (thing === 'map')
    return name === ''
      ? `the map of the hall ${DONE[done] ?? done}`
      : `table ${name} ${DONE[done] ?? done} on the map`
  const what =
    thing === 'file' || name === ''
      ? name || `a ${thing}`
      : thing === 'table'
        ? done === 'swapped'
          ? `tables ${name.replace(', ', ' and ')}`
          : `table ${name}`
        : thing === 'person'
          ? name
          : `${THINGS[thing] ?? thing} “${name}”`
  return `${what} ${DONE[done] ?? done}`
}

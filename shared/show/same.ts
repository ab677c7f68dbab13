/** Are two plain values equal, whatever order their fields were written in? */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** JSON with sorted keys: clients write fields in any order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

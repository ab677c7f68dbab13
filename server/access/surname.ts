/** Letters and digits only, without accents or case: `Ŵyn-Jones` and `wyn jones` are one. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * May this be typed as the surname of `name`? The name's last word, or as many of its last words as
 * were typed; nobody is kept out by an accent, a hyphen or a capital.
 */
export function isSurnameOf(typed: string, name: string): boolean {
  const own = plain(name)
  const given = plain(typed)
  if (given === '') return false
  return own === given || own.endsWith(` ${given}`) || joined(own, given)
}

/** `OBrien` for `O'Brien`, `WynJones` for `Wyn Jones`. */
function joined(own: string, given: string): boolean {
  const words = own.split(' ')
  const close = given.replaceAll(' ', '')
  return words.some((_, at) => words.slice(at).join('') === close)
}

/** What tries are counted by. */
export const surnameKey = (typed: string): string => plain(typed).replaceAll(' ', '')

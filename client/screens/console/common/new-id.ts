import { idFrom, type IdPrefix } from '#shared/show/words.ts'

/** A random id; works on plain http too, where `crypto.randomUUID` is missing. */
export const newId = <Id extends string>(prefix: IdPrefix): Id =>
  idFrom<Id>(prefix, crypto.getRandomValues(new Uint8Array(12)))

/** Faults of a file that do no harm: each is named once, with how often and where it is first. */
export class Oddities {
  readonly #seen = new Map<string, { count: number; first: string }>()

  /** `what` as the rest of a sentence on one item: `has an id that is no whole number`. */
  add(what: string, where: string): void {
    const held = this.#seen.get(what)
    if (held) held.count += 1
    else this.#seen.set(what, { count: 1, first: where })
  }

  sentences = (): string[] =>
    [...this.#seen].map(([what, { count, first }]) =>
      count === 1
        ? `An item ${what} (${first}). We read it all the same.`
        : `${count} items ${several(what)} (the first: ${first}). We read them all the same.`,
    )
}

const several = (what: string): string => what.replace(/^has\b/, 'have').replace(/^names\b/, 'name')

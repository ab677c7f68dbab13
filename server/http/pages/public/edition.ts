import {
  itemsOf,
  type PublicInnovation,
  type PublicItem,
  type PublicView,
  publicView,
} from '#shared/views/public.ts'
import type { ShowRunner } from '../../../runner/types.ts'
import type { Answer } from './answer.ts'

/** What the public can read of a show at present, and the answers made from it so far. */
export interface Edition {
  view: PublicView
  items: ReadonlyMap<string, PublicItem>
  innovations: ReadonlyMap<string, PublicInnovation>
  /** Makes the answer for an address once, as long as this edition stands. */
  answer(address: string, make: () => Answer): Answer
}

/** Whoever asks by ever new host names must not fill the memory. */
const MOST_ANSWERS = 500

interface Held {
  version: number
  json: string
  edition: Edition
}
const held = new WeakMap<ShowRunner, Held>()

/**
 * The edition of this very version. When a version changes nothing that the public can read (somebody
 * chose a table), the edition and its answers stay.
 */
export function editionOf(runner: ShowRunner): Edition {
  const show = runner.show()
  const present = held.get(runner)
  if (present?.version === show.version) return present.edition
  const view = publicView(show, runner.people())
  const json = JSON.stringify(view)
  const edition = present?.json === json ? present.edition : editionFrom(view)
  held.set(runner, { version: show.version, json, edition })
  return edition
}

function editionFrom(view: PublicView): Edition {
  const answers = new Map<string, Answer>()
  return {
    view,
    items: new Map(itemsOf(view).map((item) => [item.id, item])),
    innovations: new Map(view.innovations.map((innovation) => [innovation.id, innovation])),
    answer(address, make) {
      const present = answers.get(address)
      if (present) return present
      if (answers.size >= MOST_ANSWERS) answers.clear()
      const made = make()
      answers.set(address, made)
      return made
    },
  }
}

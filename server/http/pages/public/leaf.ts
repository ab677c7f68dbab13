import type { Html } from '../../html.ts'
import { type ShowVisit, type Site, textOf } from '../../site.ts'
import { sendAnswer } from './answer.ts'
import { type Edition, editionOf } from './edition.ts'
import { descriptionOf, originOf, publicPage } from './frame.ts'
import { notHere } from './gone.ts'

type Kind = Parameters<typeof notHere>[3]

/** What a page of its own says of one thing of the event. */
interface Leaf<One> {
  kind: Kind
  /** parameter of the address that holds its id */
  param: string
  of: (edition: Edition) => ReadonlyMap<string, One>
  path: (show: string, id: string) => string
  main: (edition: Edition, one: One) => Html
  data: (edition: Edition, one: One, origin: string) => Parameters<typeof publicPage>[2]['data']
}

/** Answers with the page of one innovation or item, or says that it is gone or never was. */
export const leafPage =
  <One extends { id: string; title: string; summary: string }>(leaf: Leaf<One>) =>
  async (site: Site, visit: ShowVisit) => {
    const edition = editionOf(visit.runner)
    const { view } = edition
    const id = textOf(visit.request.params, leaf.param)
    const held = leaf.of(edition).get(id)
    if (!held) return notHere(site, visit, edition, leaf.kind, id)
    const origin = originOf(site, visit)
    const path = leaf.path(view.id, held.id)
    const answer = edition.answer(origin + path, () =>
      publicPage(site, origin, {
        view,
        path,
        title: held.title,
        description: descriptionOf(view, held.summary),
        main: leaf.main(edition, held),
        data: leaf.data(edition, held, origin),
      }),
    )
    return sendAnswer(visit, answer)
  }

import { notFound } from '../errors.ts'
import { ofShow, type Route, textOf } from '../site.ts'

/** What is at such an address never changes. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** A picture that the organiser has sent: what the map is drawn on, or what breaks show. */
export const picture: Route = {
  id: 'picture',
  method: 'GET',
  url: '/s/:event/picture/:picture',
  who: 'anyone',
  answers: 'page',
  handle: ofShow(async (site, visit) => {
    const show = visit.runner.show()
    const hash = textOf(visit.request.params, 'picture')
    const kept = Object.hasOwn(show.pictures, hash)
      ? await site.store?.picture(show.id, hash)
      : null
    if (!kept) return notFound(site, visit)
    return visit.reply
      .headers({ 'cache-control': FOR_EVER, 'content-security-policy': "default-src 'none'" })
      .type(kept.format)
      .send(Buffer.from(kept.bytes))
  }),
}

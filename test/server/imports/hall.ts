import type { AddressInfo } from 'node:net'
import type { ImportReport } from '#shared/wire/imports.ts'
import { opened, SHOW } from '../http/site.ts'

export type Files = Record<string, string | Uint8Array>

/** A server that listens, its organiser's browser, and the address of its event's files. */
export async function listening() {
  const site = await opened()
  await site.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = site.app.server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const { cookies } = await site.organiser()
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const ask = (
    path: string,
    options: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    fetch(`${origin}/api/shows/${SHOW}${path}`, {
      ...options,
      headers: { origin, cookie, ...options.headers },
    })
  const post = (form: FormData): Promise<Response> =>
    ask('/imports', { method: 'POST', body: form })
  const report = async (form: FormData): Promise<ImportReport> => {
    const answer = await post(form)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return (await answer.json()) as ImportReport
  }
  return {
    ...site,
    origin,
    ask,
    dry: (files: Files) => report(formOf(files)),
    apply: (files: Files) => report(formOf(files, { apply: 'yes' })),
    example: (apply = false) =>
      report(formOf({}, { example: 'yes', ...(apply ? { apply: 'yes' } : {}) })),
    csv: async (name: string) => {
      const answer = await ask(`/exports/${name}.csv`)
      return { answer, text: await answer.text() }
    },
  }
}
export type Listening = Awaited<ReturnType<typeof listening>>

/** Each file in a field of its own name, `people.csv` in `people`. */
export function formOf(files: Files, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  // The last field counts as much as the first: browsers send them as they stand on the page.
  for (const [name, content] of Object.entries(files))
    form.append(name.replace(/\.(?:csv|xlsx)$/, ''), new Blob([content as BlobPart]), name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

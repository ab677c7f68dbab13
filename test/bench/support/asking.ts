import { type Agent, get } from 'node:http'
import { sharedNow } from './children.ts'

/** Asks over and over, so many at a time, for `span` ms. */
export async function together<Found>(
  ask: () => Promise<Found>,
  { atOnce, span }: { atOnce: number; span: number },
): Promise<Found[]> {
  const found: Found[] = []
  const until = sharedNow() + span
  const one = async (): Promise<void> => {
    while (sharedNow() < until) found.push(await ask())
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return found
}

export interface Fetched {
  status: number
  encoding: string
  etag: string
  /** of the body, as it came */
  bytes: number
  body: Buffer
}

/** An answer as a phone asks for it: compressed. */
export const fetched = (
  url: string,
  agent: Agent,
  headers: Record<string, string> = {},
): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({
          status: answer.statusCode ?? 0,
          encoding: answer.headers['content-encoding'] ?? '',
          etag: answer.headers.etag ?? '',
          bytes: body.length,
          body,
        })
      })
    }).on('error', reject)
  })

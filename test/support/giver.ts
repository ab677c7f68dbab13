import { expect } from 'vitest'
import type { Command } from '#shared/show/commands.ts'
import { SHOW } from './seeded.ts'

/** Sends the organiser's commands over HTTP, one after the other; one that is refused fails the test. */
export function giver(device: string, to: () => { url: string; cookie: string }) {
  let counter = 0
  return async (command: Command): Promise<void> => {
    counter += 1
    const { url, cookie } = to()
    const message = { id: `${device}-${counter}`, device, counter, command }
    const answer = await fetch(`${url}/s/${SHOW}/commands`, {
      method: 'POST',
      headers: {
        cookie,
        origin: url,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify(message),
    })
    expect(await answer.text()).toContain('"ok":true')
  }
}

import type { ShowRunner } from '../../runner/types.ts'
import type { Store, StoredEvent } from '../../store/port.ts'

/** The journal up to the version that is shown now. */
export async function* journal(
  runner: ShowRunner,
  store: Pick<Store, 'read'>,
): AsyncGenerator<StoredEvent> {
  const { version } = runner.show()
  for (let after = 0; after < version;) {
    const page = await store.read(runner.id, after, version - after)
    if (page.length === 0) throw new Error(`the journal of ${runner.id} ends at ${after}`)
    yield* page
    after += page.length
  }
}

import type { StoredWrite, TextRow } from '#shared/show/decision.ts'
import type { TextId } from '#shared/show/words.ts'

/** Does to `texts` what the store does with these writes: whoever is erased takes their texts along. */
export function takeTexts(texts: Map<TextId, TextRow>, writes: readonly StoredWrite[]): void {
  for (const write of writes) {
    if ('putText' in write) texts.set(write.putText.id, write.putText)
    else if ('eraseText' in write) texts.delete(write.eraseText)
    else if ('erase' in write)
      for (const { id, by, about } of texts.values())
        if (by === write.erase || about === write.erase) texts.delete(id)
  }
}

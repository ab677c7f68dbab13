import { useId, useState } from 'react'
import { HALL_MAP } from '#shared/words/console-map.ts'
import { ask } from '../../common/ask.ts'
import { useConsole } from '../../console-context.ts'
import { shrink } from './shrink.ts'

/** Chooses a picture of the hall, makes it light, and has the map drawn on it. */
export function PictureButton({ label }: { label: string }) {
  const { parts, say } = useConsole()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const load = async (file: File): Promise<void> => {
    setBusy(true)
    const light = await shrink(file)
    const answer = light
      ? await ask(`/api/shows/${parts.show.id}/plan`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: light,
        })
      : null
    setBusy(false)
    if (answer?.ok) say({ kind: 'done', text: HALL_MAP.drawn })
    else say({ kind: 'refused', text: answer ? answer.message : HALL_MAP.pictureOdd })
  }
  return (
    <div className="field mapfile">
      <label htmlFor={id}>{busy ? HALL_MAP.loading : label}</label>
      <span className="field__hint" id={`${id}-hint`}>
        {HALL_MAP.pictureHint}
      </span>
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={`${id}-hint`}
        aria-busy={busy}
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file can be chosen again.
          event.target.value = ''
          if (file) void load(file)
        }}
      />
    </div>
  )
}

import { useId, useState } from 'react'
import { PICTURE } from '#shared/words/console-pictures.ts'
import { useConsole } from '../console-context.ts'
import { ask } from './ask.ts'
import { shrink } from './shrink.ts'

/** Chooses a picture, makes it light, and sends it to what uses it: the map, or the breaks. */
export function PictureButton({
  label,
  to,
  done,
  off = false,
}: {
  label: string
  to: 'plan' | 'break-pictures'
  done: string
  off?: boolean
}) {
  const { parts, say } = useConsole()
  const [busy, setBusy] = useState(false)
  const id = useId()
  const load = async (file: File): Promise<void> => {
    setBusy(true)
    const light = await shrink(file)
    const answer = light
      ? await ask(`/api/shows/${parts.show.id}/${to}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: light,
        })
      : null
    setBusy(false)
    if (answer?.ok) say({ kind: 'done', text: done })
    else say({ kind: 'refused', text: answer ? answer.message : PICTURE.odd })
  }
  return (
    <div className="field mapfile">
      <label htmlFor={id}>{busy ? PICTURE.loading : label}</label>
      <span className="field__hint" id={`${id}-hint`}>
        {PICTURE.hint}
      </span>
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-describedby={`${id}-hint`}
        aria-busy={busy}
        disabled={busy || off}
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

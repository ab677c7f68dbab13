import { useState } from 'react'
import type { InnovationId } from '#shared/show/words.ts'
import { INNOVATIONS } from '#shared/words/console-edit.ts'
import { PROGRAMME } from '#shared/words/console-programme.ts'
import { MoreMenu } from '../more-menu.tsx'
import { useConsole } from '../console-context.ts'
import { UndoBar } from '../programme/undo-bar.tsx'
import { ScreenLink } from '../shell/head.tsx'
import { EditInnovation } from './edit-innovation.tsx'
import { placeOf } from './innovation-draft.ts'

/** What is pitched and talked about, A to Z, with who, when and where; every line open to change. */
export function Innovations() {
  const { parts, may, organiser } = useConsole()
  const [open, setOpen] = useState<InnovationId | 'new' | null>(null)
  const [text, setText] = useState('')
  const canEdit = may('save-innovation')
  const all = Object.keys(parts.innovations) as InnovationId[]
  const shown = found(parts.innovations, text)
  const { head } = INNOVATIONS
  const add = canEdit && (
    <button type="button" className="button" onClick={() => setOpen('new')}>
      {INNOVATIONS.add}
    </button>
  )
  return (
    <div className="sheet">
      {all.length === 0 ? (
        <div className="empty">
          <h1>{INNOVATIONS.empty}</h1>
          <p>{INNOVATIONS.emptyBody}</p>
          <p className="row">
            {organiser && (
              <ScreenLink to="files" className="button button--primary">
                {PROGRAMME.loadFiles}
              </ScreenLink>
            )}
            {add}
          </p>
        </div>
      ) : (
        <>
          <div className="people__tools">
            <div>
              <h1>{INNOVATIONS.title}</h1>
              {!canEdit && <p className="muted">{INNOVATIONS.onlyOrganisers}</p>}
            </div>
            {canEdit && <UndoBar />}
            {add}
          </div>
          <input
            type="search"
            className="input innovations__find"
            aria-label={INNOVATIONS.find}
            placeholder={INNOVATIONS.find}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {shown.length === 0 && <p className="muted">{INNOVATIONS.none(text)}</p>}
          {shown.length > 0 && (
            <table className="table table--stack innovations">
              <caption className="vh">{INNOVATIONS.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{head.title}</th>
                  <th scope="col">{head.presenters}</th>
                  <th scope="col">{head.pitch}</th>
                  <th scope="col">{head.table}</th>
                  <th scope="col">
                    <span className="vh">{head.act}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((id) => (
                  <Line key={id} id={id} edit={() => setOpen(id)} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      {open !== null && (
        <EditInnovation id={open === 'new' ? null : open} close={() => setOpen(null)} />
      )}
    </div>
  )
}

type Held = ReturnType<typeof useConsole>['parts']['innovations']

function found(innovations: Held, text: string): InnovationId[] {
  const words = text.toLowerCase().trim().split(/\s+/)
  return (Object.entries(innovations) as [InnovationId, Held[InnovationId]][])
    .filter(([, { title, organisation, presenters }]) => {
      const all = [title, organisation, ...presenters].join(' ').toLowerCase()
      return words.every((word) => all.includes(word))
    })
    .toSorted(([, a], [, b]) => a.title.localeCompare(b.title, 'en-GB'))
    .map(([id]) => id)
}

function Line({ id, edit }: { id: InnovationId; edit: () => void }) {
  const { parts, may, send, ask, online } = useConsole()
  const innovation = parts.innovations[id]
  if (!innovation) return null
  const { title, organisation, presenters } = innovation
  const { pitch, table } = placeOf(parts, id)
  const block = pitch && parts.programme.segments[pitch.block]
  const remove = async (): Promise<void> => {
    const question = INNOVATIONS.removeAsk(title, pitch !== null, table?.number ?? null)
    if (!(await ask({ ...question, danger: true }))) return
    await send(
      { type: 'remove-innovation', innovation: id },
      { key: `innovation:${id}`, useful: 15_000, done: INNOVATIONS.removed(title), undo: 'edit' },
    )
  }
  return (
    <tr>
      <th scope="row">
        {title} <span className="about">{organisation}</span>
      </th>
      <td data-label={INNOVATIONS.head.presenters}>
        {presenters.length === 0 ? (
          <span className="muted">{INNOVATIONS.nobody}</span>
        ) : (
          presenters.join(', ')
        )}
      </td>
      <td data-label={INNOVATIONS.head.pitch}>
        {block ? block.title : <span className="muted">{INNOVATIONS.noPitch}</span>}
      </td>
      <td data-label={INNOVATIONS.head.table} className="num-left">
        {table ? table.number : <span className="muted">{INNOVATIONS.noTable}</span>}
      </td>
      <td className="actions-cell">
        {may('save-innovation') && (
          <button
            type="button"
            className="button button--quiet button--small"
            aria-label={INNOVATIONS.changeOf(title)}
            onClick={edit}
          >
            {INNOVATIONS.change}
          </button>
        )}{' '}
        {may('remove-innovation') && (
          <MoreMenu
            label={PROGRAMME.moreOf(title)}
            off={!online}
            items={[{ words: INNOVATIONS.remove, run: () => void remove(), danger: true }]}
          />
        )}
      </td>
    </tr>
  )
}

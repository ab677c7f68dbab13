import { type FormEvent, useRef, useState } from 'react'
import type { InnovationId, TableId } from '#shared/show/words.ts'
import type { TableLine } from '#shared/views/common.ts'
import { TABLES } from '#shared/words/console-data-tables.ts'
import { CONSOLE } from '#shared/words/console.ts'
import { DATA } from '#shared/words/console-data.ts'
import { useConsole } from '../console-context.ts'
import { Sheet } from '../common/dialog.tsx'
import { Field, showErrors } from '../common/field.tsx'
import { newId } from '../common/new-id.ts'
import { guestsByTable, roundsInOrder } from '../common/places.ts'
import { Hosts } from './hosts.tsx'
import { MustMeets } from './must-meets.tsx'
import {
  checkDraft,
  type DraftErrors,
  draftOf,
  likelyHosts,
  type TableDraft,
} from './table-draft.ts'

const FIELDS = ['number', 'zone', 'place', 'capacity', 'innovation', 'hosts'] as const

/** A new table, or another number, zone, place, innovation, presenters or seats for one. */
export function EditTable({ table, close }: { table: TableLine | null; close: () => void }) {
  const { parts, link, say, send, may } = useConsole()
  const [id] = useState<TableId>(() => table?.id ?? newId('tab'))
  const [draft, setDraft] = useState<TableDraft>(() => draftOf(table, parts))
  const [errors, setErrors] = useState<DraftErrors>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const change = (more: Partial<TableDraft>): void => setDraft({ ...draft, ...more })
  const refuse = (wrong: DraftErrors): void => {
    showErrors(form.current, () => setErrors(wrong))
  }

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (saving) return
    const wrong = checkDraft(draft)
    setFailure(null)
    if (Object.keys(wrong).length > 0) return refuse(wrong)
    setErrors({})
    setSaving(true)
    const { zone, place, innovation, hosts } = draft
    const number = Number(draft.number)
    const capacity = Number(draft.capacity)
    const saved = { id, number, zone: zone.trim(), place: place.trim(), capacity, innovation }
    const answer = await link.send(
      { type: 'save-table', table: { ...saved, hosts: [...hosts] } },
      { key: `table:${id}`, useful: 15_000 },
    )
    setSaving(false)
    if (answer.ok) {
      const edit = answer.version
      const undo = (): void => void send({ type: 'undo-edit', edit }, { key: `edit:${edit}` })
      say({ kind: 'done', text: TABLES.saved(number), act: { label: CONSOLE.undo, run: undo } })
      close()
      return
    }
    const asked = 'field' in answer ? answer.field : undefined
    const field = FIELDS.find((one) => asked === one || asked?.startsWith(`table.${one}`))
    if (field) refuse({ [field]: answer.message })
    else setFailure(answer.message)
  }
  const remove = async (): Promise<void> => {
    const answer = await send(
      { type: 'remove-table', table: id },
      { key: `table:${id}`, useful: 15_000, done: TABLES.removed(draft.number), undo: 'edit' },
    )
    if (answer.ok) close()
  }
  const chooseInnovation = (value: string): void => {
    const innovation = value === '' ? null : (value as InnovationId)
    const before = likelyHosts(draft.innovation, parts, table?.id ?? null)
    // Presenters come with their innovation, unless somebody has chosen others.
    const follows = draft.hosts.every((host) => before.includes(host))
    change({
      innovation,
      ...(follows ? { hosts: likelyHosts(innovation, parts, table?.id ?? null) } : {}),
    })
  }
  const fallsOut = table
    ? roundsInOrder(parts).flatMap((round) => {
        const taken = guestsByTable(parts.picks, round.id).get(table.id)?.length ?? 0
        const isBelow = round.seats[table.id] === undefined && Number(draft.capacity) < taken
        return isBelow && round.phase !== 'ended' && draft.capacity.trim() !== ''
          ? [TABLES.loweredIn(round.number, taken)]
          : []
      })
    : []
  const innovations = Object.entries(parts.innovations).toSorted(([, a], [, b]) =>
    a.title.localeCompare(b.title, 'en-GB'),
  )

  return (
    <Sheet title={table ? TABLES.changeTitle(table.number) : TABLES.addTitle} close={close}>
      <form ref={form} onSubmit={(event) => void save(event)} noValidate>
        <div className="pair">
          <Field label={TABLES.number} error={errors.number}>
            {(control) => (
              <input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={draft.number}
                onChange={(event) => change({ number: event.target.value })}
              />
            )}
          </Field>
          <Field label={TABLES.seatsHead} error={errors.capacity}>
            {(control) => (
              <input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={draft.capacity}
                onChange={(event) => change({ capacity: event.target.value })}
              />
            )}
          </Field>
        </div>
        <p className="field__hint">{TABLES.capacityHint}</p>
        <p role="status" className="field__error">
          {fallsOut.length > 0 && TABLES.lowered(fallsOut)}
        </p>
        <Field label={TABLES.innovation} error={errors.innovation}>
          {(control) => (
            <select
              {...control}
              value={draft.innovation ?? ''}
              onChange={(event) => chooseInnovation(event.target.value)}
            >
              <option value="">{TABLES.noInnovation}</option>
              {innovations.map(([one, { title, organisation }]) => (
                <option key={one} value={one}>
                  {organisation === '' ? title : `${title}, ${organisation}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Hosts
          hosts={draft.hosts}
          error={errors.hosts}
          onChange={(hosts) => change({ hosts })}
          table={table?.id ?? null}
        />
        <Field label={TABLES.zone} hint={TABLES.zoneHint} error={errors.zone}>
          {(control) => (
            <input
              {...control}
              maxLength={20}
              autoComplete="off"
              value={draft.zone}
              onChange={(event) => change({ zone: event.target.value })}
            />
          )}
        </Field>
        <Field label={TABLES.place} hint={TABLES.placeHint} error={errors.place}>
          {(control) => (
            <input
              {...control}
              maxLength={120}
              autoComplete="off"
              value={draft.place}
              onChange={(event) => change({ place: event.target.value })}
            />
          )}
        </Field>
        {failure === null ? null : (
          <div className="notice notice--refused" role="alert">
            <p className="notice__title">{failure}</p>
          </div>
        )}
        <p className="row form__act">
          <button className="button button--primary" aria-busy={saving}>
            {saving ? DATA.saving : DATA.save}
          </button>
          <button type="button" className="button" onClick={close}>
            {DATA.cancel}
          </button>
          {table && may('remove-table') && (
            <button type="button" className="button button--quiet" onClick={() => void remove()}>
              {TABLES.remove(table.number)}
            </button>
          )}
        </p>
      </form>
      {table && <MustMeets table={table} />}
    </Sheet>
  )
}

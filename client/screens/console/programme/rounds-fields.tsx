import type { RoundId } from '#shared/show/words.ts'
import { ITEM } from '#shared/words/console-programme.ts'
import { Field } from '../common/field.tsx'
import type { RoundFields, Way } from './segment-form.ts'
import { type PartProps, TextField } from './text-field.tsx'

const MOST = 40
const WAYS: readonly Way[] = ['wishes', 'first', 'walk-up']

/** The rounds of an item, and when choosing opens and closes. */
export function RoundsFields({
  fields,
  set,
  errors,
  newRound,
}: PartProps & { newRound: () => RoundId }) {
  const { rounds, way } = fields
  const change = (index: number, part: Partial<RoundFields>): void =>
    set({ rounds: rounds.map((round, at) => (at === index ? { ...round, ...part } : round)) })
  const last = rounds.at(-1)
  const allFree = rounds.every(({ free }) => free)
  const choose = (to: Way): void => {
    const walkUp = to === 'walk-up'
    // Single walk-up rounds stay so between the two ways to choose.
    const all = walkUp === allFree ? rounds : rounds.map((round) => ({ ...round, free: walkUp }))
    set({ way: to, rounds: all })
  }
  return (
    <>
      <fieldset className="field">
        <legend>{ITEM.wayOf}</legend>
        <div>
          {WAYS.map((one) => (
            <label className="choice" key={one}>
              <input type="radio" name="way" checked={way === one} onChange={() => choose(one)} />
              <span>
                {ITEM.way[one]} <span className="muted">{ITEM.wayHint[one]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>{ITEM.rounds}</legend>
        {rounds.map((round, index) => (
          <div className="pair pair--end" key={round.id}>
            <Field label={ITEM.roundMove(index + 1)} error={errors[`move-${index}`]}>
              {(control) => (
                <input
                  {...control}
                  value={round.move}
                  onChange={(event) => change(index, { move: event.target.value })}
                />
              )}
            </Field>
            <Field label={ITEM.roundTalk(index + 1)} error={errors[`talk-${index}`]}>
              {(control) => (
                <input
                  {...control}
                  value={round.talk}
                  onChange={(event) => change(index, { talk: event.target.value })}
                />
              )}
            </Field>
            {way !== 'walk-up' && (
              <label className="choice choice--inline">
                <input
                  type="checkbox"
                  checked={round.free}
                  onChange={(event) => change(index, { free: event.target.checked })}
                />
                <span>
                  {ITEM.walkUp}
                  <span className="vh"> {ITEM.inRound(index + 1)}</span>
                </span>
              </label>
            )}
            {rounds.length > 1 && (
              <button
                type="button"
                className="dots"
                aria-label={ITEM.takeRound(index + 1)}
                onClick={() => set({ rounds: rounds.filter((one) => one.id !== round.id) })}
              >
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                  <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />
                </svg>
              </button>
            )}
          </div>
        ))}
        {rounds.length < MOST && (
          <button
            type="button"
            className="button button--small pair__add"
            onClick={() =>
              set({
                rounds: [
                  ...rounds,
                  {
                    id: newRound(),
                    move: last?.move ?? '3:00',
                    talk: last?.talk ?? '12:00',
                    free: way === 'walk-up' || (last?.free ?? false),
                  },
                ],
              })
            }
          >
            {ITEM.addRound}
          </button>
        )}
      </fieldset>
      {rounds.some((round) => !round.free) && (
        <>
          {way !== 'wishes' && (
            <TextField name="opensBefore" label={ITEM.opensBefore} {...{ fields, set, errors }} />
          )}
          <TextField
            name="closesBefore"
            label={way === 'wishes' ? ITEM.settledBefore : ITEM.closesBefore}
            {...(way === 'wishes' ? { hint: ITEM.settledHint } : {})}
            {...{ fields, set, errors }}
          />
        </>
      )}
    </>
  )
}

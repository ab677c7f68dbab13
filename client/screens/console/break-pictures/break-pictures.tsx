import { type BreakPicture, MOST_BREAK_PICTURES } from '#shared/show/pictures.ts'
import type { SingleCommand } from '#shared/show/commands.ts'
import { picturePath } from '#shared/views/hall-map.ts'
import { BREAK_PICTURES } from '#shared/words/console-pictures.ts'
import { PictureButton } from '../common/picture-button.tsx'
import { stepBefore } from '../common/reorder.ts'
import { useConsole } from '../console-context.ts'
import { MoreMenu } from '../more-menu.tsx'
import { InPlace } from '../programme/in-place.tsx'

/** characters of a caption at most, as the rule book has it */
const LONGEST = 80
/** ms for which a change is worth sending */
const USEFUL = 15_000

/** What hall screens show in breaks, in their order. */
export function BreakPictures() {
  const { parts, may, online } = useConsole()
  const { breakPictures } = parts
  const full = breakPictures.length >= MOST_BREAK_PICTURES
  return (
    <>
      {breakPictures.length === 0 ? (
        <p className="muted">{BREAK_PICTURES.empty}</p>
      ) : (
        <ol className="breaks">
          {breakPictures.map((one, at) => (
            <Row key={one.picture} one={one} at={at} />
          ))}
        </ol>
      )}
      {may('save-break-picture') &&
        (full ? (
          <p className="muted">{BREAK_PICTURES.full(MOST_BREAK_PICTURES)}</p>
        ) : (
          <PictureButton
            to="break-pictures"
            label={BREAK_PICTURES.add}
            done={BREAK_PICTURES.added}
            off={!online}
          />
        ))}
    </>
  )
}

function Row({ one, at }: { one: Readonly<BreakPicture>; at: number }) {
  const { parts, may } = useConsole()
  const { change, remove, moves } = useBreakPicture(one.picture)
  const name = BREAK_PICTURES.picture(at + 1, one.caption)
  if (!may('save-break-picture'))
    return (
      <li className="breaks__row">
        <img src={picturePath(parts.show.id, one.picture)} alt={name} />
      </li>
    )
  return (
    <li className="breaks__row">
      <img src={picturePath(parts.show.id, one.picture)} alt={name} />
      <div className="breaks__words">
        <InPlace
          label={BREAK_PICTURES.caption}
          value={one.caption}
          most={LONGEST}
          check={(text) => (text.length > LONGEST ? BREAK_PICTURES.captionOdd(LONGEST) : null)}
          save={(caption) => change({ caption }, BREAK_PICTURES.captionSaved)}
          onTyping={() => undefined}
        >
          {one.caption || <span className="muted">{BREAK_PICTURES.noCaption}</span>}
        </InPlace>
        <label className="choice" title={BREAK_PICTURES.sponsorHow}>
          <input
            type="checkbox"
            checked={one.sponsor}
            onChange={() => change({ sponsor: !one.sponsor }, BREAK_PICTURES.marked(!one.sponsor))}
          />
          <span>{BREAK_PICTURES.sponsor}</span>
        </label>
      </div>
      <MoreMenu
        label={name}
        items={[...moves, { words: BREAK_PICTURES.remove, run: remove, danger: true }]}
      />
    </li>
  )
}

/** Changes of one of them; its place and words are sent by themselves, so that nothing else is put back. */
function useBreakPicture(picture: string) {
  const { parts, send } = useConsole()
  const order = parts.breakPictures.map((one) => one.picture)
  const give = (command: SingleCommand, done: string): void =>
    void send(command, { key: `picture:${picture}`, useful: USEFUL, done, undo: 'edit' })
  const change = (by: Partial<Omit<BreakPicture, 'picture'>>, done: string): void =>
    give({ type: 'save-break-picture', picture, ...by }, done)
  const moves = [
    { words: BREAK_PICTURES.earlier, before: stepBefore(order, picture, -1) },
    { words: BREAK_PICTURES.later, before: stepBefore(order, picture, 1) },
  ].flatMap(({ words, before }) =>
    before === undefined
      ? []
      : [
          {
            words,
            run: () => give({ type: 'save-break-picture', picture, before }, BREAK_PICTURES.moved),
          },
        ],
  )
  return {
    change,
    moves,
    remove: () => give({ type: 'remove-break-picture', picture }, BREAK_PICTURES.removed),
  }
}

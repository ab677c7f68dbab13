import type { SingleCommand } from '#shared/show/commands.ts'
import { afterPicture, type PicturesEvent } from '#shared/show/pictures.ts'
import type { ReadShow } from '#shared/show/state.ts'
import type { Undoing } from './edit.ts'

type Undo<Type extends PicturesEvent['type']> = (
  show: ReadShow,
  event: Extract<PicturesEvent, { type: Type }>,
) => Undoing
type PictureUndos = { [Type in Exclude<PicturesEvent['type'], 'picture-kept'>]: Undo<Type> }

/** Back to what it says and to where it is shown now; one that is not shown goes. */
function back(show: ReadShow, picture: string): SingleCommand {
  const present = show.breakPictures.find((one) => one.picture === picture)
  return present
    ? { type: 'save-break-picture', ...present, before: afterPicture(show, picture) }
    : { type: 'remove-break-picture', picture }
}

/** How to take back changes of what breaks show. A picture that came in stays: nobody sees it until something shows it. */
export const UNDO_PICTURES: PictureUndos = {
  'break-picture-saved': (show, { shown }) => ({
    subject: {
      done: show.breakPictures.some(({ picture }) => picture === shown.picture)
        ? 'changed'
        : 'added',
      thing: 'picture',
      name: shown.caption,
    },
    touches: [shown.picture],
    inverse: [back(show, shown.picture)],
  }),
  'break-picture-removed': (show, { picture }) => ({
    subject: {
      done: 'removed',
      thing: 'picture',
      name: show.breakPictures.find((one) => one.picture === picture)?.caption ?? '',
    },
    touches: [picture],
    inverse: [back(show, picture)],
  }),
}

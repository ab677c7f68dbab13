import { HALL } from '#shared/words/hall.ts'
import { make, write } from '../../parts/elements.ts'
import type { HallPicture } from './picture.ts'

/**
 * What is looked at in breaks: the clock stays until a picture has been loaded, and for one that cannot be. Each has an
 * element of its own that stays, so that it is loaded once.
 */
export function createImages(figure: HTMLElement): { show(image: HallPicture['image']): void } {
  const caption = make('figcaption', '', figure)
  const sponsor = make('span', 'hall__sponsor', caption)
  sponsor.textContent = HALL.sponsor
  const text = make('span', '', caption)
  const elements = new Map<string, HTMLImageElement>()

  function elementOf(address: string): HTMLImageElement {
    const present = elements.get(address)
    if (present) return present
    const image = document.createElement('img')
    image.src = address
    elements.set(address, image)
    figure.insertBefore(image, caption)
    return image
  }

  /** What did not load is asked for again when its turn comes round. */
  function forgetFailed(but: string | undefined): void {
    for (const [address, image] of elements)
      if (address !== but && image.complete && image.naturalWidth === 0) {
        image.remove()
        elements.delete(address)
      }
  }

  return {
    show(image) {
      forgetFailed(image?.address)
      const element = image && elementOf(image.address)
      figure.hidden = !element || !element.complete || element.naturalWidth === 0
      for (const one of elements.values()) one.hidden = one !== element
      if (!image || !element) return
      element.alt = image.caption
      sponsor.hidden = !image.sponsor
      write(text, image.caption)
      caption.hidden = image.caption === '' && !image.sponsor
    },
  }
}

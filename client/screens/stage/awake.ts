/** The whole screen, by a click or the key `f`; again for back. */
export function offerFullscreen(): void {
  const turn = (): void => {
    const turned = document.fullscreenElement
      ? document.exitFullscreen()
      : // Phones of Apple's have no such thing.
        document.documentElement.requestFullscreen?.()
    // A browser that refuses leaves the display as it was, and whoever pressed sees that.
    turned?.then(undefined, () => undefined)
  }
  document.addEventListener('click', turn)
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (plain && event.key.toLowerCase() === 'f') turn()
  })
}

/** Keeps the machine's screen on while the page is seen, where the browser offers it (only over https). */
export function stayAwake(): void {
  const lock = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    // Refused on a low battery: the machine's own settings decide then.
    navigator.wakeLock.request('screen').then(undefined, () => undefined)
  }
  document.addEventListener('visibilitychange', lock)
  lock()
}

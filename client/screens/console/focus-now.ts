/** As a `ref`: takes the focus when it appears, in a dialog that was opened to use just this. */
export const focusNow = (element: HTMLElement | null): void => element?.focus()

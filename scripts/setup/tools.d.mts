/** Where the tests' browser is: $CHROMIUM, or the first one found. */
export function findBrowser(): string | undefined
/** Makes sure of Chromium and, on Linux, strace; or says what to install. */
export function tools(): void

/** What the address asked for has been seen and put away: loading the page again does not bring it back. */
export function forgetQuery(): void {
  if (location.search !== '') history.replaceState(history.state, '', location.pathname)
}

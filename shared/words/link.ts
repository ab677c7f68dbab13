/** What a screen says of a command that did not reach the server, or whose answer did not reach us. */
export const LINK_WORDS = {
  'too-late': 'No signal, so this was not done. Try again when you are connected.',
  'no-answer':
    'The server did not answer, so we do not know whether this was done. Look first, then try again.',
  replaced: 'You have done something newer since, so this older step was left out.',
} as const

/**
 * How many versions there are of the sentence that asks whether a host may e-mail somebody (EMAIL_WORDS in the
 * catalogue). A consent names the one that was read, for ever: a sentence that changes is a new version.
 */
export const EMAIL_VERSIONS = 1

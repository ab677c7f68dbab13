import { timingSafeEqual } from 'node:crypto'
import { idPattern, type PersonId, SHOW_ID_PATTERN, type ShowId } from '#shared/show/words.ts'
import type { Sign } from './server-key.ts'
import type { PassClaim, Passes } from './types.ts'

/** 128 bits: nobody guesses one, and the QR code stays small enough for a badge. */
const MAC_BYTES = 16
/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what people read off a badge and type on a phone. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWXY'
export const CODE_LENGTH = 6

const show = SHOW_ID_PATTERN.slice(1, -1)
const person = idPattern('per').slice(1, -1)
const FORM = new RegExp(
  `^(?<said>(?:p~(?<person>${person})|s)~(?<show>${show})~(?<generation>\\d{1,9}))~(?<mac>[\\w-]{22})$`,
)

/**
 * A pass is its claim in plain text and a signature, `p~<person>~<show>~<generation>~<mac>` or
 * `s~<show>~<generation>~<mac>`: HMAC-SHA-256 (RFC 2104) cut to 128 bits, in base64url.
 */
export function createPasses(sign: Sign): Passes {
  const mac = (said: string): Buffer => sign('pass', said).subarray(0, MAC_BYTES)
  return {
    pass(claim) {
      const said = saidOf(claim)
      return `${said}~${mac(said).toString('base64url')}`
    },
    read(pass) {
      const groups = FORM.exec(pass)?.groups
      if (!groups) return null
      const { said = '', mac: given = '' } = groups
      if (!timingSafeEqual(mac(said), Buffer.from(given, 'base64url'))) return null
      const generation = Number(groups['generation'])
      const of = groups['show'] as ShowId
      const who = groups['person'] as PersonId | undefined
      return who === undefined
        ? { role: 'screen', show: of, generation }
        : { role: 'person', show: of, person: who, generation }
    },
    code: (of, who, generation) => lettersOf(sign('code', `${of}\n${who}\n${generation}`)),
    company: (of, who, generation) => lettersOf(sign('company', `${of}\n${who}\n${generation}`)),
  }
}

function lettersOf(bytes: Buffer): string {
  const letters = CODE_ALPHABET.length
  let number = bytes.readBigUInt64BE(0)
  let code = ''
  for (let at = 0; at < CODE_LENGTH; at += 1) {
    code += CODE_ALPHABET[Number(number % BigInt(letters))]
    number /= BigInt(letters)
  }
  return code
}

const saidOf = (claim: PassClaim): string =>
  claim.role === 'person'
    ? `p~${claim.person}~${claim.show}~${claim.generation}`
    : `s~${claim.show}~${claim.generation}`

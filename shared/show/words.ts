import Type from 'typebox'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type ShowId = Branded<'show'>
export type StageId = Branded<'stage'>
export type SegmentId = Branded<'segment'>
export type PitchId = Branded<'pitch'>
export type InnovationId = Branded<'innovation'>
export type TableId = Branded<'table'>
export type RoundId = Branded<'round'>
export type PersonId = Branded<'person'>
export type WindowId = Branded<'window'>
export type TextId = Branded<'text'>

export const ROLES = ['organiser', 'stage-manager', 'helper', 'presenter', 'delegate'] as const
/** What a person does at the show; one person may hold several. */
export type Role = (typeof ROLES)[number]

const CREW: readonly string[] = ['organiser', 'stage-manager', 'helper']
/** Those who work at the event, at the desk too: what they hold opens the console. */
export const isCrew = (role: string): boolean => CREW.includes(role)

/** Who sends a command. Comes from the session or the ticker, never from the message. */
export interface Actor {
  /** `per-…`, `organiser`, `system`, `screen`: answers to repeated commands go to the same actor only */
  id: string
  roles: readonly (Role | 'system' | 'screen')[]
  person: PersonId | null
}

export const SYSTEM: Actor = { id: 'system', roles: ['system'], person: null }

/**
 * Ids are made outside (random, or by an import) and always hold a hyphen, so that none can ever
 * be the name of something every object has, such as `constructor`.
 */
export const idPattern = (prefix: IdPrefix): string => `^${prefix}-[a-z0-9]{4,32}$`
const idOf = <Id extends string>(prefix: IdPrefix) =>
  Type.Unsafe<Id>(Type.String({ pattern: idPattern(prefix) }))

export const StageIdSchema = idOf<StageId>('stg')
export const SegmentIdSchema = idOf<SegmentId>('seg')
export const PitchIdSchema = idOf<PitchId>('pit')
export const InnovationIdSchema = idOf<InnovationId>('inn')
export const TableIdSchema = idOf<TableId>('tab')
export const RoundIdSchema = idOf<RoundId>('rnd')
export const PersonIdSchema = idOf<PersonId>('per')
export const WindowIdSchema = idOf<WindowId>('win')

/** The event's address, `/s/<event>`: lower-case letters, digits and single hyphens. */
export const SHOW_ID_PATTERN = '^[a-z0-9](?:-?[a-z0-9]){1,39}$'
export const ShowIdSchema = Type.Unsafe<ShowId>(Type.String({ pattern: SHOW_ID_PATTERN }))

export type IdPrefix = 'stg' | 'seg' | 'pit' | 'inn' | 'tab' | 'rnd' | 'per' | 'win'
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id of one kind from random bytes brought in from outside (12 bytes are plenty). */
export const idFrom = <Id extends string>(prefix: IdPrefix, bytes: Uint8Array): Id =>
  `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte % 32]).join('')}` as Id

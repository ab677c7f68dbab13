import type { Clock } from '#shared/time/clock.ts'
import type { Instant, LocalDate, Ms } from '#shared/time/instant.ts'
import type { ChoosingWindow } from '#shared/show/choosing/window.ts'
import type { Announcement } from './announcements.ts'
import type { BreakPicture } from './pictures.ts'
import type { Call } from './calls.ts'
import type { Consent, Useful } from '#shared/show/talk/feedback.ts'
import type { Proposal } from '#shared/show/talk/proposals.ts'
import type { Edit } from '#shared/show/edits/edit.ts'
import { noRequests, type Requests } from '#shared/show/requests/requests.ts'
import type {
  InnovationId,
  PersonId,
  PitchId,
  Role,
  RoundId,
  SegmentId,
  ShowId,
  StageId,
  TableId,
  WindowId,
} from './words.ts'

/**
 * Everything the server knows of one show but for who people are: names, addresses and free text
 * live in rows that can be erased. `evolve` is the only writer; all others read it as `ReadShow`.
 */
export interface Show {
  id: ShowId
  /** how many events made this state */
  version: number
  title: string
  place: string
  /** IANA zone in which every time is shown */
  zone: string
  days: LocalDate[]
  /** since when the public may read the programme; null: not yet */
  publishedAt: Instant | null
  /** not null: over. Clocks and choosing have ended, phones show where people went */
  closedAt: Instant | null
  /** not null: put away by its organisers */
  archivedAt: Instant | null
  /** the show that this is a rehearsal of, to be thrown away after */
  rehearsalOf: ShowId | null
  /** not null: the whole day is on hold since then */
  heldSince: Instant | null
  /** when the show last took over its computer's clock; screens measure it anew after that */
  clockFollowedAt: Instant | null
  /** when somebody last rang the bell by hand */
  rungAt: Instant | null
  /** raised to make older links of stage displays worthless */
  screensGeneration: number
  stages: Record<StageId, Stage>
  segments: Record<SegmentId, Segment>
  pitches: Record<PitchId, Pitch>
  innovations: Record<InnovationId, Innovation>
  tables: Record<TableId, Table>
  /** where the tables stand; null: there is no map */
  hall: Hall | null
  /** pictures that can be shown, by hash, oldest first; their bytes are in the store */
  pictures: Record<string, HallPicture>
  /** what hall screens show in breaks, in this order */
  breakPictures: BreakPicture[]
  rounds: Record<RoundId, Round>
  /** when people rank what they wish, and what they were given */
  windows: Record<WindowId, ChoosingWindow>
  people: Record<PersonId, Attendee>
  answers: Record<PersonId, Record<InnovationId, Answer>>
  /** what each person wishes to talk to, first wish first: one list for the whole event */
  wishes: Record<PersonId, InnovationId[]>
  /** what is said to many at present, oldest first; one that is over may still be here */
  announcements: Announcement[]
  /** what the organiser, hosts and people ask of every seating */
  requests: Requests
  /** who wants the desk, oldest first */
  calls: Call[]
  /** what organisers have changed last, oldest first: what can be undone */
  edits: Edit[]
  /** innovations that each person has a question for; the words are in rows that can be erased */
  questions: Record<PersonId, InnovationId[]>
  /** guests that each host has a note on; the words are in rows that can be erased */
  notes: Record<PersonId, PersonId[]>
  /** what the event asks people after each round, and whether they may propose tables */
  asks: { feedback: boolean; proposals: boolean }
  /** was it useful, by table */
  useful: Record<TableId, Useful>
  /** whether each person lets each host e-mail them, as they said last */
  mayEmail: Record<PersonId, Record<PersonId, Consent>>
  /** tables that people would like to host; the words are in rows until an organiser publishes them */
  proposals: Record<PersonId, Proposal>
}

export interface Stage {
  id: StageId
  name: string
  /** in programme order, over all days */
  segments: SegmentId[]
  on: OnStage | null
  /** what has been on, oldest first: the clock record, and what Previous goes back to */
  past: PastOnStage[]
  /** the last item has ended */
  finished: boolean
  lastNextAt: Instant | null
  /** a deadline that passed while nobody could see it; the console asks what to do */
  overdue: Instant | null
  /** the stage display shows nothing */
  blackout: boolean
}

export interface OnStage {
  segment: SegmentId
  pitch: PitchId | null
  phase: StagePhase
  clock: Clock
  /** the real first start, which pauses do not move */
  begunAt: Instant | null
}
export type StagePhase = 'item' | 'pitch' | 'changeover'

export interface PastOnStage extends OnStage {
  leftAt: Instant
}

interface SegmentBase {
  id: SegmentId
  stage: StageId
  day: LocalDate
  title: string
  /** planned length, ms; null follows from the pitches or rounds in it */
  length: Ms | null
  /** null: begins when the one before it ends */
  fixedStart: Instant | null
  /** what the public reads of it */
  summary: string
  /** for the crew alone: on no phone, no public page and no stage display */
  notes: string
  /** false: to be confirmed, and not published */
  confirmed: boolean
  /** who speaks, in order */
  speakers: PersonId[]
  /** hosts are at their tables meanwhile: walk up */
  tablesOpen: boolean
  /** its id in the system it came from, so that a newer file finds it again; '' when it is our own */
  ref: string
  /** when it really began and ended */
  begunAt: Instant | null
  endedAt: Instant | null
}

export interface PitchBlock extends SegmentBase {
  kind: 'pitch-block'
  pitchLength: Ms
  changeover: Ms
  /** ms left at which the stage display warns */
  warnAt: Ms
  dangerAt: Ms
  /** pitch, changeover, next pitch without a hand */
  byItself: boolean
  /** in the order they will be called */
  pitches: PitchId[]
}

export const PLAIN_KINDS = ['talk', 'panel', 'ceremony', 'break', 'note'] as const
/** Items that only take their time. A note is for the crew and takes no turn on stage. */
export type PlainKind = (typeof PLAIN_KINDS)[number]

export interface PlainSegment extends SegmentBase {
  kind: PlainKind
  length: Ms
  warnAt: Ms
  dangerAt: Ms
}

export interface RoundsSegment extends SegmentBase {
  kind: 'rounds'
  rounds: RoundId[]
  /** open, close, move, run and end without a hand */
  byItself: boolean
  /** choosing opens this long before the first move, ms */
  opensBefore: Ms
  /** and closes this long before each round's move, ms */
  closesBefore: Ms
}

export type Segment = PitchBlock | PlainSegment | RoundsSegment
export type SegmentKind = Segment['kind']

export interface Pitch {
  id: PitchId
  block: SegmentId
  innovation: InnovationId
  /** its own length when it needs one, ms */
  length: Ms | null
  /** why it was sent to the end of its block */
  deferred: 'absent' | 'late' | null
  done: boolean
}

export interface Innovation {
  id: InnovationId
  title: string
  organisation: string
  summary: string
  presenters: PersonId[]
}

export interface Table {
  id: TableId
  number: number
  zone: string
  place: string
  capacity: number
  innovation: InnovationId | null
  hosts: PersonId[]
}

/** A place on a plan: fractions, 0 to 1, of its width and height from its upper left corner. */
export interface Point {
  x: number
  y: number
}

/** One hall's plan and where everything stands on it. Tables are named here, so that another hall would be another one of these. */
export interface Hall {
  /** what it is drawn on: rows and columns, or a picture, by its hash */
  ground: { kind: 'grid'; columns: number; rows: number } | { kind: 'picture'; picture: string }
  stage: Point | null
  /** where people come in */
  doors: Point[]
  /** those that have a place on it */
  tables: Record<TableId, Point>
}

export interface HallPicture {
  format: 'image/png' | 'image/jpeg' | 'image/webp'
  /** px */
  width: number
  height: number
}

export type RoundPhase = 'planned' | 'open' | 'closed' | 'moving' | 'talking' | 'ended'

export interface Round {
  id: RoundId
  segment: SegmentId
  /** nobody chooses: people walk up to any table */
  free: boolean
  /** filled by the wishes of this window; null: first come, first served */
  window: WindowId | null
  /** planned lengths, ms */
  move: Ms
  talk: Ms
  phase: RoundPhase
  openedAt: Instant | null
  /** the clock of the present phase, moving or talking */
  clock: Clock | null
  movedAt: Instant | null
  talkedAt: Instant | null
  endedAt: Instant | null
  picks: Record<PersonId, TableId>
  /** seats taken a table; always the count of `picks` */
  taken: Record<TableId, number>
  /** seats of tables that differ from their capacity in this round; 0: closed */
  seats: Record<TableId, number>
  /** where presenters move: at whose table's place those of each table stand; one that is not here is at its own */
  stands: Record<TableId, TableId>
  /** whose seat, or having none, is by hand: no seating changes it */
  byHand: Record<PersonId, true>
  /** whose seat nobody wished for: it filled a free round and may be declined */
  suggested: Record<PersonId, true>
  /** who waits for a seat at a full table, first come first */
  waiting: Record<TableId, PersonId[]>
  /** whose seat came from waiting for it */
  promoted: Record<PersonId, true>
  /** at which table somebody has said that they are there */
  arrived: Record<PersonId, TableId>
  /** who sat down where there was room once the round had begun; not in `picks` */
  walkUps: Record<PersonId, TableId>
  /** people at each table that somebody has counted; a table that is not here was not counted */
  came: Record<TableId, number>
}

export interface Attendee {
  id: PersonId
  roles: Role[]
  /** the table they host, one at most; always what the tables' `hosts` say */
  hosts: TableId | null
  /** always what the innovations' `presenters` say */
  presents: InnovationId[]
  checkedInAt: Instant | null
  /** raised to make older passes of this person worthless */
  generation: number
}

/** Given to an innovation before or during its pitch: want to talk, maybe, not for us. */
export type Answer = 'yes' | 'maybe' | 'no'

export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
      : T
export type ReadShow = DeepReadonly<Show>

export const emptyShow = (id: ShowId): Show => ({
  id,
  version: 0,
  title: '',
  place: '',
  zone: 'Europe/London',
  days: [],
  publishedAt: null,
  closedAt: null,
  archivedAt: null,
  rehearsalOf: null,
  heldSince: null,
  clockFollowedAt: null,
  rungAt: null,
  screensGeneration: 0,
  stages: {},
  segments: {},
  pitches: {},
  innovations: {},
  tables: {},
  hall: null,
  pictures: {},
  breakPictures: [],
  rounds: {},
  windows: {},
  people: {},
  answers: {},
  wishes: {},
  announcements: [],
  requests: noRequests(),
  calls: [],
  edits: [],
  questions: {},
  notes: {},
  asks: { feedback: false, proposals: false },
  useful: {},
  mayEmail: {},
  proposals: {},
})

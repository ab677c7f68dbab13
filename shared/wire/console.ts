import type { PersonDetails } from '#shared/show/decision.ts'
import type { Standing } from '#shared/views/standing.ts'
import type { ShowId } from '#shared/show/words.ts'
import type { LocalDate } from '#shared/time/instant.ts'
import type { Outcome, PageState } from './live.ts'

/** The console's screens, `/console/<event>/<screen>`; the run view is the event's own address. */
export const CONSOLE_SCREENS = [
  'run',
  'programme',
  'innovations',
  'choosing',
  'tables',
  'people',
  'files',
  'record',
  'event',
] as const

/** What the console's page holds in `<script type="application/json" id="state">`. */
export type ConsoleData = ConsoleHome | ConsoleShow

/** `/console`: the events of this server, or those that one works at. */
export interface ConsoleHome {
  page: 'home'
  /** organiser of this server, who may make events */
  owner: boolean
  shows: readonly ShowLine[]
  /** false: nobody has chosen the organisers' passphrase yet, and this session should */
  passphraseSet: boolean
}

/** `/console/<event>/…`: one event, for everyone who works at it. */
export interface ConsoleShow {
  page: 'show'
  state: PageState<'console'>
  /** who is looking: hides what they may not do. The server decides again on every command. */
  actor: { id: string; name: string; roles: readonly string[] }
  /** organiser of this event, who may load files */
  organiser: boolean
  /** organiser of this server, who may copy, rehearse and remove events */
  owner: boolean
  /** addresses for others, absolute: `http://192.168.1.20:3000/s/leeds-2026/me` */
  links: ShowLinks
}

export interface ShowLinks {
  public: string
  phones: string
  presenters: string
  /** opens the stage display on any computer, signed in by a pass */
  stage: string
  /** opens the hall screen in the same way */
  hall: string
  badges: string
  /** everybody's day on A6, and who comes to each table */
  days: string
  guests: string
}

/** What the console cannot know by itself of what can be taken out. */
export interface ExportsAbout {
  people: number
  /** of them without an e-mail address: no mail merge reaches them */
  withoutEmail: number
}

export interface ShowLine {
  id: ShowId
  title: string
  place: string
  days: readonly LocalDate[]
  people: number
  /** checked in */
  here: number
  standing: Standing
  rehearsalOf: ShowId | null
}

// GET  /api/shows                           → { shows: ShowLine[] } that one works at
// POST /api/shows  NewShow as JSON          → 201 { id }, or an Outcome that refuses; owner
// POST /api/shows/<event>/copy CopyShow     → 201 { id }; owner
// POST /api/shows/<event>/rehearsal Rehearse → 201 { id }; owner
// POST /api/shows/<event>/remove { title }  → { ok: true }; a rehearsal by its organisers, an archived event by the owner
// GET  /api/shows/<event>/whole.ndjson.gz   → the whole event in one file; organiser
// POST /api/shows/load?id=<address>         → 201 Loaded; the file as application/octet-stream; owner
// POST /api/shows/<event>/windows/<window>/seating → a seating, to look at or to keep; organiser
// POST /api/shows/<event>/imports           → see imports.ts, organiser
// GET  /api/shows/<event>/people/<person>/link → PersonLink, whoever works at the event
// GET  /api/shows/<event>/exports          → ExportsAbout, organiser
// GET  /api/shows/<event>/exports/<file>   → every file that can be taken out, organiser
// GET  /example/programme.csv, innovations.csv, people.csv → anyone
// POST /api/passphrase { passphrase }       → Outcome, organiser
// POST /sign-out (form, 303 to /)

export interface NewShow {
  /** the address, `/s/<id>` */
  id: string
  title: string
  place: string
  zone: string
  days: string[]
}

/** The same event again: its programme, innovations, tables and rounds, without people. */
export interface CopyShow {
  id: string
  title: string
  /** its first day; the others keep their distance */
  day: string
}
export interface Rehearse {
  /** the first item begins in a few minutes; false: when the plan says */
  now: boolean
}
export interface Loaded {
  id: ShowId
  title: string
  people: number
}

/** What a person needs to sign in: a link that a QR code holds, and the code typed with the surname. */
export interface PersonLink {
  url: string
  code: string
  /** SVG document of the link's QR code */
  qr: string
  /** all that is held of the person, for the form that changes it: `save-person` replaces every detail */
  details: PersonDetails
}

export type Refused = Extract<Outcome, { ok: false }>

import type { AnnouncementsEvent } from './announcements.ts'
import type { AnswersEvent } from './answers.ts'
import type { AttendanceEvent } from './attendance.ts'
import type { BellEvent } from './bell.ts'
import type { CallsEvent } from './calls.ts'
import type { ChoosingEvent } from '#shared/show/choosing/commands.ts'
import type { EditsEvent } from '#shared/show/edits/commands.ts'
import type { HallEvent } from './hall.ts'
import type { PicturesEvent } from './pictures.ts'
import type { PeopleEvent } from './people.ts'
import type { PicksEvent } from './picks.ts'
import type { ProgrammeEvent } from '#shared/show/programme/commands.ts'
import type { RequestsEvent } from '#shared/show/requests/commands.ts'
import type { RoundsEvent } from './rounds.ts'
import type { ShowEvent } from './show.ts'
import type { StageEvent } from '#shared/show/stage/commands.ts'
import type { TablesEvent } from './tables.ts'
import type { FeedbackEvent } from '#shared/show/talk/feedback.ts'
import type { NotesEvent } from '#shared/show/talk/notes.ts'
import type { ProposalsEvent } from '#shared/show/talk/proposals.ts'
import type { QuestionsEvent } from '#shared/show/talk/questions.ts'
import type { WaitingEvent } from './waiting.ts'

/** Every fact a show's journal can hold. */
export type Event =
  | ShowEvent
  | ProgrammeEvent
  | EditsEvent
  | StageEvent
  | TablesEvent
  | HallEvent
  | PicturesEvent
  | RoundsEvent
  | PicksEvent
  | AnswersEvent
  | ChoosingEvent
  | AttendanceEvent
  | WaitingEvent
  | AnnouncementsEvent
  | BellEvent
  | CallsEvent
  | RequestsEvent
  | PeopleEvent
  | QuestionsEvent
  | NotesEvent
  | FeedbackEvent
  | ProposalsEvent
export type EventType = Event['type']

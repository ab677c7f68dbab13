import { evolveAnnouncements } from './announcements.ts'
import { evolveAnswers } from './answers.ts'
import { evolveAttendance } from './attendance.ts'
import { evolveBell } from './bell.ts'
import { evolveCalls } from './calls.ts'
import { evolveChoosing } from '#shared/show/choosing/evolve.ts'
import type { Evolvers } from './decision.ts'
import { evolveEdits } from '#shared/show/edits/evolve.ts'
import type { Event } from './events.ts'
import { evolveHall } from './hall.ts'
import { evolvePictures } from './pictures.ts'
import { evolvePeople } from './people.ts'
import { evolvePicks } from './picks.ts'
import { evolveProgramme } from '#shared/show/programme/evolve.ts'
import { evolveRequests } from '#shared/show/requests/evolve.ts'
import { evolveRounds } from './rounds.ts'
import { evolveShow } from './show.ts'
import { evolveStage } from '#shared/show/stage/evolve.ts'
import type { Show } from './state.ts'
import { evolveTables } from './tables.ts'
import { evolveFeedback } from '#shared/show/talk/feedback.ts'
import { evolveNotes } from '#shared/show/talk/notes.ts'
import { evolveProposals } from '#shared/show/talk/proposals.ts'
import { evolveQuestions } from '#shared/show/talk/questions.ts'
import { evolveWaiting } from './waiting.ts'

const evolvers: Evolvers<Event> = {
  ...evolveShow,
  ...evolveProgramme,
  ...evolveEdits,
  ...evolveStage,
  ...evolveTables,
  ...evolveHall,
  ...evolvePictures,
  ...evolveRounds,
  ...evolvePicks,
  ...evolveAnswers,
  ...evolveChoosing,
  ...evolveAttendance,
  ...evolveWaiting,
  ...evolveAnnouncements,
  ...evolveBell,
  ...evolveCalls,
  ...evolveRequests,
  ...evolvePeople,
  ...evolveQuestions,
  ...evolveNotes,
  ...evolveFeedback,
  ...evolveProposals,
}

/** Changes `show` in place (a copy an event would cost 300 times more) and moves it one version on. */
export function evolve(show: Show, event: Event): void {
  const evolver = evolvers[event.type] as (show: Show, event: Event) => void
  evolver(show, event)
  show.version += 1
}

import { copyShow, rehearse } from './api/copies.ts'
import { sendCommand } from './api/commands.ts'
import { docs, openApi } from './api/docs.ts'
import { example } from './api/example.ts'
import { healthz, readyz } from './api/health.ts'
import { choosePassphrase } from './api/passphrase.ts'
import { removeShow } from './api/removal.ts'
import { askSeating } from './api/seating.ts'
import { linkOfPerson, listShows, makeShow } from './api/shows.ts'
import { saveWhole } from './api/whole.ts'
import { clockPage } from './exports/clock-page.ts'
import { hostGuests } from './exports/guests.ts'
import { ownCalendar } from './exports/own.ts'
import { map, mapDrawing } from './pages/map/map.ts'
import { picture } from './pages/picture.ts'
import { badge } from './pages/badge.ts'
import { card } from './pages/card.ts'
import { claim, takeClaim } from './pages/claim.ts'
import { below, home, ofOneShow } from './pages/console.ts'
import { askCompany, company } from './pages/company.ts'
import { events } from './pages/events.ts'
import { icon } from './pages/icon.ts'
import { hall, hallOfStage } from './pages/hall.ts'
import { host, me } from './pages/own.ts'
import { badges } from './pages/prints/badges.ts'
import { days, ownDay } from './pages/prints/days.ts'
import { guests, ownGuests } from './pages/prints/guests.ts'
import { changes } from './pages/public/changes.ts'
import { event } from './pages/public/event.ts'
import { fairness } from './pages/public/fairness.ts'
import { innovation } from './pages/public/innovation.ts'
import { item } from './pages/public/item.ts'
import { signInByCode } from './pages/sign-in-by-code.ts'
import { signIn, signInByPassphrase, signOut } from './pages/sign-in.ts'
import { stage } from './pages/stage.ts'
import { tableSign } from './pages/table-sign.ts'
import { proposal } from './pages/talk/proposal.ts'
import { questions } from './pages/talk/questions.ts'
import { talks } from './pages/talk/talks.ts'
import type { Route } from './site.ts'

/** Every address of this server but for files under /assets/, the sockets, imports and exports. */
export const routes: readonly Route[] = [
  events,
  event,
  innovation,
  item,
  changes,
  fairness,
  map,
  mapDrawing,
  picture,
  me,
  host,
  ownCalendar,
  company,
  askCompany,
  ownDay,
  ownGuests,
  questions,
  talks,
  proposal,
  hostGuests,
  stage,
  hall,
  hallOfStage,
  tableSign,
  home,
  ofOneShow,
  below,
  badges,
  days,
  guests,
  clockPage,
  signIn,
  signInByPassphrase,
  signInByCode,
  signOut,
  claim,
  takeClaim,
  badge,
  sendCommand,
  listShows,
  makeShow,
  copyShow,
  rehearse,
  removeShow,
  saveWhole,
  linkOfPerson,
  askSeating,
  choosePassphrase,
  example,
  icon,
  card,
  docs,
  openApi,
  healthz,
  readyz,
]

/** The screens that people open: pictures and accessibility tests go through all of them. */
export const screens = routes.flatMap(({ id, url, screenOf }) =>
  screenOf === undefined ? [] : [{ id, url, of: screenOf }],
)

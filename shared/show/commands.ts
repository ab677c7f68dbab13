import Type from 'typebox'
import * as announcements from './announcements.ts'
import * as answers from './answers.ts'
import * as attendance from './attendance.ts'
import * as bell from './bell.ts'
import * as calls from './calls.ts'
import * as choosing from '#shared/show/choosing/commands.ts'
import * as edits from '#shared/show/edits/commands.ts'
import * as hall from './hall.ts'
import * as pictures from './pictures.ts'
import * as people from './people.ts'
import * as picks from './picks.ts'
import * as programme from '#shared/show/programme/commands.ts'
import * as requests from '#shared/show/requests/commands.ts'
import * as rounds from './rounds.ts'
import * as show from './show.ts'
import * as stage from '#shared/show/stage/commands.ts'
import * as tables from './tables.ts'
import * as feedback from '#shared/show/talk/feedback.ts'
import * as notes from '#shared/show/talk/notes.ts'
import * as proposals from '#shared/show/talk/proposals.ts'
import * as questions from '#shared/show/talk/questions.ts'
import * as waiting from './waiting.ts'

/** Schema of every command that a person, a file or a control surface may send, by its type. */
export const singleCommands = {
  'create-show': show.CreateShow,
  'change-show': show.ChangeShow,
  'change-days': show.ChangeDays,
  'publish-programme': show.PublishProgramme,
  'close-show': show.CloseShow,
  'reopen-show': show.ReopenShow,
  'archive-show': show.ArchiveShow,
  'begin-rehearsal': show.BeginRehearsal,
  'hold-day': show.HoldDay,
  'release-day': show.ReleaseDay,
  'follow-clock': show.FollowClock,
  'renew-screens': show.RenewScreens,
  'save-segment': programme.SaveSegment,
  'move-segment': programme.MoveSegment,
  'remove-segment': programme.RemoveSegment,
  'save-stage': programme.SaveStage,
  'remove-stage': programme.RemoveStage,
  'save-innovation': programme.SaveInnovation,
  'remove-innovation': programme.RemoveInnovation,
  'save-pitch': programme.SavePitch,
  'move-pitch': programme.MovePitch,
  'remove-pitch': programme.RemovePitch,
  'undo-edit': edits.UndoEdit,
  'redo-edit': edits.RedoEdit,
  'load-item': stage.LoadItem,
  'start-clock': stage.StartClock,
  'pause-clock': stage.PauseClock,
  'resume-clock': stage.ResumeClock,
  'add-time': stage.AddTime,
  'restart-clock': stage.RestartClock,
  'finish-item': stage.FinishItem,
  'next-item': stage.NextItem,
  'previous-item': stage.PreviousItem,
  'defer-pitch': stage.DeferPitch,
  'black-out': stage.BlackOut,
  'advance-stage': stage.AdvanceStage,
  'save-table': tables.SaveTable,
  'swap-tables': tables.SwapTables,
  'remove-table': tables.RemoveTable,
  'save-hall': hall.SaveHall,
  'place-tables': hall.PlaceTables,
  'remove-hall': hall.RemoveHall,
  'keep-picture': pictures.KeepPicture,
  'save-break-picture': pictures.SaveBreakPicture,
  'remove-break-picture': pictures.RemoveBreakPicture,
  'open-round': rounds.OpenRound,
  'close-round': rounds.CloseRound,
  'move-round': rounds.MoveRound,
  'run-round': rounds.RunRound,
  'end-round': rounds.EndRound,
  'add-round-time': rounds.AddRoundTime,
  'advance-round': rounds.AdvanceRound,
  'pick-table': picks.PickTable,
  'leave-table': picks.LeaveTable,
  'move-person': picks.MovePerson,
  'set-answer': answers.SetAnswer,
  'count-came': attendance.CountCame,
  arrive: attendance.Arrive,
  'walk-up': attendance.WalkUp,
  'wait-for-table': waiting.WaitForTable,
  'stop-waiting': waiting.StopWaiting,
  'promote-waiting': waiting.PromoteWaiting,
  announce: announcements.Announce,
  'withdraw-announcement': announcements.WithdrawAnnouncement,
  'ring-bell': bell.RingBell,
  'call-desk': calls.CallDesk,
  'settle-call': calls.SettleCall,
  'save-window': choosing.SaveWindow,
  'remove-window': choosing.RemoveWindow,
  'open-window': choosing.OpenWindow,
  'close-window': choosing.CloseWindow,
  'advance-window': choosing.AdvanceWindow,
  'set-wishes': choosing.SetWishes,
  'set-round-seats': choosing.SetRoundSeats,
  'propose-seating': choosing.ProposeSeating,
  'publish-seating': choosing.PublishSeating,
  'set-ban': requests.SetBan,
  'set-pin': requests.SetPin,
  'set-musts': requests.SetMusts,
  'set-company': requests.SetCompany,
  'ask-company': requests.AskCompany,
  'set-most': requests.SetMost,
  'set-days': requests.SetDays,
  'save-person': people.SavePerson,
  'check-in': people.CheckIn,
  'undo-check-in': people.UndoCheckIn,
  'erase-person': people.ErasePerson,
  'renew-pass': people.RenewPass,
  'restore-person': people.RestorePerson,
  'withdraw-person': people.WithdrawPerson,
  'ask-question': questions.AskQuestion,
  'take-back-question': questions.TakeBackQuestion,
  'write-note': notes.WriteNote,
  'switch-asking': feedback.SwitchAsking,
  'say-useful': feedback.SayUseful,
  'allow-email': feedback.AllowEmail,
  'propose-table': proposals.ProposeTable,
  'withdraw-proposal': proposals.WithdrawProposal,
  'accept-proposal': proposals.AcceptProposal,
  'decline-proposal': proposals.DeclineProposal,
} as const

export type SingleCommand =
  | show.ShowCommand
  | programme.ProgrammeCommand
  | edits.EditsCommand
  | stage.StageCommand
  | tables.TablesCommand
  | hall.HallCommand
  | pictures.PicturesCommand
  | rounds.RoundsCommand
  | picks.PicksCommand
  | answers.AnswersCommand
  | choosing.ChoosingCommand
  | attendance.AttendanceCommand
  | waiting.WaitingCommand
  | announcements.AnnouncementsCommand
  | bell.BellCommand
  | calls.CallsCommand
  | requests.RequestsCommand
  | people.PeopleCommand
  | questions.QuestionsCommand
  | notes.NotesCommand
  | feedback.FeedbackCommand
  | proposals.ProposalsCommand

/** All of these or none: an import. */
export interface Batch {
  type: 'batch'
  /** the file that it comes from, for the words of its undo */
  file?: string
  commands: SingleCommand[]
}
export type Command = SingleCommand | Batch
export type CommandType = Command['type']

const SingleCommandSchema = Type.Unsafe<SingleCommand>(Type.Union(Object.values(singleCommands)))
export const BatchSchema = Type.Unsafe<Batch>(
  Type.Object(
    {
      type: Type.Literal('batch'),
      file: Type.Optional(Type.String({ maxLength: 120 })),
      commands: Type.Array(SingleCommandSchema, { maxItems: 20_000 }),
    },
    { additionalProperties: false },
  ),
)

import Type from 'typebox'
import * as answers from './answers.ts'
import * as people from './people.ts'
import * as picks from './picks.ts'
import * as programme from '#shared/show/programme/commands.ts'
import * as rounds from './rounds.ts'
import * as show from './show.ts'
import * as stage from '#shared/show/stage/commands.ts'
import * as tables from './tables.ts'

/** Schema of every command that a person, a file or a control surface may send, by its type. */
export const singleCommands = {
  'create-show': show.CreateShow,
  'change-show': show.ChangeShow,
  'hold-day': show.HoldDay,
  'release-day': show.ReleaseDay,
  'follow-clock': show.FollowClock,
  'renew-screens': show.RenewScreens,
  'save-segment': programme.SaveSegment,
  'move-segment': programme.MoveSegment,
  'save-innovation': programme.SaveInnovation,
  'save-pitch': programme.SavePitch,
  'move-pitch': programme.MovePitch,
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
  'save-person': people.SavePerson,
  'check-in': people.CheckIn,
  'undo-check-in': people.UndoCheckIn,
  'erase-person': people.ErasePerson,
  'renew-pass': people.RenewPass,
} as const

export type SingleCommand =
  | show.ShowCommand
  | programme.ProgrammeCommand
  | stage.StageCommand
  | tables.TablesCommand
  | rounds.RoundsCommand
  | picks.PicksCommand
  | answers.AnswersCommand
  | people.PeopleCommand

/** All of these or none: an import. */
export interface Batch {
  type: 'batch'
  commands: SingleCommand[]
}
export type Command = SingleCommand | Batch
export type CommandType = Command['type']

const SingleCommandSchema = Type.Unsafe<SingleCommand>(Type.Union(Object.values(singleCommands)))
export const BatchSchema = Type.Unsafe<Batch>(
  Type.Object(
    {
      type: Type.Literal('batch'),
      commands: Type.Array(SingleCommandSchema, { maxItems: 20_000 }),
    },
    { additionalProperties: false },
  ),
)

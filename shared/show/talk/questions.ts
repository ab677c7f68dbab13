import Type from 'typebox'
import {
  accept,
  type Deciders,
  type Decision,
  type Evolvers,
  refuse,
} from '#shared/show/decision.ts'
import { hostedBy } from '#shared/show/hosting.ts'
import type { ReadShow } from '#shared/show/state.ts'
import {
  type InnovationId,
  InnovationIdSchema,
  type PersonId,
  type TextId,
} from '#shared/show/words.ts'
import { textId, writeText } from './texts.ts'

const strict = { additionalProperties: false }
/** characters */
export const LONGEST_QUESTION = 200

/** The sender's one question to who presents an innovation; a new one takes the place of the one before. */
export const AskQuestion = Type.Object(
  {
    type: Type.Literal('ask-question'),
    innovation: InnovationIdSchema,
    text: Type.String({ minLength: 1, maxLength: LONGEST_QUESTION, pattern: '\\S' }),
  },
  strict,
)
export const TakeBackQuestion = Type.Object(
  { type: Type.Literal('take-back-question'), innovation: InnovationIdSchema },
  strict,
)

export type QuestionsCommand =
  | Type.Static<typeof AskQuestion>
  | Type.Static<typeof TakeBackQuestion>

/** That there is one, or another one, or none any more; its words are in a row. */
export type QuestionsEvent =
  | { type: 'question-asked'; person: PersonId; innovation: InnovationId }
  | { type: 'question-taken-back'; person: PersonId; innovation: InnovationId }

export const questionId = (person: PersonId, innovation: InnovationId): TextId =>
  textId('question', person, innovation)

export const hasAsked = (
  show: Pick<ReadShow, 'questions'>,
  person: PersonId,
  innovation: InnovationId,
): boolean => show.questions[person]?.includes(innovation) ?? false

/** Does this person present it, or host its table? They would ask themselves. */
export function isOwn(show: ReadShow, person: PersonId, innovation: InnovationId): boolean {
  const hosts = hostedBy(show, person)
  const isHost = hosts !== null && show.tables[hosts]?.innovation === innovation
  return isHost || (show.innovations[innovation]?.presenters.includes(person) ?? false)
}

export const decideQuestions: Deciders<QuestionsCommand> = {
  'ask-question': (show, { innovation, text }, { actor: { person } }): Decision => {
    if (!person || !show.people[person]) return refuse('not-allowed')
    if (!show.innovations[innovation])
      return refuse('unknown', { what: 'innovation', id: innovation }, 'innovation')
    if (isOwn(show, person, innovation)) return refuse('own-innovation', {}, 'innovation')
    return {
      ok: true,
      events: [{ type: 'question-asked', person, innovation }],
      people: [writeText(questionId(person, innovation), person, null, text)],
    }
  },
  'take-back-question': (show, { innovation }, { actor: { person } }): Decision => {
    if (!person || !hasAsked(show, person, innovation)) return accept()
    return {
      ok: true,
      events: [{ type: 'question-taken-back', person, innovation }],
      people: [{ eraseText: questionId(person, innovation) }],
    }
  },
}

export const evolveQuestions: Evolvers<QuestionsEvent> = {
  'question-asked': (show, { person, innovation }) => {
    const asked = (show.questions[person] ??= [])
    if (!asked.includes(innovation)) asked.push(innovation)
  },
  'question-taken-back': (show, { person, innovation }) => {
    const left = (show.questions[person] ?? []).filter((id) => id !== innovation)
    if (left.length > 0) show.questions[person] = left
    else delete show.questions[person]
  },
}

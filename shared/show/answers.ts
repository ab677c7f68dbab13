import Type from 'typebox'
import { accept, type Deciders, type Evolvers, refuse } from './decision.ts'
import { forgetWish } from '#shared/show/choosing/evolve.ts'
import type { Answer } from './state.ts'
import { type InnovationId, InnovationIdSchema, type PersonId } from './words.ts'

/** The sender's answer to a pitch: want to talk, maybe, not for us; null takes it back. */
export const SetAnswer = Type.Object(
  {
    type: Type.Literal('set-answer'),
    innovation: InnovationIdSchema,
    answer: Type.Union([
      Type.Literal('yes'),
      Type.Literal('maybe'),
      Type.Literal('no'),
      Type.Null(),
    ]),
  },
  { additionalProperties: false },
)
export type AnswersCommand = Type.Static<typeof SetAnswer>
export type AnswersEvent = {
  type: 'answer-set'
  person: PersonId
  innovation: InnovationId
  answer: Answer | null
}

export const decideAnswers: Deciders<AnswersCommand> = {
  'set-answer': (show, { innovation, answer }, { actor }) => {
    if (!actor.person || !show.people[actor.person]) return refuse('not-allowed')
    if (!show.innovations[innovation])
      return refuse('unknown', { what: 'innovation', id: innovation }, 'innovation')
    const present = show.answers[actor.person]?.[innovation] ?? null
    if (present === answer) return accept()
    return accept({ type: 'answer-set', person: actor.person, innovation, answer })
  },
}

export const evolveAnswers: Evolvers<AnswersEvent> = {
  'answer-set': (show, { person, innovation, answer }) => {
    const own = (show.answers[person] ??= {})
    if (answer === null) delete own[innovation]
    else own[innovation] = answer
    if (answer === 'no') forgetWish(show, person, innovation)
  },
}

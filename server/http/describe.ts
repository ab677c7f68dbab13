import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { BatchSchema, singleCommands } from '#shared/show/commands.ts'
import { Token } from '#shared/wire/check.ts'

/** Collects the routes that say what they are about into an OpenAPI description. */
export async function describe(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Pitch & Talk',
        version: '1',
        description:
          'Everything that a screen does is a command, sent to /s/<event>/commands. Refusals are {ok: false, code, message, field?}, with words for people.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'pitch-and-talk' },
          pass: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    hideUntagged: true,
  })
}

export const TAG = 'api'

const Command = Type.Union([...Object.values(singleCommands), BatchSchema])

/** What `/s/<event>/commands` takes: a command, or one that may be sent again under its id. */
export const CommandBody = Type.Union([
  Type.Object(
    { id: Token, device: Token, counter: Type.Integer({ minimum: 1 }), command: Command },
    { description: 'A command that is done once, however often it is sent.' },
  ),
  Command,
])

export const Done = Type.Object({
  ok: Type.Literal(true),
  version: Type.Integer({ description: 'The event’s version that holds the change.' }),
})
export const Problem = Type.Object({
  ok: Type.Literal(false),
  code: Type.String(),
  message: Type.String({ description: 'For people: what happened and what to do.' }),
  field: Type.Optional(Type.String()),
})

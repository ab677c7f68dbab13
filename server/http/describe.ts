import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { singleCommands } from '#shared/show/commands.ts'
import { PERMISSIONS } from '#shared/show/permissions.ts'
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
    refResolver: {
      buildLocalReference: ({ $id }, _, __, index) =>
        typeof $id === 'string' ? $id : `part-${index}`,
    },
  })
  for (const [type, schema] of Object.entries(openCommands)) app.addSchema({ ...schema, $id: type })
  app.addSchema({ ...Single, $id: 'command' })
  app.addSchema({ ...Batch, $id: 'batch' })
  app.addSchema({ ...Done, $id: 'done' })
  app.addSchema({ ...Problem, $id: 'problem' })
}

export const TAG = 'api'

/** What anybody at all may send: the server's own commands are left out. */
export const openCommands = Object.fromEntries(
  Object.entries(singleCommands).filter(([type]) =>
    PERMISSIONS[type as keyof typeof PERMISSIONS].some((role) => role !== 'system'),
  ),
)

const named = (id: string) => Type.Unsafe({ $ref: `${id}#` })
const Single = Type.Union(Object.keys(openCommands).map(named))
const Batch = Type.Object(
  { type: Type.Literal('batch'), commands: Type.Array(named('command'), { maxItems: 20_000 }) },
  { description: 'All of these or none.' },
)
const Command = Type.Union([named('command'), named('batch')])

/** What `/s/<event>/commands` takes: a command, or one that may be sent again under its id. */
export const CommandBody = Type.Union([
  Type.Object(
    { id: Token, device: Token, counter: Type.Integer({ minimum: 1 }), command: Command },
    { description: 'A command that is done once, however often it is sent.' },
  ),
  Command,
])
export const CommandAnswers = {
  200: named('done'),
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 422, 429, 503].map((status) => [status, named('problem')]),
  ),
}

const Done = Type.Object({
  ok: Type.Literal(true),
  version: Type.Integer({ description: 'The event’s version that holds the change.' }),
})
const Problem = Type.Object({
  ok: Type.Literal(false),
  code: Type.String(),
  message: Type.String({ description: 'For people: what happened and what to do.' }),
  field: Type.Optional(Type.String()),
})

import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { type Command, BatchSchema, singleCommands } from '#shared/show/commands.ts'

/** Ids of commands and devices are made by clients: random, url-safe. */
export const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{8,64}$' })
const Envelope = Compile(
  Type.Object({
    id: Token,
    device: Token,
    counter: Type.Integer({ minimum: 1 }),
    command: Type.Unknown(),
  }),
)

const checks = new Map(
  Object.entries({ ...singleCommands, batch: BatchSchema }).map(([type, schema]) => [
    type,
    Compile(schema as Type.TSchema),
  ]),
)

export type Checked<Value> =
  | { ok: true; value: Value }
  | { ok: false; field: string; problem: string }

/** Is this one of our commands, with just the fields it has? Says which field is wrong. */
export function checkCommand(value: unknown): Checked<Command> {
  const type =
    value !== null && typeof value === 'object' ? (value as { type?: unknown }).type : undefined
  const check = typeof type === 'string' ? checks.get(type) : undefined
  if (!check) return { ok: false, field: 'type', problem: 'is not a command we know' }
  if (check.Check(value)) return { ok: true, value: value as Command }
  // Of a choice of shapes the one that was meant went deepest; which shape it is says its kind.
  const depth = (path: string): number => path.split('/').length
  const [error] = [...check.Errors(value)]
    .filter(({ instancePath }) => !instancePath.endsWith('/kind'))
    .sort((a, b) => depth(b.instancePath) - depth(a.instancePath))
  const field = error?.instancePath.split('/').filter(Boolean).join('.') || 'command'
  return { ok: false, field, problem: error?.message ?? 'is not right' }
}

export function checkEnvelope(
  value: unknown,
): Checked<{ id: string; device: string; counter: number; command: Command }> {
  if (!Envelope.Check(value)) {
    const field = Envelope.Errors(value)[0]?.instancePath.replaceAll('/', '') || 'id'
    return { ok: false, field, problem: 'is missing or not right' }
  }
  const command = checkCommand(value.command)
  return command.ok ? { ok: true, value: { ...value, command: command.value } } : command
}

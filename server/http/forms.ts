import { singleCommands } from '#shared/show/commands.ts'

/** A form's fields; one that was sent several times holds all its values. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

interface Schema {
  type?: string
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  pattern?: string
}

/**
 * A form's texts as the command they mean, read by the command's own schema and by nothing else:
 * numbers, yes and no, lists (a field sent several times; ids also with commas between), parts (`details.name`), and nothing chosen
 * where nothing is allowed. What does not fit is left as it is, so that the check names its field.
 */
export function commandFromForm(fields: Fields): unknown {
  const type = one(fields['type'])
  const schema = Object.entries(singleCommands).find(([name]) => name === type)?.[1] as
    | Schema
    | undefined
  if (!schema) return { type }
  const used = new Set<string>()
  const command = objectFrom(schema, '', fields, used)
  const left = Object.entries(fields).filter(([name]) => !used.has(name))
  return { ...command, ...Object.fromEntries(left) }
}

function objectFrom(schema: Schema, prefix: string, fields: Fields, used: Set<string>): object {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    const value = valueFrom(part, prefix + key, fields, used)
    return value === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(entries)
}

function valueFrom(schema: Schema, name: string, fields: Fields, used: Set<string>): unknown {
  if (schema.anyOf) return choiceFrom(schema.anyOf, name, fields, used)
  if (schema.properties) return objectFrom(schema, `${name}.`, fields, used)
  const given = fields[name]
  used.add(name)
  if (schema.type === 'array') {
    const sent = given === undefined ? [] : typeof given === 'string' ? [given] : given
    const { items = {} } = schema
    const values = holdsNoComma(items) ? sent.flatMap((text) => text.split(',')) : sent
    return values.filter((text) => text !== '').map((text) => scalar(items, text))
  }
  // A box that is not ticked is not sent.
  if (given === undefined) return schema.type === 'boolean' ? false : undefined
  return typeof given === 'string' ? scalar(schema, given) : given
}

/** Ids: one button can hold a whole list of them. */
const holdsNoComma = ({ pattern }: Schema): boolean =>
  pattern !== undefined && !new RegExp(pattern).test(',')

function choiceFrom(choices: Schema[], name: string, fields: Fields, used: Set<string>): unknown {
  const orNull = choices.some((choice) => choice.type === 'null')
  const rest = choices.filter((choice) => choice.type !== 'null')
  const parts = rest.filter((choice) => choice.properties)
  const present = Object.keys(fields).some((key) => key === name || key.startsWith(`${name}.`))
  if (orNull && (fields[name] === '' || (parts.length > 0 && !present))) {
    used.add(name)
    return null
  }
  const fitting = parts.find((part) => literalsFit(part, name, fields)) ?? parts[0] ?? rest[0]
  return fitting ? valueFrom(fitting, name, fields, used) : undefined
}

/** The kind that a form names chooses among the shapes it may have. */
const literalsFit = (schema: Schema, name: string, fields: Fields): boolean =>
  Object.entries(schema.properties ?? {}).every(([key, part]) => {
    const allowed = part.anyOf?.map((each) => each.const) ?? [part.const]
    if (allowed.some((each) => each === undefined)) return true
    return allowed.includes(one(fields[`${name}.${key}`]))
  })

function scalar(schema: Schema, text: string): unknown {
  if (schema.type === 'integer' || schema.type === 'number')
    return /^-?\d{1,15}$/.test(text) ? Number(text) : text
  if (schema.type === 'boolean')
    return /^(on|yes|true)$/.test(text) ? true : /^(no|false|)$/.test(text) ? false : text
  return text
}

const one = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

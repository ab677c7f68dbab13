import type { FastifyRequest } from 'fastify'
import { MAX_SHEET_BYTES } from '#shared/sheets/kind-of-file.ts'
import { isBadFile, type BadFile, type FileKind } from '#shared/sheets/types.ts'
import { tooBig } from '#shared/sheets/kind-of-file.ts'
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportChoices } from '#shared/wire/imports.ts'
import { choicesIn } from './choices.ts'

export interface Received {
  name: string
  /** what the form says it is; null: its shape or its column names say it */
  kind: FileKind | null
  content: Uint8Array | BadFile
}

export interface Form {
  files: Received[]
  apply: boolean
  example: boolean
  choices: ImportChoices
}

/** null: the form breaks off, or is none. */
export async function receive(request: FastifyRequest): Promise<Form | null> {
  try {
    return await receiveWhole(request)
  } catch (error) {
    if (error instanceof Error && BROKEN.test(error.message)) return null
    throw error
  }
}

/** What the parser of forms says of bytes that are not one; it gives its errors no code. */
const BROKEN = /unexpected end of multipart|multipart: boundary not found/i

/**
 * The whole form. A file that is too big is read to its end and thrown away as it comes: stopping in
 * the middle would show as a lost connection, not as a sentence.
 */
async function receiveWhole(request: FastifyRequest): Promise<Form | null> {
  const form: Form = { files: [], apply: false, example: false, choices: {} }
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const yes = part.value === 'yes'
      if (part.fieldname === IMPORT_FIELDS.apply) form.apply = yes
      if (part.fieldname === IMPORT_FIELDS.example) form.example = yes
      if (part.fieldname === IMPORT_FIELDS.choices) {
        const choices = choicesIn(part.value)
        if (choices === null) return null
        form.choices = choices
      }
      continue
    }
    const content = await contentOf(part.file)
    // What a browser sends for a file field that was left empty.
    if (part.filename === '' && !isBadFile(content) && content.length === 0) continue
    const kind = IMPORT_KINDS.find((each) => each === part.fieldname) ?? null
    form.files.push({ name: part.filename || 'file', kind, content })
  }
  return form
}

async function contentOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | BadFile> {
  let size = 0
  let kept: Uint8Array[] = []
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MAX_SHEET_BYTES) kept = []
    else kept.push(chunk)
  }
  // A plain copy: the thread that reads it gets its own.
  return size > MAX_SHEET_BYTES ? tooBig(size) : new Uint8Array(Buffer.concat(kept))
}

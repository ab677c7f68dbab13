import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { badFile } from '#shared/sheets/kind-of-file.ts'
import { oneLine, quote } from '#shared/sheets/text.ts'
import type { BadFile } from '#shared/sheets/types.ts'

/** Deeper is no schedule; a file that nests for ever would take for ever. */
const DEEPEST = 40

const LISTS = new Set(['day', 'room', 'event', 'person', 'link', 'attachment'])

// Text stays text: `007` is an id, and `1e5` a title. Only what the standard and HTML define is
// decoded; entities that a file defines for itself are refused before anything is parsed.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  processEntities: { enabled: true, maxEntityCount: 1 },
  captureMetaData: true,
  maxNestedTags: DEEPEST,
  ignoreDeclaration: true,
  ignorePiTags: true,
  jPath: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && LISTS.has(name),
})
const META = XMLParser.getMetaDataSymbol() as symbol

/** An XML text as nested objects: attributes as `@name`, text beside them as `#text`. */
export function parseXml(text: string): unknown {
  const refused = refuseEntities(text) ?? refuseBroken(text)
  if (refused) return refused
  try {
    return parser.parse(text)
  } catch (error) {
    // The parser throws plain errors for whatever it does not like, such as tags nested too deep.
    if (!(error instanceof Error)) throw error
    return broken(error.message)
  }
}

/** A definition in a file can make a few bytes a billion; no schedule needs one. */
function refuseEntities(text: string): BadFile | null {
  // A document has one; what is called so after it is broken.
  const type = text.slice(Math.max(0, text.search(/<!DOCTYPE/i)))
  return /^<!DOCTYPE[^>[]*\[/i.test(type)
    ? badFile(
        'not-a-schedule',
        'This XML file defines entities of its own (<!DOCTYPE … [ … ]>), which can be used to harm who reads it. Save the schedule without them.',
      )
    : null
}

function refuseBroken(text: string): BadFile | null {
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: true })
  return valid === true ? null : broken(valid.err.msg, valid.err.line)
}

const broken = (message: string, line?: number): BadFile =>
  badFile(
    'not-a-schedule',
    `This file begins as XML and breaks${line === undefined ? '' : ` at line ${line}`}: ${quote(oneLine(message))} Download it again, or mend it there.`,
  )

/** Where in the text an element begins; null: it has neither attributes nor elements. */
export function startIndexOf(node: unknown): number | null {
  if (typeof node !== 'object' || node === null) return null
  const meta = (node as Record<symbol, unknown>)[META]
  const start =
    typeof meta === 'object' && meta !== null ? (meta as { startIndex?: unknown }).startIndex : null
  return typeof start === 'number' ? start : null
}

/** Line numbers of places that are asked for in rising order, in one walk through the text. */
export function lineCounter(text: string): (index: number) => number {
  let line = 1
  let at = 0
  return (index) => {
    if (index < at) return line
    for (
      let next = text.indexOf('\n', at);
      next >= 0 && next < index;
      next = text.indexOf('\n', at)
    ) {
      line += 1
      at = next + 1
    }
    return line
  }
}

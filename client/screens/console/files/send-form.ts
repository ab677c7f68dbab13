import {
  type ImportReport,
  type ImportStep,
  type ImportTold,
  STEPS_TYPE,
} from '#shared/wire/imports.ts'
import { ASK_WORDS } from '#shared/words/console-data.ts'
import type { Asked, AskRefused } from '../common/ask.ts'

/** How far it has come: bytes on their way, then what the server says. */
export type Progress = { step: 'sending'; sent: number; of: number } | ImportStep

/**
 * Sends files and says how far they have come. Resolves with the report or with what went wrong in words;
 * never rejects. Aborted by `signal`, it resolves with the code `cancelled`.
 */
export function sendForm(
  url: string,
  form: FormData,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Asked<ImportReport>> {
  return new Promise((resolve) => {
    // fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest()
    const lines = linesOf((told) => {
      if (told.step === 'done') resolve({ ok: true, body: told.report })
      else if (told.step === 'refused') resolve({ ok: false, ...pick(told) })
      else tell(told)
    })
    request.open('POST', url)
    request.setRequestHeader('accept', `${STEPS_TYPE}, application/json`)
    request.upload.onprogress = ({ loaded, total }) =>
      tell({ step: 'sending', sent: loaded, of: total })
    request.onprogress = () => lines(request.responseText, false)
    request.onload = () => {
      if (!isSteps(request)) resolve(refusalIn(request))
      else if (!lines(request.responseText, true)) resolve(NO_ANSWER)
    }
    request.onerror = () => resolve(NO_ANSWER)
    request.onabort = () => resolve({ ok: false, code: 'cancelled', message: '' })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

const NO_ANSWER: AskRefused = { ok: false, code: 'no-answer', message: ASK_WORDS.noAnswer }

const pick = ({ code, message }: { code: string; message: string }) => ({ code, message })

const isSteps = (request: XMLHttpRequest): boolean =>
  (request.getResponseHeader('content-type') ?? '').startsWith(STEPS_TYPE)

/** Answers with whether the last line has come. */
function linesOf(say: (told: ImportTold) => void): (text: string, whole: boolean) => boolean {
  let read = 0
  let ended = false
  return (text, whole) => {
    for (;;) {
      const end = text.indexOf('\n', read)
      if (end < 0) break
      const line = text.slice(read, end)
      read = end + 1
      const told = parsed(line)
      if (!told) break
      ended ||= told.step === 'done' || told.step === 'refused'
      say(told)
    }
    return whole && ended
  }
}

/** null: something between us and the server has answered in its place. */
function parsed(line: string): ImportTold | null {
  try {
    return JSON.parse(line) as ImportTold
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function refusalIn(request: XMLHttpRequest): AskRefused {
  try {
    const { code, message } = JSON.parse(request.responseText) as Partial<AskRefused>
    return {
      ok: false,
      code: code ?? String(request.status),
      message: message ?? ASK_WORDS.strange,
    }
  } catch (error) {
    if (error instanceof SyntaxError) return NO_ANSWER
    throw error
  }
}

import { useCallback, useRef, useState } from 'react'
import {
  IMPORT_FIELDS,
  type ImportChoice,
  type ImportKind,
  type ImportReport,
} from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { IMPORT } from '#shared/words/console-import.ts'
import { type Progress, sendForm } from './send-form.ts'

/** A file as it was when it was chosen: what is added is what was reported, whatever happens to it on disk. */
export interface ChosenFile {
  name: string
  /** bytes */
  size: number
  content: Blob
  /** null: its column names say what it is */
  kind: ImportKind | null
  /** what the organiser said of its columns; null: nothing */
  choice?: ImportChoice | null
}
export type Source = { files: readonly ChosenFile[] } | { example: true }
export type ImportPhase = 'choosing' | 'reading' | 'read' | 'adding' | 'added'

export interface Imports {
  phase: ImportPhase
  files: readonly ChosenFile[]
  example: boolean
  report: ImportReport | null
  /** how far it has come, while something is under way */
  progress: Progress | null
  /** in words: why there is no report */
  failure: string | null
  take: (files: Iterable<File>) => Promise<void>
  drop: (name: string) => void
  /** says what the columns of a file are, and reads it again */
  choose: (name: string, choice: ImportChoice) => void
  takeExample: () => void
  add: () => void
  cancel: () => void
  /** reads the chosen files once more */
  again: () => void
  startAgain: () => void
}

const MOST_FILES = 3

export function formOf(source: Source, apply: boolean): FormData {
  const form = new FormData()
  if (apply) form.append(IMPORT_FIELDS.apply, 'yes')
  if ('example' in source) form.append(IMPORT_FIELDS.example, 'yes')
  else {
    const chosen = source.files.flatMap(({ name, choice }) => (choice ? [[name, choice]] : []))
    if (chosen.length > 0)
      form.append(IMPORT_FIELDS.choices, JSON.stringify(Object.fromEntries(chosen)))
    for (const file of source.files) form.append(file.kind ?? 'file', file.content, file.name)
  }
  return form
}

/** Those chosen before and these; a file of the same name is the mended one and takes the older one's place. */
export function withFiles(
  before: readonly ChosenFile[],
  more: readonly ChosenFile[],
): readonly ChosenFile[] {
  const names = new Set(before.map((file) => file.name))
  return [
    ...before.map((file) => {
      const newer = more.find((one) => one.name === file.name)
      return newer ? { ...newer, kind: file.kind, choice: file.choice ?? null } : file
    }),
    ...more.filter((file) => !names.has(file.name)),
  ]
}

/** Files are read first and reported; only then does `add` add the very same. */
export function useImports(event: string): Imports {
  const [phase, setPhase] = useState<ImportPhase>('choosing')
  const [source, setSource] = useState<Source>({ files: [] })
  const [report, setReport] = useState<ImportReport | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const asked = useRef<AbortController | null>(null)

  const post = useCallback(
    async (of: Source, apply: boolean, keep = false): Promise<void> => {
      // Other files were chosen since: the report of those before is of no interest.
      asked.current?.abort()
      const own = new AbortController()
      asked.current = own
      setSource(of)
      setFailure(null)
      setProgress(null)
      if (!apply && !keep) setReport(null)
      setPhase(apply ? 'adding' : 'reading')
      const latest: { progress: Progress | null } = { progress: null }
      const tell = (now: Progress): void => {
        latest.progress = now
        if (own === asked.current) setProgress(now)
      }
      const form = formOf(of, apply)
      const answer = await sendForm(`/api/shows/${event}/imports`, form, tell, own.signal)
      if (own !== asked.current) return
      asked.current = null
      setProgress(null)
      if (answer.ok) {
        setReport(answer.body)
        setPhase(apply && answer.body.applied ? 'added' : 'read')
        return
      }
      if (!apply) setReport(null)
      setPhase(apply ? 'read' : 'choosing')
      setFailure(failureWords(answer, apply, latest.progress))
    },
    [event],
  )
  const files = 'files' in source ? source.files : []
  const readAll = (next: readonly ChosenFile[]): void => {
    if (next.length > 0) void post({ files: next }, false)
    else startAgain()
  }
  const startAgain = (): void => {
    asked.current?.abort()
    asked.current = null
    setSource({ files: [] })
    setReport(null)
    setProgress(null)
    setFailure(null)
    setPhase('choosing')
  }

  return {
    phase,
    files,
    example: 'example' in source,
    report,
    progress,
    failure,
    async take(chosen) {
      const more = await Promise.all([...chosen].map(read))
      const next = withFiles(phase === 'added' ? [] : files, more)
      if (next.length > MOST_FILES) setFailure(FILES.tooMany)
      else readAll(next)
    },
    drop: (name) => readAll(files.filter((file) => file.name !== name)),
    choose(name, choice) {
      const next = files.map((file) => (file.name === name ? { ...file, choice } : file))
      // What is on the page stays there: the cursor is in it.
      void post({ files: next }, false, true)
    },
    takeExample: () => void post({ example: true }, false),
    add: () => void post(source, true),
    cancel: () => asked.current?.abort(),
    again: () => readAll(files),
    startAgain,
  }
}

function failureWords(
  { code, message }: { code: string; message: string },
  apply: boolean,
  last: Progress | null,
): string {
  const late = apply && last?.step === 'saving'
  if (code === 'cancelled') return late ? IMPORT.cancelledLate : IMPORT.cancelled
  if (code !== 'no-answer') return message
  return apply ? FILES.notKnown : FILES.noAnswer
}

async function read(file: File): Promise<ChosenFile> {
  const content = new Blob([await file.arrayBuffer()])
  return { name: file.name, size: file.size, content, kind: null }
}

import { useCallback, useRef, useState } from 'react'
import { IMPORT_FIELDS, type ImportKind, type ImportReport } from '#shared/wire/imports.ts'
import { FILES } from '#shared/words/console-data.ts'
import { ask } from '../common/ask.ts'

/** A file as it was when it was chosen: what is added is what was reported, whatever happens to it on disk. */
export interface ChosenFile {
  name: string
  /** bytes */
  size: number
  content: Blob
  /** null: its column names say what it is */
  kind: ImportKind | null
}
export type Source = { files: readonly ChosenFile[] } | { example: true }
export type ImportPhase = 'choosing' | 'reading' | 'read' | 'adding' | 'added'

export interface Imports {
  phase: ImportPhase
  files: readonly ChosenFile[]
  example: boolean
  report: ImportReport | null
  /** in words: why there is no report */
  failure: string | null
  take: (files: Iterable<File>) => Promise<void>
  drop: (name: string) => void
  setKind: (name: string, kind: ImportKind | null) => void
  takeExample: () => void
  add: () => void
  startAgain: () => void
}

const MOST_FILES = 3

export function formOf(source: Source, apply: boolean): FormData {
  const form = new FormData()
  if (apply) form.append(IMPORT_FIELDS.apply, 'yes')
  if ('example' in source) form.append(IMPORT_FIELDS.example, 'yes')
  else for (const file of source.files) form.append(file.kind ?? 'file', file.content, file.name)
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
      return newer ? { ...newer, kind: file.kind } : file
    }),
    ...more.filter((file) => !names.has(file.name)),
  ]
}

/** Files are read first and reported; only then does `add` add the very same. */
export function useImports(event: string): Imports {
  const [phase, setPhase] = useState<ImportPhase>('choosing')
  const [source, setSource] = useState<Source>({ files: [] })
  const [report, setReport] = useState<ImportReport | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const asked = useRef(0)

  const post = useCallback(
    async (of: Source, apply: boolean): Promise<void> => {
      asked.current += 1
      const own = asked.current
      setSource(of)
      setFailure(null)
      if (!apply) setReport(null)
      setPhase(apply ? 'adding' : 'reading')
      const answer = await ask<ImportReport>(`/api/shows/${event}/imports`, {
        method: 'POST',
        body: formOf(of, apply),
      })
      // Other files were chosen since: this report is of no interest.
      if (own !== asked.current) return
      if (answer.ok) {
        setReport(answer.body)
        setPhase(apply && answer.body.applied ? 'added' : 'read')
        return
      }
      setPhase(apply ? 'read' : 'choosing')
      const unknown = answer.code === 'no-answer'
      setFailure(unknown ? (apply ? FILES.notKnown : FILES.noAnswer) : answer.message)
    },
    [event],
  )
  const files = 'files' in source ? source.files : []
  const readAll = (next: readonly ChosenFile[]): void => {
    if (next.length > 0) void post({ files: next }, false)
    else startAgain()
  }
  const startAgain = (): void => {
    asked.current += 1
    setSource({ files: [] })
    setReport(null)
    setFailure(null)
    setPhase('choosing')
  }

  return {
    phase,
    files,
    example: 'example' in source,
    report,
    failure,
    async take(chosen) {
      const more = await Promise.all([...chosen].map(read))
      const next = withFiles(phase === 'added' ? [] : files, more)
      if (next.length > MOST_FILES) setFailure(FILES.tooMany)
      else readAll(next)
    },
    drop: (name) => readAll(files.filter((file) => file.name !== name)),
    setKind: (name, kind) =>
      readAll(files.map((file) => (file.name === name ? { ...file, kind } : file))),
    takeExample: () => void post({ example: true }, false),
    add: () => void post(source, true),
    startAgain,
  }
}

async function read(file: File): Promise<ChosenFile> {
  const content = new Blob([await file.arrayBuffer()], { type: 'text/csv' })
  return { name: file.name, size: file.size, content, kind: null }
}

import { type Readable, writable } from '../../../link/readable.ts'

/** Asked before something that cannot be taken back, or that people in the hall will notice. */
export interface Question {
  title: string
  /** what will happen, in one or two sentences */
  body: string
  /** the word on the button that does it */
  yes: string
  /** default: Cancel */
  no?: string
  /** it throws something away */
  danger?: boolean
}
export interface AskedQuestion extends Question {
  answer: (yes: boolean) => void
}

export interface Questions {
  asked: Readable<AskedQuestion | null>
  ask(question: Question): Promise<boolean>
}

/** One question at a time: a newer one answers the older with no. */
export function createQuestions(): Questions {
  const asked = writable<AskedQuestion | null>(null)
  return {
    asked,
    ask: (question) =>
      new Promise((resolve) => {
        asked.getSnapshot()?.answer(false)
        const own: AskedQuestion = {
          ...question,
          answer(yes) {
            if (asked.getSnapshot() === own) asked.set(null)
            resolve(yes)
          },
        }
        asked.set(own)
      }),
  }
}

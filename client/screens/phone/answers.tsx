import type { Answer } from '#shared/show/state.ts'
import type { InnovationId } from '#shared/show/words.ts'
import { PHONE } from '#shared/words/phone.ts'
import { CommandForm } from './command-form.tsx'
import { usePhone } from './phone-context.ts'

const CHOICES: readonly { answer: Answer; words: string; className: string }[] = [
  { answer: 'yes', words: PHONE.yes, className: 'button answer--yes' },
  { answer: 'maybe', words: PHONE.maybe, className: 'button' },
  { answer: 'no', words: PHONE.no, className: 'button' },
]

interface AnswersProps {
  innovation: InnovationId
  /** what is asked, in a heading of its own; left out: whether to talk to those on stage */
  ask?: string
}

/** Want to talk, maybe, not for us: a button each, so that one press answers. */
export function Answers({ innovation, ask = PHONE.ask }: AnswersProps) {
  const { mine, pending } = usePhone()
  if (!mine) return null
  const about = `answer:${innovation}`
  const waits = pending.get(about)?.command
  const asked = waits?.type === 'set-answer' ? waits.answer : null
  const given = asked ?? mine.answers[innovation] ?? null
  return (
    <CommandForm
      about={about}
      className={`answers${given === null ? ' answers--new' : ''}`}
      fields={{ type: 'set-answer', innovation }}
      command={(pressed) => ({
        type: 'set-answer',
        innovation,
        answer: CHOICES.find(({ answer }) => answer === pressed)?.answer ?? 'yes',
      })}
    >
      <h2 className="answers__ask">{given === null ? ask : PHONE.yourAnswer}</h2>
      {CHOICES.map(({ answer, words, className }) => (
        <button
          key={answer}
          name="answer"
          value={answer}
          className={className}
          aria-pressed={given === answer}
          aria-busy={asked === answer ? true : undefined}
        >
          {words}
        </button>
      ))}
      <p className="answers__note">{given === null ? PHONE.onlyYou : PHONE.onlyYouChange}</p>
    </CommandForm>
  )
}

/** How many innovations this person wants to talk to. */
export function YesSoFar() {
  const { mine, parts } = usePhone()
  if (!mine) return null
  const yes = Object.values(mine.answers).filter((answer) => answer === 'yes').length
  return (
    <p className="then">
      <span className="grow">{PHONE.yesSoFar}</span>
      <b className="num">{PHONE.ofAll(yes, Object.keys(parts.innovations).length)}</b>
    </p>
  )
}

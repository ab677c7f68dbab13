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
  /** one of many in a list: quieter, and its buttons say what they are about */
  inList?: boolean
}

/** Want to talk, maybe, not for us: a button each, so that one press answers. */
export function Answers({ innovation, inList = false }: AnswersProps) {
  const { parts, mine, pending } = usePhone()
  if (!mine) return null
  if (parts.show.closedAt !== null) return <Given answer={mine.answers[innovation]} />
  const about = `answer:${innovation}`
  const waits = pending.get(about)?.command
  const asked = waits?.type === 'set-answer' ? waits.answer : null
  const given = asked ?? mine.answers[innovation] ?? null
  const Heading = inList ? 'h3' : 'h2'
  return (
    <CommandForm
      about={about}
      className={`answers${given === null && !inList ? ' answers--new' : ''}`}
      fields={{ type: 'set-answer', innovation }}
      command={(pressed) => ({
        type: 'set-answer',
        innovation,
        answer: CHOICES.find(({ answer }) => answer === pressed)?.answer ?? 'yes',
      })}
    >
      <Heading className="answers__ask">{given === null ? PHONE.ask : PHONE.yourAnswer}</Heading>
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
          {inList && <span className="vh">: {parts.innovations[innovation]?.title}</span>}
        </button>
      ))}
      {!inList && (
        <p className="answers__note">{given === null ? PHONE.onlyYou : PHONE.onlyYouChange}</p>
      )}
    </CommandForm>
  )
}

/** After the end: what one has said, and no buttons. */
function Given({ answer }: { answer: Answer | undefined }) {
  const words = CHOICES.find((choice) => choice.answer === answer)?.words
  return words === undefined ? null : (
    <p className="muted">
      {PHONE.yourAnswer}: <b>{words}</b>
    </p>
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

import loadHighs from 'highs'

const highs = await loadHighs()

/** A linear program in the making: names of variables are letters and digits. */
export class Program {
  private goal: string[] = []
  private rows: string[] = []
  private bounds: string[] = []
  private whole: string[] = []

  /** A variable between 0 and `most`, worth so much each. */
  variable(name: string, worth: number, { most = 1, whole = false } = {}): string {
    this.goal.push(term(worth, name))
    this.bounds.push(`0 <= ${name} <= ${most}`)
    if (whole) this.whole.push(name)
    return name
  }

  /** The sum of `plus` less that of `minus` against a number. */
  row(plus: readonly string[], minus: readonly string[], sign: '<=' | '=', value: number): void {
    if (plus.length + minus.length === 0) return
    const terms = [...plus.map((name) => term(1, name)), ...minus.map((name) => term(-1, name))]
    this.rows.push(`${terms.join(' ')} ${sign} ${value}`)
  }

  /** The largest worth there is, by HiGHS. */
  best(): number {
    if (this.goal.length === 0) return 0
    const text = [
      'Maximize',
      // The format ends a line at 560 characters.
      ...lines(`obj: ${this.goal.join(' ')}`),
      'Subject To',
      ...this.rows.flatMap((row, at) => lines(`c${at}: ${row}`)),
      'Bounds',
      ...this.bounds,
      ...(this.whole.length > 0 ? ['General', ...this.whole] : []),
      'End',
    ].join('\n')
    const solution = highs.solve(text, { output_flag: false, mip_rel_gap: 0 })
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`)
    return solution.ObjectiveValue
  }
}

const term = (factor: number, name: string): string =>
  `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`

const lines = (text: string): string[] => text.match(/.{1,400}(?:\s|$)/g) ?? []

/** A picture of one row: bars one over the other, the widest first, and a line across them. */
export function Bars({
  values,
  most,
  line = null,
}: {
  values: readonly { of: string; value: number }[]
  /** what the whole width stands for */
  most: number
  line?: number | null
}) {
  const at = (value: number): number => (most === 0 ? 0 : (value / most) * WIDTH)
  return (
    <svg
      className="bars"
      viewBox={`0 0 ${WIDTH + 1} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="bars__ground" x="0" y="2" width={WIDTH} height="16" />
      {values.map(({ of, value }) => (
        <rect key={of} className={`bars__${of}`} x="0" y="2" width={at(value)} height="16" />
      ))}
      {line !== null && (
        <rect
          className="bars__line"
          x={Math.max(0, at(line) - 0.75)}
          y="0"
          width="1.5"
          height="20"
        />
      )}
    </svg>
  )
}
const WIDTH = 300

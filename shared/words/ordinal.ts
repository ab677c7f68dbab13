/** `1st`, `2nd`, `3rd`, `11th`, `22nd` */
export function ordinal(count: number): string {
  const [last, tens] = [count % 10, Math.floor(count / 10) % 10]
  const end = tens === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')
  return `${count}${end}`
}

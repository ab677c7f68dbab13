/** Of its own: phones load it, and nothing of the rules with it. */
export function mapValues<Id extends string, From, To>(
  items: Readonly<Record<Id, From>>,
  change: (item: From) => To,
): Record<Id, To> {
  return Object.fromEntries(
    Object.entries<From>(items).map(([id, item]) => [id, change(item)]),
  ) as Record<Id, To>
}

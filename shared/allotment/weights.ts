/**
 * What a visit is worth, in small whole numbers (few distinct costs make the flow fast). The number of
 * wishes met always comes first, whatever these say; they choose among the seatings that meet as many.
 */

/** Nested: the n-th of a person's top 1, top 3 and top 5 earns a falling reward, so everybody's first comes before anybody's second. */
export const LEVELS: readonly { top: number; rewards: readonly number[] }[] = [
  { top: 5, rewards: [30, 20, 10, 4, 0] },
  { top: 3, rewards: [40, 16, 4] },
  { top: 1, rewards: [30] },
]

/** Each further visit of a person costs so much more than the one before: those with few go first. */
export const STEP = 8

/** A seat held now at this table is worth so much, so that few people are moved. */
export const KEEP = 40

const LAST_RANK = 63

/** What rank alone costs: it breaks the ties that levels and counts leave. */
export const rankCost = (rank: number): number => Math.min(rank, LAST_RANK)

/**
 * The cost of a person's n-th visit (from 1) under the strict policy, n times this. Exchanging seats goes
 * through each table once at the most, so no sum of ranks and kept seats outweighs one visit's difference.
 */
export const strictStep = (tables: number): number => 2 * tables * (LAST_RANK + KEEP) + 1

/** Across a street and into the house behind it: a shelter lies in the middle of one. */
const nearMetres = 60

/**
 * From how near a dot or a name is drawn over what stands before it, metres: from the air always, so that nothing is lost.
 * For one who walks, walls hide names, and the dots of all but what is near: what lies in a house would never be seen.
 */
export const throughWalls = (what: 'dots' | 'names', isWalking: boolean): number =>
  isWalking ? (what === 'dots' ? nearMetres : 0) : Number.POSITIVE_INFINITY

/** The first index from `low` to `high` whose value is above a number, or `high`; the values never fall. Searched by halving. */
export function firstAbove(
  rising: ArrayLike<number>,
  value: number,
  low = 0,
  high = rising.length - 1,
): number {
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! > value) high = middle
    else low = middle + 1
  }
  return low
}

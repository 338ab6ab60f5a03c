/** Places along a line: metres from its start, natural height, and whether the ground does not count there. */
export type ProfilePoint = {metres: number; height: number; isBridge: boolean; isFixed: boolean}

/** How fast what a fixed place asks for wears off away from it, in metres of height a metre. */
const wearOff = 0.03

/**
 * Heights along a line that climb no more than `steepest`: midway between the highest such heights that only cut and
 * the lowest such that only bank up. Then brought to the heights of fixed places, which other lines have given.
 */
export function gradeProfile(points: readonly ProfilePoint[], steepest: number): Float64Array {
  const cut = Float64Array.from(points, ({height, isBridge}) => (isBridge ? Infinity : height))
  const bank = Float64Array.from(points, ({height, isBridge}) => (isBridge ? -Infinity : height))
  const pass = (at: number, from: number) => {
    const climb = steepest * Math.abs(points[at]!.metres - points[from]!.metres)
    cut[at] = Math.min(cut[at]!, cut[from]! + climb)
    bank[at] = Math.max(bank[at]!, bank[from]! - climb)
  }
  for (let at = 1; at < points.length; at++) pass(at, at - 1)
  for (let at = points.length - 2; at >= 0; at--) pass(at, at + 1)
  const graded = cut.map((height, at) => (height + bank[at]!) / 2)

  const fixed = points
    .map(({metres, height, isFixed}, at) => ({metres, isFixed, off: height - graded[at]!}))
    .filter(({isFixed}) => isFixed)
  let next = 0
  return graded.map((height, at) => {
    const {metres} = points[at]!
    while (next < fixed.length && fixed[next]!.metres < metres) next++
    return height + correction(fixed[next - 1], fixed[next], metres)
  })
}

type Fixed = {metres: number; off: number}

/** Straight from one fixed place to the next where they are close, else wearing off from each. */
function correction(before: Fixed | undefined, after: Fixed | undefined, metres: number): number {
  const reach = (fixed: Fixed) => Math.max(60, Math.abs(fixed.off) / wearOff)
  const worn = (fixed: Fixed | undefined) =>
    fixed ? fixed.off * Math.max(0, 1 - Math.abs(metres - fixed.metres) / reach(fixed)) : 0
  if (!before || !after || after.metres - before.metres > reach(before) + reach(after))
    return worn(before) + worn(after)
  const share = (metres - before.metres) / Math.max(1e-9, after.metres - before.metres)
  return before.off + (after.off - before.off) * share
}

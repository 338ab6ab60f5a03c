/**
 * Which points of a line of heights are kept so that none left out is further than `mostOff` from the straight line
 * between its kept neighbours (Ramer 1972, Douglas and Peucker 1973). The first, the last and every `every`th are.
 * Depends on these heights alone: two tiles that share an edge keep the same points of it, and no gap opens.
 */
export function edgePoints(heights: ArrayLike<number>, mostOff: number, every: number): number[] {
  const kept: number[] = [0]
  const last = heights.length - 1
  const between = (from: number, to: number) => {
    let [worst, at] = [mostOff, -1]
    for (let i = from + 1; i < to; i++) {
      const straight = heights[from]! + ((heights[to]! - heights[from]!) * (i - from)) / (to - from)
      const off = Math.abs(heights[i]! - straight)
      if (off > worst) [worst, at] = [off, i]
    }
    if (at >= 0) {
      between(from, at)
      between(at, to)
    } else kept.push(to)
  }
  for (let from = 0; from < last; from += every) between(from, Math.min(last, from + every))
  return kept
}

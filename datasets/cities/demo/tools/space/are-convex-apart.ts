import type {Point} from './vector.ts'

/**
 * Is there a gap of at least so many metres between two convex rings, both counter-clockwise? By separating axes; where
 * corners face each other it answers no up to half as soon again.
 */
export const areConvexApart = (a: readonly Point[], b: readonly Point[], gapMetres = 0): boolean =>
  hasSeparatingSide(a, b, gapMetres) || hasSeparatingSide(b, a, gapMetres)

/** Does all of `other` lie beyond one side of `ring`, at least the gap away? */
function hasSeparatingSide(ring: readonly Point[], other: readonly Point[], gap: number): boolean {
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [x0, y0] = ring[before]!
    const [x1, y1] = ring[index]!
    const dx = x1 - x0
    const dy = y1 - y0
    const length = Math.sqrt(dx * dx + dy * dy)
    if (length === 0) continue
    let nearest = Infinity
    for (const [x, y] of other) {
      const beyond = (dy * (x - x0) - dx * (y - y0)) / length
      if (beyond < nearest) nearest = beyond
    }
    if (nearest >= gap - 1e-9) return true
  }
  return false
}

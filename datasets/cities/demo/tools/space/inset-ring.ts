import {isInside} from './is-inside.ts'
import {nearestOnSegment} from './nearest-on-segment.ts'
import {ringArea} from './ring-area.ts'
import {segmentCrossing} from './segment-crossing.ts'
import {simplifyLine} from './simplify-line.ts'
import {cross, heading, leftOf, type Point, step} from './vector.ts'

/**
 * A ring drawn so many metres inside another (counter-clockwise), with the corners of its rough shape only; undefined
 * where nothing simple fits.
 * @param roughMetres corners that stand out less than this are left out first
 */
export function insetRing(ring: readonly Point[], metres: number, roughMetres: number): Point[] | undefined {
  const rough = simplifyLine([...ring, ring[0]!], roughMetres).slice(0, -1)
  if (rough.length < 3) return undefined
  const inset = rough.map((corner, index): Point | undefined => {
    const before = rough[(index + rough.length - 1) % rough.length]!
    const after = rough[(index + 1) % rough.length]!
    const into = heading(before, corner)
    const out = heading(corner, after)
    // Where the two sides' inner parallels meet.
    const a = step(corner, leftOf(into), metres)
    const b = step(corner, leftOf(out), metres)
    const across = cross(into, out)
    if (Math.abs(across) < 0.02) return a
    const ahead = cross([b[0] - a[0], b[1] - a[1]], out) / across
    return Math.abs(ahead) > metres * 4 ? undefined : step(a, into, ahead)
  })
  const corners = inset.filter(point => point !== undefined)
  if (corners.length < 3 || ringArea(corners) < metres * metres) return undefined
  return isSimple(corners) && corners.every(corner => isDeepInside(corner, ring, metres * 0.75))
    ? corners
    : undefined
}

function isDeepInside(point: Point, ring: readonly Point[], metres: number): boolean {
  return (
    isInside(point, ring) &&
    ring.every(
      (corner, index) => nearestOnSegment(point, corner, ring[(index + 1) % ring.length]!).metres > metres,
    )
  )
}

function isSimple(ring: readonly Point[]): boolean {
  for (let first = 0; first < ring.length; first++)
    for (let second = first + 2; second < ring.length; second++) {
      if (first === 0 && second === ring.length - 1) continue
      if (segmentCrossing(ring[first]!, ring[first + 1]!, ring[second]!, ring[(second + 1) % ring.length]!))
        return false
    }
  return true
}

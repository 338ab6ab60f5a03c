import {type MapShape, ringArea, type Spot} from './map-shape.ts'

/**
 * Where to write an area's name: the centre of its largest part, or, where that lies outside of it, the middle of the
 * widest stretch of that part at the same height.
 */
export function labelSpot({parts}: MapShape & {type: 'polygons'}): Spot {
  const sizes = parts.map(([outline]) => Math.abs(ringArea(outline!)))
  const rings = parts[sizes.indexOf(Math.max(...sizes))]!
  const [x, y] = centre(rings[0]!)
  const stretches = stretchesAt(rings, y)
  const widest = stretches.reduce((best, one) => (one[1] - one[0] > best[1] - best[0] ? one : best), [x, x])
  const isInside = stretches.some(([from, to]) => x > from && x < to)
  return isInside ? [x, y] : [(widest[0] + widest[1]) / 2, y]
}

/** The centre of gravity of what a closed ring encloses; of a ring without an area its first corner. */
function centre(ring: readonly Spot[]): Spot {
  const [x0, y0] = ring[0]!
  let [twice, sumX, sumY] = [0, 0, 0]
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    twice += cross
    sumX += (ax + bx - 2 * x0) * cross
    sumY += (ay + by - 2 * y0) * cross
  }
  return twice === 0 ? [x0, y0] : [x0 + sumX / (3 * twice), y0 + sumY / (3 * twice)]
}

/** From where to where the inside of rings reaches at a height. */
function stretchesAt(rings: readonly Spot[][], y: number): Spot[] {
  const crossings: number[] = []
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
    }
  crossings.sort((a, b) => a - b)
  return Array.from({length: crossings.length >> 1}, (_, i) => [crossings[2 * i]!, crossings[2 * i + 1]!])
}

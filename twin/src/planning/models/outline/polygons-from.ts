import {type Polygons, turning} from '../../polygons.ts'
import type {Metres} from '../../site-frame.ts'

/** A ring that encloses less is a seam, no courtyard and no house. */
const leastRingM2 = 0.05

/** Rings that turn left are outlines; the others are holes of the smallest outline around them. */
export function polygonsFrom(rings: Metres[][]): Polygons {
  const known = rings.map(ring => ({ring, area: turning(ring)}))
  const outlines = known
    .filter(({area}) => area >= leastRingM2)
    .sort((a, b) => a.area - b.area)
    .map(({ring, area}) => ({area, rings: [ring]}))
  for (const {ring, area} of known) {
    if (area > -leastRingM2) continue
    outlines.find(outline => outline.area > -area && contains(outline.rings[0]!, ring))?.rings.push(ring)
  }
  return outlines.sort((a, b) => b.area - a.area).map(outline => outline.rings)
}

/** Whether a ring lies within another that it does not cross: the middle of one of its edges does. */
function contains(outline: Metres[], [[ax, ay] = [0, 0], [bx, by] = [0, 0]]: Metres[]): boolean {
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2]
  let isIn = false
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [[px, py], [qx, qy]] = [outline[j]!, outline[i]!]
    if (py > y !== qy > y && x < px + ((y - py) / (qy - py)) * (qx - px)) isIn = !isIn
  }
  return isIn
}

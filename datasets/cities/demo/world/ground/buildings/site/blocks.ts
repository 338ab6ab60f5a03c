import {hash} from '../../../../tools/numbers/hash.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import {faces} from '../../graph/faces.ts'
import type {LayoutEdge, Quarter} from '../../layout/layout.ts'
import type {Site} from './site.ts'

/** Ground and the roads around it, counter-clockwise: `edges[i]` leads from `ring[i]` to the next corner. */
export type Enclosure = {ring: Point[]; edges: LayoutEdge[]; squareMetres: number}

/** Ground that roads enclose, in the quarter that has most of it. */
export type Block = Enclosure & {
  quarter: Quarter
  quarterIndex: number
  centroid: Point
  /** To draw from; stays while the block does. */
  key: number
}

const sampleSide = 9

/** Blocks between the edges that count as borders, at least `leastSquareMetres` large. */
export function blocks(
  site: Site,
  isBorder: (edge: LayoutEdge) => boolean,
  leastSquareMetres: number,
): Block[] {
  const {nodes} = site.layout
  const borders = site.layout.edges.filter(isBorder)
  const found: Block[] = []
  for (const {ring, edges, area} of faces({nodes, edges: borders})) {
    if (area < leastSquareMetres) continue
    const face = {ring, edges: edges.map(edge => borders[edge]!), squareMetres: area}
    const quarterIndex = quarterOf(site, ring)
    const quarter = site.layout.quarters[quarterIndex]
    if (!quarter) continue
    const centroid = ringCentroid(face.ring)
    const key = hash(site.layout.seed, quarter.key, Math.round(centroid[0]), Math.round(centroid[1]))
    found.push({...face, quarter, quarterIndex, centroid, key})
  }
  return found
}

/** The quarter most of a lattice's points in the face lie in; −1 for none. */
function quarterOf(site: Site, ring: readonly Point[]): number {
  const votes = new Map<number, number>()
  const [west, south, east, north] = boxOf(ring)
  for (let row = 0; row < sampleSide; row++)
    for (let column = 0; column < sampleSide; column++) {
      const place: Point = [
        west + ((east - west) * (column + 0.5)) / sampleSide,
        south + ((north - south) * (row + 0.5)) / sampleSide,
      ]
      if (!isInside(place, ring)) continue
      const index = site.quarterIndexAt(place)
      votes.set(index, (votes.get(index) ?? 0) + 1)
    }
  let best = -1
  let most = 0
  for (const [index, count] of votes)
    if (count > most || (count === most && index < best)) {
      best = index
      most = count
    }
  return best
}

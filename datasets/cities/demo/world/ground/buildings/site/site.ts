import {areConvexApart} from '../../../../tools/space/are-convex-apart.ts'
import {BoxGrid} from '../../../../tools/space/box-grid.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import {nearestOnSegment} from '../../../../tools/space/nearest-on-segment.ts'
import {planMetres} from '../../../../tools/space/plan-frame.ts'
import {segmentCrossing} from '../../../../tools/space/segment-crossing.ts'
import {segmentDistance} from '../../../../tools/space/segment-distance.ts'
import {type Point, step} from '../../../../tools/space/vector.ts'
import {type Layout, type LayoutEdge, type Quarter, roadMetres} from '../../layout/layout.ts'
import {heightAt} from '../../terrain/height-at.ts'
import {cellMetres, terrainCells} from '../../terrain.ts'

/** How far a thing keeps from roads (from their property line) and from what stands already, in metres. */
export type Clearance = {
  road?: number
  gap?: number
  /** From the middle of a track, where it is the railway's own building. */
  rail?: number
  /** The worst ground it may stand on, as in `Layout.unbuildable`. */
  ground?: number
}

/** From a house to the middle of a road for cars, at most. */
const walkMetres = 88

/** The ground of a layout while it is being built on: what is road, what is taken, what may not be built on. */
export class Site {
  readonly layout: Layout
  #roads = new BoxGrid(planMetres, 50)
  #roadEdges: LayoutEdge[] = []
  #taken = new BoxGrid(planMetres, 40)
  #takenRings: (readonly Point[])[] = []
  #plots = new BoxGrid(planMetres, 40)
  #plotRings: (readonly Point[])[] = []

  constructor(layout: Layout) {
    this.layout = layout
    for (const edge of layout.edges) {
      if (edge.class === 'limit') continue
      this.#roads.add(boxOf([layout.nodes[edge.from]!, layout.nodes[edge.to]!], roadMetres[edge.class] / 2))
      this.#roadEdges.push(edge)
    }
  }

  /** Index of the quarter at a place, −1 outside all. */
  quarterIndexAt([x, y]: Point): number {
    return this.layout.quarterOf[cellOf(x, y)]! - 1
  }

  quarterAt(place: Point): Quarter | undefined {
    return this.layout.quarters[this.quarterIndexAt(place)]
  }

  /** May all these convex rings be built on? */
  isFree(rings: readonly (readonly Point[])[], {road = 0, gap = 0, ground = 0, rail}: Clearance): boolean {
    for (const ring of rings)
      if (!this.isFirm(ring, ground) || !this.isApart(ring, gap) || !this.isOffRoad(ring, road, rail))
        return false
    return true
  }

  /** Corners, sides and middle on ground that is no worse, a few metres inside the plan. */
  isFirm(ring: readonly Point[], ground: number): boolean {
    let [middleX, middleY] = [0, 0]
    let before = ring[ring.length - 1]!
    for (const at of ring) {
      for (let part = 0; part < 5; part++)
        if (
          !this.isFirmAt(
            before[0] + ((at[0] - before[0]) * part) / 5,
            before[1] + ((at[1] - before[1]) * part) / 5,
            ground,
          )
        )
          return false
      middleX += at[0]
      middleY += at[1]
      before = at
    }
    return this.isFirmAt(middleX / ring.length, middleY / ring.length, ground)
  }

  isFirmAt(x: number, y: number, ground: number): boolean {
    return (
      x > 6 &&
      y > 6 &&
      x < planMetres - 6 &&
      y < planMetres - 6 &&
      this.layout.unbuildable[cellOf(x, y)]! <= ground
    )
  }

  isOffRoad(ring: readonly Point[], metres: number, railMetres?: number): boolean {
    const {nodes} = this.layout
    for (const index of this.#roads.touching(boxOf(ring, metres))) {
      const edge = this.#roadEdges[index]!
      const from = nodes[edge.from]!
      const to = nodes[edge.to]!
      if (isInside(from, ring)) return false
      const isOwn = edge.class === 'rail' && railMetres !== undefined
      const needed = (isOwn ? railMetres : roadMetres[edge.class] / 2 + metres) - 1e-6
      let before = ring[ring.length - 1]!
      for (const at of ring) {
        if (segmentDistance(before, at, from, to) < needed) return false
        before = at
      }
    }
    return true
  }

  /** Is a road that cars may use near enough to live beside? */
  isNearRoad(ring: readonly Point[]): boolean {
    const {nodes} = this.layout
    for (const index of this.#roads.touching(boxOf(ring, walkMetres))) {
      const {class: road, from, to} = this.#roadEdges[index]!
      if (road === 'rail' || road === 'path') continue
      for (const at of ring)
        if (nearestOnSegment(at, nodes[from]!, nodes[to]!).metres < walkMetres) return true
    }
    return false
  }

  /** Keeps its distance from all that is taken. */
  isApart(ring: readonly Point[], metres: number): boolean {
    for (const index of this.#taken.touching(boxOf(ring, metres)))
      if (!areConvexApart(ring, this.#takenRings[index]!, metres)) return false
    return true
  }

  /** Lies on no parcel. */
  isUnparcelled(ring: readonly Point[]): boolean {
    for (const index of this.#plots.touching(boxOf(ring)))
      if (!areConvexApart(ring, this.#plotRings[index]!)) return false
    return true
  }

  take(ring: readonly Point[]): void {
    this.#taken.add(boxOf(ring))
    this.#takenRings.push(ring)
  }

  parcel(ring: readonly Point[]): void {
    this.#plots.add(boxOf(ring))
    this.#plotRings.push(ring)
  }

  /** Metres one can go from a place in a direction before a road's property line, at most `most`. */
  depth(from: Point, inward: Point, most: number): number {
    const to = step(from, inward, most)
    let depth = most
    for (const index of this.#roads.touching(boxOf([from, to]))) {
      const edge = this.#roadEdges[index]!
      const crossing = segmentCrossing(from, to, this.layout.nodes[edge.from]!, this.layout.nodes[edge.to]!)
      if (crossing) depth = Math.min(depth, crossing[0] * most - roadMetres[edge.class] / 2)
    }
    return depth
  }

  /** Height of the ground, metres above the datum. */
  heightAt(place: Point): number {
    return heightAt(this.layout.terrain.heights, place)
  }
}

function cellOf(x: number, y: number): number {
  const column = Math.max(0, Math.min(terrainCells - 1, Math.floor(x / cellMetres)))
  const row = Math.max(0, Math.min(terrainCells - 1, Math.floor(y / cellMetres)))
  return row * terrainCells + column
}

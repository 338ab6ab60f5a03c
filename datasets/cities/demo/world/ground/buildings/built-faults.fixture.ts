import {BoxGrid} from '../../../tools/space/box-grid.ts'
import {boxOf} from '../../../tools/space/box-of.ts'
import {isInside} from '../../../tools/space/is-inside.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import {segmentCrossing} from '../../../tools/space/segment-crossing.ts'
import {segmentDistance} from '../../../tools/space/segment-distance.ts'
import {between, type Point} from '../../../tools/space/vector.ts'
import type {Building} from '../ground.ts'
import {type Layout, roadMetres} from '../layout/layout.ts'
import {cellMetres, terrainCells} from '../terrain.ts'

type Plan = Pick<Building, 'kind' | 'outline' | 'holes' | 'parts' | 'dwellings'>

/** How many buildings are wrong, and how. */
export type BuiltFaults = {
  overlaps: number
  inWater: number
  onRoad: number
  onRail: number
  /** Outlines that cross themselves, run clockwise or have hardly any area; courtyards that run the other way. */
  invalid: number
  /** Outlines whose area is not that of the parts. */
  wrongArea: number
  /** Dwellings with no road for cars within 90 metres. */
  farFromRoad: number
}

const reachMetres = 90

/** Counts what is wrong from the outlines alone, by tests for polygons of any shape: not those that placed them. */
export function builtFaults(layout: Layout, buildings: readonly Plan[]): BuiltFaults {
  const faults: BuiltFaults = {
    overlaps: 0,
    inWater: 0,
    onRoad: 0,
    onRail: 0,
    invalid: 0,
    wrongArea: 0,
    farFromRoad: 0,
  }
  const roads = new BoxGrid(planMetres, 50)
  const roadEdges = layout.edges.filter(edge => edge.class !== 'limit')
  const ends = (index: number) => {
    const {from, to} = roadEdges[index]!
    return [layout.nodes[from]!, layout.nodes[to]!] as const
  }
  roadEdges.forEach((edge, index) => void roads.add(boxOf(ends(index), roadMetres[edge.class] / 2)))
  const others = new BoxGrid(planMetres, 40)

  for (const building of buildings) {
    const {outline, holes, parts, dwellings} = building
    const box = boxOf(outline)
    const sides = sidesOf(building)
    for (const other of others.touching(box)) if (doMeet(building, buildings[other]!)) faults.overlaps++
    others.add(box)
    if (!isSimple(outline) || ringArea(outline) < 4 || holes.some(hole => ringArea(hole) >= 0))
      faults.invalid++
    const covered = ringArea(outline) + holes.reduce((sum, hole) => sum + ringArea(hole), 0)
    const built = parts.reduce((sum, part) => sum + Math.abs(ringArea(part)), 0)
    if (Math.abs(covered - built) > 0.002 * built + 0.1) faults.wrongArea++
    if (sides.some(([from, to]) => isWet(layout, from, to))) faults.inWater++

    const touched = roads.touching(box).filter(road => {
      const [from, to] = ends(road)
      const {class: kind} = roadEdges[road]!
      // A station stands on the railway's own land, a platform's width from the track.
      const isOwn = kind === 'rail' && building.kind === 'station'
      const needed = (isOwn ? 7 : roadMetres[kind] / 2) - 0.01
      return isWithin(from, building) || sides.some(([a, b]) => segmentDistance(a, b, from, to) < needed)
    })
    const classes = touched.map(road => roadEdges[road]!.class)
    if (classes.includes('rail')) faults.onRail++
    if (classes.some(road => road !== 'rail')) faults.onRoad++
    if (dwellings > 0) {
      const near = roads.touching(boxOf(outline, reachMetres)).some(road => {
        const [from, to] = ends(road)
        const {class: kind} = roadEdges[road]!
        return (
          kind !== 'rail' &&
          kind !== 'path' &&
          sides.some(([a, b]) => segmentDistance(a, b, from, to) < reachMetres + roadMetres[kind] / 2)
        )
      })
      if (!near) faults.farFromRoad++
    }
  }
  return faults
}

type Side = readonly [Point, Point]

const ringSides = (ring: readonly Point[]): Side[] =>
  ring.map((from, index) => [from, ring[(index + 1) % ring.length]!] as const)

const sidesOf = ({outline, holes}: Plan): Side[] => [outline, ...holes].flatMap(ringSides)

const isWithin = (at: Point, {outline, holes}: Plan) =>
  isInside(at, outline) && !holes.some(hole => isInside(at, hole))

function doMeet(a: Plan, b: Plan): boolean {
  const others = sidesOf(b)
  return (
    sidesOf(a).some(([from, to]) => others.some(([c, d]) => segmentCrossing(from, to, c, d) !== undefined)) ||
    isWithin(a.outline[0]!, b) ||
    isWithin(b.outline[0]!, a)
  )
}

function isSimple(ring: readonly Point[]): boolean {
  const sides = ringSides(ring)
  return sides.every(([a, b], first) =>
    sides.every(([c, d], second) => {
      const apart = Math.abs(first - second)
      const areNeighbours = apart <= 1 || apart === sides.length - 1
      return areNeighbours || segmentCrossing(a, b, c, d) === undefined
    }),
  )
}

function isWet({terrain}: Layout, from: Point, to: Point): boolean {
  for (let part = 0; part < 4; part++) {
    const [x, y] = between(from, to, part / 4)
    const cell = Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)
    if (terrain.water[cell] !== 0) return true
  }
  return false
}

import {isInside} from '../../tools/space/is-inside.ts'
import {distance, type Point} from '../../tools/space/vector.ts'
import type {Building, BuildingKind, Edge, Ground, RoadClass} from '../../world/ground/ground.ts'
import {cellMetres, terrainCells, waterKinds} from '../../world/ground/terrain.ts'

/**
 * Where a device may hang or stand: on a building of certain kinds, beside a road of certain classes, on dry open
 * ground, on the bank of a water, or at the lowest ground around.
 */
export type SiteWish =
  | {at: 'building'; kinds: readonly BuildingKind[]; withinMetres?: number; awayFrom?: AwayFrom}
  | {at: 'road'; classes: readonly RoadClass[]; isBridge: boolean}
  | {at: 'open'; awayFrom?: AwayFrom}
  | {at: 'bank'; waters: readonly (typeof waterKinds)[number][]}
  | {at: 'bottom'}

/** Not within so many metres of a building of this kind. */
export type AwayFrom = {kind: BuildingKind; metres: number}

/** A place that was found. `groundMetres` is the dry ground there. */
export type FoundSite = {
  point: Point
  groundMetres: number
  /** Index of the district of the nearest building. */
  district: number
  /** Index of the street, −1 where none is known. */
  street: number
  building: Building | null
  edge: Edge | null
}

/** How far a device may stand from where it was wished for, metres. */
const reach = {building: 700, cells: 420}

/**
 * The place nearest to a spot that answers a wish; the spot's own ground where none does.
 * @param spot plan metres
 */
export function findSite(ground: Ground, spot: Point, wish: SiteWish): FoundSite {
  switch (wish.at) {
    case 'building': {
      const isAway = awayFrom(ground, wish.awayFrom)
      const building =
        nearest(
          ground.buildings.filter(one => wish.kinds.includes(one.kind) && isAway(one.centre)),
          spot,
          ({centre}) => centre,
          wish.withinMetres ?? reach.building,
        ) ??
        nearest(
          ground.buildings.filter(one => one.dwellings > 0 && isAway(one.centre)),
          spot,
          ({centre}) => centre,
        )
      return found(ground, building?.centre ?? spot, {building: building ?? null})
    }
    case 'road': {
      const fits = ground.network.edges.filter(
        edge => wish.classes.includes(edge.class) && edge.isBridge === wish.isBridge,
      )
      const edge = nearest(fits, spot, one => middleOf(ground, one)) ?? null
      return found(ground, edge ? middleOf(ground, edge) : spot, {edge})
    }
    case 'open':
      return found(ground, nearestCell(spot, isOpen(ground, spot, awayFrom(ground, wish.awayFrom))) ?? spot)
    case 'bank':
      return found(ground, nearestCell(spot, isBank(ground, wish.waters)) ?? spot)
    case 'bottom':
      return found(ground, lowestCell(ground, spot))
  }
}

function found(
  ground: Ground,
  point: Point,
  what: {building?: Building | null; edge?: Edge | null} = {},
): FoundSite {
  const {building = null, edge = null} = what
  const neighbour = building ?? nearest(ground.buildings, point, ({centre}) => centre)
  return {
    point,
    groundMetres: ground.terrain.heights[cellOf(point)]!,
    district: neighbour?.district ?? 0,
    street: edge ? edge.street : (neighbour?.street ?? -1),
    building,
    edge,
  }
}

function awayFrom({buildings}: Ground, what?: AwayFrom): (point: Point) => boolean {
  if (!what) return () => true
  const avoided = buildings.filter(({kind}) => kind === what.kind)
  return point => avoided.every(({centre}) => distance(centre, point) > what.metres)
}

/** The first of the nearest, or undefined where none is within so many metres. */
function nearest<T>(
  list: readonly T[],
  [x, y]: Point,
  placeOf: (one: T) => Point,
  within = Infinity,
): T | undefined {
  let best: T | undefined
  let least = within * within
  for (const one of list) {
    const [x1, y1] = placeOf(one)
    const square = (x1 - x) * (x1 - x) + (y1 - y) * (y1 - y)
    if (square < least) {
      least = square
      best = one
    }
  }
  return best
}

function middleOf({network: {nodes}}: Ground, {from, to}: Edge): Point {
  const [a, b] = [nodes[from]!.at, nodes[to]!.at]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

const columnOf = (metres: number) => Math.min(terrainCells - 1, Math.max(0, Math.floor(metres / cellMetres)))
const cellOf = ([x, y]: Point) => columnOf(y) * terrainCells + columnOf(x)
const centreOf = (column: number, row: number): Point => [
  (column + 0.5) * cellMetres,
  (row + 0.5) * cellMetres,
]

/** The middle of the nearest cell that passes a test, undefined where none is in reach. */
function nearestCell(spot: Point, passes: (column: number, row: number) => boolean): Point | undefined {
  const [column, row] = [columnOf(spot[0]), columnOf(spot[1])]
  for (const {right, up} of nearCells) {
    const [c, r] = [column + right, row + up]
    if (c >= 2 && r >= 2 && c < terrainCells - 2 && r < terrainCells - 2 && passes(c, r))
      return centreOf(c, r)
  }
  return undefined
}

/** Cells in reach, counted from the one in the middle, the nearest first. */
const nearCells = cellsInReach(Math.floor(reach.cells / cellMetres))

function cellsInReach(cells: number): {right: number; up: number; square: number}[] {
  const found: {right: number; up: number; square: number}[] = []
  for (let up = -cells; up <= cells; up++)
    for (let right = -cells; right <= cells; right++) {
      const square = up * up + right * right
      if (square <= cells * cells) found.push({right, up, square})
    }
  return found.sort((a, b) => a.square - b.square || a.up - b.up || a.right - b.right)
}

/** Dry, in no building, and away from what is to be avoided. */
function isOpen(
  {terrain, buildings}: Ground,
  [x, y]: Point,
  isAway: (point: Point) => boolean,
): (column: number, row: number) => boolean {
  const around = buildings.filter(
    ({centre}) => Math.abs(centre[0] - x) < reach.cells + 150 && Math.abs(centre[1] - y) < reach.cells + 150,
  )
  return (column, row) => {
    const point = centreOf(column, row)
    return (
      terrain.water[row * terrainCells + column] === 0 &&
      !around.some(({outline}) => isInside(point, outline)) &&
      isAway(point)
    )
  }
}

/** Dry, with one of these waters in the next cell. */
function isBank({terrain: {water}}: Ground, waters: readonly (typeof waterKinds)[number][]) {
  const isWanted = (cell: number) => waters.includes(waterKinds[water[cell]!]!)
  return (column: number, row: number) => {
    const cell = row * terrainCells + column
    return (
      water[cell] === 0 &&
      (isWanted(cell - 1) ||
        isWanted(cell + 1) ||
        isWanted(cell - terrainCells) ||
        isWanted(cell + terrainCells))
    )
  }
}

/** The middle of the lowest dry cell within sixty metres. */
function lowestCell({terrain: {heights, water}}: Ground, spot: Point): Point {
  const [column, row] = [columnOf(spot[0]), columnOf(spot[1])]
  const cells = Math.floor(60 / cellMetres)
  let best = spot
  let lowest = Infinity
  for (let r = Math.max(0, row - cells); r <= Math.min(terrainCells - 1, row + cells); r++)
    for (let c = Math.max(0, column - cells); c <= Math.min(terrainCells - 1, column + cells); c++) {
      const cell = r * terrainCells + c
      if (water[cell] !== 0 || heights[cell]! >= lowest) continue
      lowest = heights[cell]!
      best = centreOf(c, r)
    }
  return best
}

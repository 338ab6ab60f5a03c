import {hash} from '../../../tools/numbers/hash.ts'
import {noise} from '../../../tools/numbers/noise.ts'
import {lineLength} from '../../../tools/space/line-length.ts'
import {metresAlong} from '../../../tools/space/metres-along.ts'
import {pointAlong} from '../../../tools/space/point-along.ts'
import {leftOf, type Point, step} from '../../../tools/space/vector.ts'
import type {Plan} from '../plan/plan.ts'
import type {Ravine} from '../plan/ravines.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {alongLine} from './along-line.ts'
import {cellAt} from './cell-at.ts'
import {floodFill} from './flood-fill.ts'

/** A pond in a ravine, behind an earth dam. */
export type Pond = {levelMetres: number; cells: number[]; dam: [Point, Point]}

const wallSlope = 0.25
const shoulderMetres = 7

/**
 * Cuts the ravines into the ground, their gullies after them, and dams their ponds.
 * @returns how deep each cell was cut, in metres
 */
export function carveRavines(
  {seed, ravines}: Plan,
  heights: Float32Array,
): {depth: Float32Array; ponds: Pond[]} {
  const depth = new Float32Array(heights.length)
  const rough = hash(seed, 'ravine', 'rough')
  const broad = hash(seed, 'ravine', 'broad')
  const sunny = hash(seed, 'ravine', 'sunny')

  /** Cuts along a line whose floor lies at `floorAt` and is `halfFloor` wide to either side. */
  const cut = (
    line: Point[],
    reach: number,
    floorAt: (along: number) => number,
    halfFloor: (along: number) => number,
  ) =>
    alongLine(line, reach, (cell, metres, along) => {
      const ground = heights[cell]!
      if (ground <= 0) return
      const x = (cell % terrainCells) * cellMetres
      const y = Math.floor(cell / terrainCells) * cellMetres
      const far = noise(broad, x / 210, y / 210)
      const wander = Math.min(1, metres / 30) * (11 * noise(rough, x / 66, y / 66) + 20 * far)
      // Slopes that face the sun are bare and steep, the shaded ones gentle.
      const slope = wallSlope * (1 + 0.34 * noise(sunny, x / 380, y / 380) + 0.22 * far)
      const height = floorAt(along) + Math.max(0, metres + wander - halfFloor(along)) * slope
      const rounded = lower(ground, height)
      if (rounded >= ground) return
      depth[cell] = depth[cell]! + ground - rounded
      heights[cell] = rounded
    })

  for (const ravine of ravines) {
    const floorAt = floorOf(ravine, heights)
    const length = lineLength(ravine.line)
    const spurs = ravine.spurs.map(line => ({
      line,
      mouth: floorAt(metresAlong(ravine.line, line[line.length - 1]!)) + 0.6,
    }))
    cut(ravine.line, 230, floorAt, along => 3 + (15 * along) / length)
    for (const {line, mouth} of spurs) {
      const spurFloor = floorOf({line, mouthMetres: mouth}, heights)
      cut(line, 120, spurFloor, () => 2)
    }
  }
  const ponds = ravines.flatMap(ravine =>
    ravine.pondsAt.flatMap(share => dammed(ravine, share, heights) ?? []),
  )
  return {depth, ponds}
}

/** Height of a ravine's floor along it: steep at the head, gentle below. */
function floorOf({line, mouthMetres}: Pick<Ravine, 'line' | 'mouthMetres'>, heights: Float32Array) {
  const length = lineLength(line)
  const head = Math.max(mouthMetres + 0.5, heights[cellAt(line[0]!)]! - 1)
  return (along: number) => {
    const left = 1 - Math.min(1, along / length)
    return mouthMetres + (head - mouthMetres) * left * left
  }
}

/** The lower of two heights, rounded where they are nearly the same (polynomial smooth minimum). */
function lower(a: number, b: number): number {
  const share = Math.max(0, shoulderMetres - Math.abs(a - b)) / shoulderMetres
  return Math.min(a, b) - share * share * shoulderMetres * 0.25
}

const damMetres = 5.5
const freeboardMetres = 1.1

/** Throws an earth dam across a ravine and fills what is behind it; undefined where nothing would be held. */
function dammed({line}: Ravine, share: number, heights: Float32Array): Pond | undefined {
  const {at, direction} = pointAlong(line, lineLength(line) * share)
  const crest = heights[cellAt(at)]! + damMetres
  const side = (sign: number) => {
    let reach = 10
    while (reach < 160 && heights[cellAt(step(at, leftOf(direction), sign * reach))]! < crest) reach += 4
    return step(at, leftOf(direction), sign * (reach + 6))
  }
  const dam: [Point, Point] = [side(-1), side(1)]
  alongLine(dam, 24, (cell, metres) => {
    const height = crest - Math.max(0, metres - 4) / 2
    if (height > heights[cell]!) heights[cell] = height
  })
  const levelMetres = crest - freeboardMetres
  const cells = floodFill(heights, cellAt(step(at, direction, -22)), levelMetres, 12_000)
  return cells && cells.length > 60 ? {levelMetres, cells, dam} : undefined
}

import {hash} from '../../../tools/numbers/hash.ts'
import {layeredNoise, noise} from '../../../tools/numbers/noise.ts'
import {between, distance, dot, type Point} from '../../../tools/space/vector.ts'
import type {Plan} from '../plan/plan.ts'
import {riverHalfWidth} from '../plan/river-profile.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {coarse, coarseField, fineRow} from './coarse-field.ts'
import {ease} from './ease.ts'
import type {Surroundings} from './surroundings.ts'

export type Relief = {
  heights: Float32Array
  /** 1 where the sea is, by the coast's line and not by height. */
  isSea: Uint8Array
  /** 1 on the river's flood plain and on beaches, before anything is filled. */
  isLow: Uint8Array
}

const beachMetres = 2.2

/**
 * Ground before ravines, channels and works: a plateau that ends in a bluff at the sea and falls steeply to the river
 * on its right bank; a low left bank; between them the flood plain. Shapes and heights are those of the Black Sea's
 * northern coast: 30 to 40 m of loess, beaches some 30 m wide.
 */
export function makeRelief({seed, centre, waters: {dam, course}}: Plan, around: Surroundings): Relief {
  const atDam = between(dam[0], dam[1], 0.5)
  const small = hash(seed, 'relief', 'small')
  const middle = hash(seed, 'relief', 'middle')
  const large = hash(seed, 'relief', 'large')
  const fields = {
    inland: around.inland,
    fromRiver: around.fromRiver,
    fromValley: around.fromValley,
    alongRiver: around.alongRiver,
    small: coarseField((x, y) => noise(small, x / 170, y / 170)),
    middle: coarseField((x, y) => layeredNoise(middle, x / 420, y / 420, 3)),
    large: coarseField((x, y) => noise(large, x / 1500, y / 1500)),
  }
  const names = Object.keys(fields) as (keyof typeof fields)[]
  const at = Object.fromEntries(names.map(name => [name, new Float32Array(terrainCells)])) as typeof fields
  const heights = new Float32Array(terrainCells * terrainCells)
  const isSea = new Uint8Array(heights.length)
  const isLow = new Uint8Array(heights.length)
  for (let row = 0; row < terrainCells; row++) {
    for (const name of names) fineRow(fields[name], row, at[name])
    const y = (row + 0.5) * cellMetres
    const coarseStart = Math.floor(y / coarse.cellMetres) * coarse.cells
    for (let column = 0; column < terrainCells; column++) {
      const x = (column + 0.5) * cellMetres
      const cell = row * terrainCells + column
      const rough = at.small[column]!
      const wavy = at.middle[column]!
      const broad = at.large[column]!
      const isLeft = around.isLeftBank[coarseStart + Math.floor(x / coarse.cellMetres)] === 1
      const ashore = at.inland[column]! + rough * 13
      if (ashore < 0) {
        isSea[cell] = 1
        heights[cell] = seaBed(ashore, ease(at.fromRiver[column]! * (isLeft ? 1 : -1), -700, 700), wavy)
        continue
      }
      const port = portStrip([x, y], centre.origin, centre.along, isLeft)
      const plateau = isLeft
        ? 8 + 0.0034 * (y - 2000) + Math.max(0, x - 6000) * 0.0048 + 3.4 * broad + 0.9 * wavy
        : 34 + 0.0026 * (y - 1500) + 5.5 * broad + 1.5 * wavy
      const coastal =
        Math.min(beachMetres, ashore * 0.07) +
        (plateau - beachMetres) * (isLeft ? ease(ashore, 40, 330) : bluff(ashore, port, broad, wavy))

      // The valley: a floor with levees along the river, and walls of unequal steepness that close in at the dam.
      const fromRiver = at.fromRiver[column]! + rough * 11
      const narrow = 1 - ease(distance([x, y], atDam), 250, 1050)
      const fromValley = at.fromValley[column]! + rough * 14
      const halfFloor = (385 + 110 * broad + 60 * wavy) * (1 - 0.42 * narrow)
      const wall = isLeft ? 620 * (1 - 0.7 * narrow) : 190 * (1 - 0.1 * narrow)
      const edge = riverHalfWidth(course, at.alongRiver[column]!)
      const levee = 0.7 * (1 - ease(fromRiver, edge + 10, edge + 110))
      const floor = 1.15 + Math.max(0, y - 2400) * 0.00032 + 0.32 * wavy + levee
      const height = Math.min(
        coastal,
        floor + Math.max(0, coastal - floor) * ease(fromValley, halfFloor, halfFloor + wall),
      )
      heights[cell] = height
      if ((fromValley < halfFloor + 45 && height < 4.4) || (ashore < 75 && height < 2.7)) isLow[cell] = 1
    }
  }
  return {heights, isSea, isLow}
}

/** Deepens quickly off the bluff, slowly off the low shore, with a sand bar on the way. */
function seaBed(ashore: number, lowShore: number, wavy: number): number {
  const bar = 0.55 * ease(ashore, -150, -95) * (1 - ease(ashore, -85, -40))
  return Math.max(-14, (0.021 - 0.0075 * lowShore) * ashore - 0.35 + bar + 0.25 * wavy)
}

/** Share of the bluff's height at so many metres from the water: up to a landslide's terrace, and on to the edge. */
function bluff(ashore: number, port: number, broad: number, wavy: number): number {
  const foot = 30 + 66 * port
  const width = 128 + (24 * broad - 6) * (1 - port) - 18 * port
  const share = (ashore - foot) / width
  const smooth = ease(share, 0, 1)
  const terraced = 0.44 * ease(share, 0, 0.36) + 0.1 * ease(share, 0.3, 0.66) + 0.46 * ease(share, 0.6, 1)
  const slid = (1 - port) * ease(wavy, -0.2, 0.5)
  return smooth + (terraced - smooth) * slid
}

/** 1 below the old centre's eastern half, where the port needs level ground under the bluff. */
function portStrip(point: Point, origin: Point, along: Point, isLeft: boolean): number {
  if (isLeft) return 0
  const ahead = dot([point[0] - origin[0], point[1] - origin[1]], along)
  return ease(ahead, 700, 950) * (1 - ease(ahead, 2250, 2500))
}

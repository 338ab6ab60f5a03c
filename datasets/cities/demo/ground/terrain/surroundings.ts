import {metresAlong} from '../../space/metres-along.ts'
import {planMetres} from '../../space/plan-frame.ts'
import {segmentCrossing} from '../../space/segment-crossing.ts'
import {between, type Point} from '../../space/vector.ts'
import type {Plan} from '../plan.ts'
import {cellsInRing} from './cells-in-ring.ts'
import {coarse} from './coarse-field.ts'
import {far, lineField} from './line-field.ts'

/** Where each cell of the coarse grid lies: against the coast, and against the river. */
export type Surroundings = {
  /** Metres from the coast, above 0 on land. At most `reachMetres` either way. */
  inland: Float32Array
  /** Metres from the river's middle, at most `riverReachMetres`. */
  fromRiver: Float32Array
  /** Metres along the river, of the place nearest to the cell, counted from the dam: below 0 above it. */
  belowDam: Float32Array
  isLeftBank: Uint8Array
  /** From the dam to the coast, along the river. */
  riverMetres: number
}

const reachMetres = 900
const riverReachMetres = 1500

export function surroundingsOf({waters: {coast, river, dam}}: Plan): Surroundings {
  const count = coarse.cells * coarse.cells
  const whole = {column: 0, row: 0, columns: coarse.cells, rows: coarse.cells, cellMetres: coarse.cellMetres}
  const fill = (ring: Point[]) => {
    const cells = new Uint8Array(count)
    cellsInRing(ring, coarse, cell => {
      cells[cell] = 1
    })
    return cells
  }
  const beyond = planMetres * 2
  const isLand = fill([...coast, [beyond, beyond], [-planMetres, beyond]])
  const last = river[river.length - 1]!
  const isLeftBank = fill([
    ...river,
    [last[0], -planMetres],
    [beyond, -planMetres],
    [beyond, beyond],
    [river[0]![0], beyond],
  ])
  const toCoast = lineField(coast, reachMetres, whole)
  const toRiver = lineField(river, riverReachMetres, whole)
  const atDam = metresAlong(river, between(dam[0], dam[1], 0.5))
  const inland = toCoast.metres.map((metres, cell) => (isLand[cell] ? 1 : -1) * Math.min(metres, reachMetres))
  const fromRiver = toRiver.metres.map(metres => Math.min(metres, riverReachMetres))
  // Where the river is far, any place along it will do that is far from the dam.
  const belowDam = toRiver.along.map((along, cell) =>
    toRiver.metres[cell] === far ? riverReachMetres : along - atDam,
  )
  return {
    inland,
    fromRiver,
    belowDam,
    isLeftBank,
    riverMetres: metresAlong(river, mouthOf(river, coast)) - atDam,
  }
}

/** Where the river crosses the coast. */
function mouthOf(river: readonly Point[], coast: readonly Point[]): Point {
  for (let index = 0; index + 1 < river.length; index++)
    for (let side = 0; side + 1 < coast.length; side++) {
      const crossing = segmentCrossing(river[index]!, river[index + 1]!, coast[side]!, coast[side + 1]!)
      if (crossing) return between(river[index]!, river[index + 1]!, crossing[0])
    }
  throw new Error('The river does not reach the sea.')
}

import {calmedLine} from '../../../tools/space/calmed-line.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import type {Point} from '../../../tools/space/vector.ts'
import type {Plan} from '../plan/plan.ts'
import {cellsInRing} from './cells-in-ring.ts'
import {coarse} from './coarse-field.ts'
import {lineField} from './line-field.ts'

/** Where each cell of the coarse grid lies: against the coast, and against the river. */
export type Surroundings = {
  /** Metres from the coast, above 0 on land. At most `reachMetres` either way. */
  inland: Float32Array
  /** Metres from the river's middle, at most `riverReachMetres`. */
  fromRiver: Float32Array
  /** Metres from the middle of its valley, in which it bends to and fro. */
  fromValley: Float32Array
  /** Metres along the river of the place nearest to the cell. */
  alongRiver: Float32Array
  isLeftBank: Uint8Array
}

const reachMetres = 900
const riverReachMetres = 1500
const valleyReachMetres = 450

export function surroundingsOf({waters: {coast, river}}: Plan): Surroundings {
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
  const inland = toCoast.metres.map((metres, cell) => (isLand[cell] ? 1 : -1) * Math.min(metres, reachMetres))
  const toValley = lineField(calmedLine(river, valleyReachMetres, 50), riverReachMetres, whole)
  const fromValley = toValley.metres.map(metres => Math.min(metres, riverReachMetres))
  const fromRiver = toRiver.metres.map(metres => Math.min(metres, riverReachMetres))
  return {inland, fromRiver, fromValley, alongRiver: toRiver.along, isLeftBank}
}

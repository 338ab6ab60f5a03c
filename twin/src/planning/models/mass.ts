import {areaOf, type Polygons} from '../polygons.ts'
import {usualStoreyMetres} from '../usual-storey.ts'
import {boxOf, type Mesh} from './mesh.ts'
import {outlineOf} from './outline.ts'
import {paintHeights} from './paint-heights.ts'
import {enclosedM3, isClosed} from './volume.ts'

/** What a model amounts to, in metres of its own frame; 0 is the level that stands on the ground. */
export type Mass = {
  /** The outline of its projection. */
  footprint: Polygons
  /** Of the highest corner over the ground level. */
  heightMetres: number
  storeys: MassStorey[]
  /** Whether the file told its floors, or they are as many as fit. */
  storeysOf: 'file' | 'height'
  volumeM3: number
  /** The volume is what closed bodies enclose, or, where they are open or hollow, what is below the roof. */
  volumeOf: 'bodies' | 'envelope'
}

/** A storey: its floor and the next one's over the ground level, and the outline of what stands at half its height or above. */
export type MassStorey = {floorMetres: number; topMetres: number; outline: Polygons}

/** Less than this under the roof is no storey. */
const leastStoreyMetres = 1.8
const mostStoreys = 150
/** A hollow model is told from a massing by how much of its envelope its bodies fill. */
const leastFilled = 0.95

/**
 * Works out a mesh's mass. Storeys are those whose floors are given, from the ground up, or as many of the usual height
 * as fit.
 *
 * @param isBuiltUp made of walls and slabs, whose volume is not the building's
 */
export function massOf(mesh: Mesh, floors: number[] | null, isBuiltUp: boolean): Mass {
  const heightMetres = boxOf(mesh).most[2]
  const footprint = outlineOf(mesh)
  const given = (floors ?? []).filter(
    (floor, i, all) => floor > -0.5 && heightMetres - floor >= leastStoreyMetres && all.indexOf(floor) === i,
  )
  const count = Math.max(1, Math.min(mostStoreys, Math.round(heightMetres / usualStoreyMetres)))
  // One storey as high as two is a massing whose floors were not drawn.
  const isTold = given.length > 1 || (given.length === 1 && heightMetres - given[0]! < 2 * usualStoreyMetres)
  const own = isTold
    ? given.sort((a, b) => a - b).slice(0, mostStoreys)
    : Array.from({length: count}, (_, i) => (i * heightMetres) / count)
  const storeys = own.map((floorMetres, i) => {
    const topMetres = own[i + 1] ?? heightMetres
    return {floorMetres, topMetres, outline: outlineOf(mesh, (floorMetres + topMetres) / 2)}
  })
  const shape = {footprint, heightMetres, storeys, storeysOf: isTold ? 'file' : 'height'} as const
  const enclosed = isClosed(mesh) ? enclosedM3(mesh) : 0
  if (enclosed > 0 && !isBuiltUp) return {...shape, volumeM3: enclosed, volumeOf: 'bodies'}
  const envelope = envelopeM3(mesh)
  return enclosed >= leastFilled * envelope && enclosed <= 1.001 * envelope
    ? {...shape, volumeM3: enclosed, volumeOf: 'bodies'}
    : {...shape, volumeM3: envelope, volumeOf: 'envelope'}
}

/** Areas of a mass's floors, the sum of its storeys' outlines. */
export const floorAreaOf = ({storeys}: Mass): number =>
  storeys.reduce((sum, {outline}) => sum + areaOf(outline), 0)

/** Between the roof and the lowest face below it, on a raster of at most a million cells. */
function envelopeM3(mesh: Mesh): number {
  const {least, most} = boxOf(mesh)
  const [width, depth] = [most[0] - least[0], most[1] - least[1]]
  const cellMetres = Math.max(0.05, Math.sqrt((width * depth) / 1_000_000))
  const grid = {
    west: least[0],
    south: least[1],
    cellMetres,
    columns: Math.ceil(width / cellMetres) + 1,
    rows: Math.ceil(depth / cellMetres) + 1,
  }
  const lowest = new Float32Array(grid.columns * grid.rows).fill(Number.POSITIVE_INFINITY)
  const highest = new Float32Array(grid.columns * grid.rows).fill(Number.NEGATIVE_INFINITY)
  paintHeights(grid, mesh, (cell, height) => {
    lowest[cell] = Math.min(lowest[cell]!, height)
    highest[cell] = Math.max(highest[cell]!, height)
  })
  let sum = 0
  // A roof alone, with nothing below it, reaches down to the model's lowest corner.
  for (let cell = 0; cell < lowest.length; cell++)
    if (highest[cell]! > Number.NEGATIVE_INFINITY)
      sum += highest[cell]! - (highest[cell]! - lowest[cell]! > 0.5 ? lowest[cell]! : least[2])
  return sum * cellMetres ** 2
}

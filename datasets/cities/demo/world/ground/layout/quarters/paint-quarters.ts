import {hash} from '../../../../tools/numbers/hash.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {ZoneSeed} from '../../plan/zone-seeds.ts'
import {cellsInRing} from '../../terrain/cells-in-ring.ts'
import {cellMetres, terrainCells} from '../../terrain.ts'
import type {Quarter} from '../layout.ts'
import {greenOf, type RoughQuarter} from './make-quarters.ts'
import type {ZoneMap} from './zone-map.ts'

/**
 * Quarters by number and the terrain's cells by quarter: 1 + its index. Ground that cannot be built on goes cell by
 * cell to the seed that rules there, so that a long valley or shore is not all of one district.
 */
export function paintQuarters(
  rough: readonly RoughQuarter[],
  zones: ZoneMap,
): {quarters: Quarter[]; quarterOf: Uint16Array} {
  const quarters: Quarter[] = rough.map(({zone, district, along, key}) => ({zone, district, along, key}))
  const quarterOf = new Uint16Array(terrainCells * terrainCells)
  const greens = new Map<ZoneSeed, number>()
  for (const [index, {plot, isBuildable}] of rough.entries())
    cellsInRing(plot.ring, {cells: terrainCells, cellMetres}, cell => {
      if (isBuildable) {
        quarterOf[cell] = index + 1
        return
      }
      const ruler = zones(centreOf(cell))
      let green = greens.get(ruler)
      if (green === undefined) {
        green = quarters.push({...greenOf(ruler), along: [1, 0], key: hash(ruler.key, 'green')}) - 1
        greens.set(ruler, green)
      }
      quarterOf[cell] = green + 1
    })
  return {quarters, quarterOf}
}

const centreOf = (cell: number): Point => [
  ((cell % terrainCells) + 0.5) * cellMetres,
  (Math.floor(cell / terrainCells) + 0.5) * cellMetres,
]

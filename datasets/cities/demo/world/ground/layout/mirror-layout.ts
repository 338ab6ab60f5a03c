import {planMetres} from '../../../tools/space/plan-frame.ts'
import type {Point} from '../../../tools/space/vector.ts'
import {terrainCells} from '../terrain.ts'
import type {Layout} from './layout.ts'

const mirror = ([x, y]: Point): Point => [planMetres - x, y]

/** The same city with west and east exchanged. */
export function mirrorLayout(layout: Layout): Layout {
  const {terrain, unbuildable, quarterOf, landmarks} = layout
  for (const cells of [terrain.heights, terrain.water, unbuildable, quarterOf])
    for (let row = 0; row < terrainCells; row++)
      cells.subarray(row * terrainCells, (row + 1) * terrainCells).reverse()
  const lines = (list: Point[][]) => list.map(line => line.map(mirror))
  return {
    ...layout,
    nodes: layout.nodes.map(mirror),
    quarters: layout.quarters.map(quarter => ({...quarter, along: [-quarter.along[0], quarter.along[1]]})),
    landmarks: {
      centre: (along, inland) => mirror(landmarks.centre(along, inland)),
      coast: landmarks.coast.map(mirror).reverse(),
      river: landmarks.river.map(mirror),
      dam: [mirror(landmarks.dam[0]), mirror(landmarks.dam[1])],
      moles: lines(landmarks.moles),
      quays: lines(landmarks.quays),
      cemetery: landmarks.cemetery.map(mirror).reverse(),
      ponds: landmarks.ponds.map(({levelMetres, dam}) => ({
        levelMetres,
        dam: [mirror(dam[0]), mirror(dam[1])],
      })),
    },
    sites: layout.sites.map(site => ({...site, ring: site.ring.map(mirror).reverse()})),
  }
}

import type {Point} from '../../../tools/space/vector.ts'
import type {Plan} from '../plan/plan.ts'
import {quayMetres} from '../plan/port.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {alongLine} from './along-line.ts'
import {cellsInRing} from './cells-in-ring.ts'

const damCrestMetres = 16.5
const riversideMetres = 3.1

/** What people built of earth and stone: the dam, the port's platforms, its dredged basins and its breakwaters. */
export function raiseWorks({waters: {dam}, port, riverFront}: Plan, heights: Float32Array): void {
  const inRing = (ring: Point[], visit: (cell: number) => void) =>
    cellsInRing(ring, {cells: terrainCells, cellMetres}, visit)

  alongLine(dam, 90, (cell, metres) => {
    heights[cell] = Math.max(heights[cell]!, damCrestMetres - Math.max(0, metres - 8) / 2.6)
  })
  for (const {ring, depthMetres} of port.basins)
    inRing(ring, cell => {
      if (heights[cell]! < 0.5) heights[cell] = Math.min(heights[cell]!, -depthMetres)
    })
  for (const mole of port.moles)
    alongLine(mole, 26, (cell, metres) => {
      heights[cell] = Math.max(heights[cell]!, quayMetres - Math.max(0, metres - 8) * 0.9)
    })
  for (const ring of [...port.fills, ...port.marina.fills])
    inRing(ring, cell => {
      heights[cell] = quayMetres
    })
  inRing(riverFront.platform, cell => {
    heights[cell] = Math.max(riversideMetres, Math.min(heights[cell]!, riversideMetres + 1))
  })
}

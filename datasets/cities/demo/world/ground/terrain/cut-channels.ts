import {hash} from '../../../tools/numbers/hash.ts'
import {noise} from '../../../tools/numbers/noise.ts'
import type {Plan} from '../plan/plan.ts'
import {riverDepth, riverHalfWidth} from '../plan/river-profile.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {alongLine} from './along-line.ts'
import {cellsInRing} from './cells-in-ring.ts'

const bankMetres = 18

/** Lays the marsh at the mouth, then cuts the river's arms, its dead bends and its own bed into the ground. */
export function cutChannels({seed, waters}: Plan, heights: Float32Array): void {
  const rough = hash(seed, 'channels')
  const roughAt = (cell: number) =>
    noise(
      rough,
      ((cell % terrainCells) * cellMetres) / 75,
      (Math.floor(cell / terrainCells) * cellMetres) / 75,
    )

  for (const ring of waters.reeds) {
    const isIn = new Set<number>()
    cellsInRing(ring, {cells: terrainCells, cellMetres}, cell => isIn.add(cell))
    alongLine([...ring, ring[0]!], 400, (cell, metres) => {
      if (isIn.has(cell))
        heights[cell] = Math.min(0.85, -0.6 + (metres + 14 * roughAt(cell)) * 0.05) + 0.12 * roughAt(cell)
    })
  }
  for (const {line, halfWidthMetres, depthMetres} of [...waters.oxbows, ...waters.arms])
    alongLine(line, halfWidthMetres + 40, (cell, metres) => {
      const away = metres + Math.min(1, metres / halfWidthMetres) * 7 * roughAt(cell)
      heights[cell] = Math.min(heights[cell]!, bedAt(away, halfWidthMetres, depthMetres))
    })

  alongLine(waters.river, 170, (cell, metres, along) => {
    if (along > waters.course.mouthMetres + 700) return
    const edge = riverHalfWidth(waters.course, along)
    const away = metres + Math.min(1, metres / edge) * 9 * roughAt(cell)
    heights[cell] = Math.min(heights[cell]!, bedAt(away, edge, riverDepth(waters.course, along)))
  })
}

/** Height of a channel's bed so far from its middle: a trough, then a bank that rises out of the way. */
function bedAt(metres: number, halfWidth: number, depth: number): number {
  const share = metres / halfWidth
  const shallow = Math.min(0.5, depth / 2)
  if (share < 1) return -shallow - (depth - shallow) * (1 - share * share)
  return metres < halfWidth + bankMetres
    ? -shallow + ((metres - halfWidth) / bankMetres) * (shallow + 2)
    : Infinity
}

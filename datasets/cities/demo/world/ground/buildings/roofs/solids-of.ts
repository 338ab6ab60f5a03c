import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Building} from '../../ground.ts'
import {latticeOf} from './lattice.ts'
import {latticeSolid} from './lattice-solid.ts'
import {prism} from './prism.ts'
import {pyramid} from './pyramid.ts'
import {ribbonOf, ribbonRoof} from './ribbon-roof.ts'
import type {Solid} from './solid.ts'

/** Closed bodies of a building in the plan, metres above the datum: one, or of a church one a part. */
export function solidsOf(building: Building): Solid[] {
  const {kind, outline, holes, parts, roof, groundMetres, eavesMetres, heightMetres} = building
  const eaves = rounded(groundMetres + eavesMetres)
  const top = rounded(groundMetres + heightMetres)
  if (kind === 'church') return churchSolids(parts, groundMetres, eaves, top)
  if (roof === 'flat' || top <= eaves) return [prism(outline, holes, groundMetres, top)]
  const isSimple = parts.length === 1
  if (isSimple && roof === 'pyramidal') return [pyramid(outline, groundMetres, eaves, top)]
  const lattice = latticeOf([outline, ...holes], parts)
  if (lattice) return [latticeSolid(lattice, roof === 'gabled', groundMetres, eaves, top)]
  const ribbon = ribbonOf(parts)
  if (ribbon) return [ribbonRoof(ribbon, roof === 'hipped', groundMetres, eaves, top)]
  throw new Error(
    `${building.id}: a ${roof} roof needs right angles or a ribbon; its ${parts.length} parts are neither.`,
  )
}

/** The square parts are towers under pyramids: the first carries the dome, a second one is the belfry. */
function churchSolids(parts: readonly Point[][], ground: number, eaves: number, top: number): Solid[] {
  let towers = 0
  return parts.map(part => {
    const isTower = Math.abs(distance(part[0]!, part[1]!) - distance(part[1]!, part[2]!)) < 0.05
    if (isTower) {
      const rise = top - eaves
      const isDome = towers++ === 0
      const shoulder = rounded(eaves + rise * (isDome ? 0.42 : 0.34))
      return pyramid(part, ground, shoulder, isDome ? top : rounded(eaves + rise * 0.8))
    }
    const lattice = latticeOf([part], [part])!
    const half = Math.min(distance(part[0]!, part[1]!), distance(part[1]!, part[2]!)) / 2
    const ridge = rounded(eaves + Math.min(half * 0.8, (top - eaves) * 0.4))
    return latticeSolid(lattice, true, ground, eaves, ridge)
  })
}

const rounded = (metres: number) => Math.round(metres * 1000) / 1000

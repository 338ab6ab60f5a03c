import {ringCentroid} from '../../../../tools/space/ring-centroid.ts'
import {millimetres, type Point} from '../../../../tools/space/vector.ts'
import {walls} from './prism.ts'
import {type Solid, SolidBuilder} from './solid.ts'

/** A body over a convex outline whose roof rises to one point above its middle. */
export function pyramid(outline: readonly Point[], ground: number, eaves: number, top: number): Solid {
  const solid = new SolidBuilder()
  const low = outline.map(at => solid.corner(at, ground))
  const high = outline.map(at => solid.corner(at, eaves))
  const [x, y] = ringCentroid(outline)
  const apex = solid.corner([millimetres(x), millimetres(y)], top)
  solid.face('ground', low.toReversed())
  walls(solid, low, high)
  for (const [index, from] of high.entries())
    solid.face('roof', [from, high[(index + 1) % high.length]!, apex])
  return solid.done()
}

import type {Polygons} from '../polygons.ts'
import type {Mesh} from './mesh.ts'
import {Corners} from './outline/corners.ts'
import {coverOf} from './outline/cover-of.ts'
import {openEdges} from './outline/open-edges.ts'
import {polygonsFrom} from './outline/polygons-from.ts'
import {projected} from './outline/projected.ts'
import {ringsOf} from './outline/rings-of.ts'
import {splitEdges} from './outline/split-edges.ts'

/** Cover is asked for this far beside an edge: more than the grid can move it, less than what lies on a line. */
const besideMetres = 6e-5

/**
 * The outline of a mesh seen from above, or of as much of it as is higher than `aboveMetres`: the union of its
 * triangles' projections. Edges with cover on one side only are split where they meet, and those that still have cover
 * on one side are put together to rings; exact to a tenth of a millimetre. Upright triangles cover nothing.
 */
export function outlineOf(mesh: Mesh, aboveMetres = Number.NEGATIVE_INFINITY): Polygons {
  const flat = projected(mesh, aboveMetres)
  const cover = coverOf(flat)
  const corners = new Corners()
  const pieces = splitEdges(openEdges(flat, corners), corners)
  const border: [from: number, to: number][] = []
  for (const [a, b] of pieces) {
    const [[ax, ay], [bx, by]] = [corners.at(a), corners.at(b)]
    const length = Math.hypot(bx - ax, by - ay)
    const [nx, ny] = [(-(by - ay) / length) * besideMetres, ((bx - ax) / length) * besideMetres]
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2]
    const [left, right] = [cover(mx + nx, my + ny), cover(mx - nx, my - ny)]
    if (left !== right) border.push(left ? [a, b] : [b, a])
  }
  return polygonsFrom(ringsOf(border, corners))
}

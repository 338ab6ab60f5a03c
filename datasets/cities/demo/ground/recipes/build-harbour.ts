import {Draw} from '../../numbers/draw.ts'
import {boxOf} from '../../space/box-of.ts'
import {leftOf, type Point, step} from '../../space/vector.ts'
import {frame, rectangle, roundShape, union} from '../build/shape.ts'
import type {Ground, Town} from '../build/town.ts'
import {cellMetres, terrainCells} from '../terrain.ts'

/** What cranes and railway tracks need between a shed and the water. */
const apronMetres = 17

/** The port: a grain terminal on one pier, transit sheds in rows behind the aprons, a terminal for passengers. */
export function buildHarbour(town: Town): void {
  const {layout} = town
  layout.quarters.forEach((quarter, index) => {
    if (quarter.zone !== 'harbour') return
    const draw = new Draw(layout.seed, 'harbour', quarter.key)
    const ground = {quarter}
    grainTerminal(town, ground)
    passengerTerminal(town, ground)
    sheds(town, ground, index, draw)
  })
}


/** Two rows of silos with the working house between them. */
function grainTerminal(town: Town, ground: Ground): void {
  const {centre} = town.layout.landmarks
  for (const middle of [1180, 1130]) {
    const clearance = {road: 2, gap: 0.6}
    let built = 0
    for (const aside of [-38, -19, 19, 38])
      for (let inland = -392; inland > -600; inland -= 18.6) {
        const silo = roundShape(centre(middle + aside, inland), 8.6)
        if (town.build('silo', silo, ground, {storeys: 1, roof: 'pyramidal', year: 1984, clearance})) built++
      }
    if (built > 8) return
  }
}

function passengerTerminal(town: Town, ground: Ground): void {
  const {centre} = town.layout.landmarks
  const origin = centre(0, 0)
  const ahead = centre(1, 0)
  const along: Point = [ahead[0] - origin[0], ahead[1] - origin[1]]
  for (const [x, y] of [[735, -244], [700, -240], [790, -240], [1000, -240]] as const) {
    const at = frame(centre(x, y), along)
    const shape = union(at, [[0, 0, 58, 17], [18, 17, 40, 23]])
    if (town.build('station', shape, ground, {storeys: 2, year: 1969, role: 'passenger-terminal', clearance: {road: 3, gap: 4}})) return
  }
}

/** Sheds of three sizes on a lattice along the quays; the largest find their places first. */
function sheds(town: Town, ground: Ground, quarterIndex: number, draw: Draw): void {
  const {site} = town
  const {along} = ground.quarter
  const reach = reachOf(town, quarterIndex, along)
  if (!reach) return
  const [from, right, to, left] = reach
  for (const [length, depth] of [[84, 30], [56, 26], [34, 22], [22, 14]] as const)
    for (let y = left - depth; y >= right; y -= 6)
      for (let x = from; x + length <= to; x += 7) {
        if (draw.chance(0.16)) continue
        for (const forward of [along, leftOf(along)]) {
          const corner: Point = step(step([0, 0], along, x), leftOf(along), y)
          const at = frame(corner, forward)
          if (site.quarterIndexAt(at(length / 2, depth / 2)) !== quarterIndex) continue
          const apron = rectangle(at, [-apronMetres, -apronMetres, length + apronMetres, depth + apronMetres])
          const shape = union(at, [[0, 0, length, depth]])
          if (!site.isFree(shape.parts, {road: 5, gap: 9}) || !site.isFirm(apron, 2)) continue
          const roof = draw.chance(0.7) ? 'gabled' : 'flat'
          town.build(depth < 15 ? 'public' : 'warehouse', shape, ground, {storeys: depth < 15 ? 2 : 1, roof, year: 1909 + draw.below(80), clearance: {road: 5, gap: 9}})
          break
        }
      }
}

/** From where to where a quarter lies along a direction and across it. */
function reachOf({layout}: Town, quarterIndex: number, along: Point): [number, number, number, number] | null {
  const corners: Point[] = []
  for (let row = 0; row < terrainCells; row += 2)
    for (let column = 0; column < terrainCells; column += 2) {
      if (layout.quarterOf[row * terrainCells + column] !== quarterIndex + 1) continue
      const [x, y] = [column * cellMetres, row * cellMetres]
      corners.push([x * along[0] + y * along[1], y * along[0] - x * along[1]])
    }
  return corners.length === 0 ? null : boxOf(corners)
}

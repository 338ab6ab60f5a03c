import {Draw} from '../../../../tools/numbers/draw.ts'
import {unitOf} from '../../../../tools/numbers/hash.ts'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {heading, leftOf, type Point, step} from '../../../../tools/space/vector.ts'
import {cellMetres, terrainCells} from '../../terrain.ts'
import {siteOf} from '../institutions/site-of.ts'
import {frame, rectangle, roundShape, union} from '../site/shape.ts'
import type {Ground, Town} from '../site/town.ts'

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

/** Four rows of silos on the westernmost pier. */
function grainTerminal(town: Town, ground: Ground): void {
  const {centre} = town.layout.landmarks
  for (const middle of [1180, 1130]) {
    const clearance = {road: 2, gap: 0.6}
    let built = 0
    for (const aside of [-38, -19, 19, 38])
      for (let inland = -392; inland > -512; inland -= 18.6) {
        const silo = roundShape(centre(middle + aside, inland), 8.6)
        if (town.build('silo', silo, ground, {storeys: 1, roof: 'pyramidal', year: 1984, clearance})) built++
      }
    if (built > 8) return
  }
}

/** On the quay that the plan keeps for it, or near the marina. */
function passengerTerminal(town: Town, ground: Ground): void {
  const {centre} = town.layout.landmarks
  if (town.drafts.some(({role}) => role === 'passenger-terminal')) return
  const along = heading(centre(0, 0), centre(1, 0))
  const site = siteOf(town.layout, 'passenger-port')
  const wanted = [...(site ? [site] : []), centre(735, -244), centre(790, -240), centre(1000, -240)]
  for (const middle of wanted)
    for (const [length, depth] of [
      [58, 17],
      [44, 15],
    ] as const)
      for (const inland of [0, 12, 24, -12, -24, 40, 56, 72, -40]) {
        const at = frame(step(middle, along, -length / 2, inland), along)
        const shape = union(at, [
          [0, 0, length, depth],
          [length * 0.3, depth, length * 0.7, depth + 6],
        ])
        const plan = {
          storeys: 2,
          year: 1969,
          role: 'passenger-terminal',
          clearance: {road: 3, gap: 4},
        } as const
        if (town.build('station', shape, ground, plan)) return
      }
}

const shedSizes = [
  [84, 30],
  [56, 26],
  [34, 22],
] as const
/** Every so large a piece of the port, some are left to cranes, timber and containers. */
const storageMetres = 120
const storageShare = 0.24

/** Sheds of three sizes on a lattice along the quays; the largest find their places first. Then a few offices. */
function sheds(town: Town, ground: Ground, quarterIndex: number, draw: Draw): void {
  const {site, layout} = town
  const {along} = ground.quarter
  const reach = reachOf(town, quarterIndex, along)
  if (!reach) return
  const [from, right, to, left] = reach
  const clearance = {road: 5, gap: 11}
  const isStorage = (x: number, y: number) =>
    unitOf(layout.seed, 'storage', Math.floor(x / storageMetres), Math.floor(y / storageMetres)) <
    storageShare
  const place = (x: number, y: number, length: number, depth: number, forward: Point) => {
    const at = frame(step(step([0, 0], along, x), leftOf(along), y), forward)
    if (site.quarterIndexAt(at(length / 2, depth / 2)) !== quarterIndex) return null
    const apron = rectangle(at, [-apronMetres, -apronMetres, length + apronMetres, depth + apronMetres])
    const shape = union(at, [[0, 0, length, depth]])
    return site.isFree(shape.parts, clearance) && site.isFirm(apron, 2) ? shape : null
  }
  for (const [length, depth] of shedSizes)
    for (let y = left - depth; y >= right; y -= 6)
      for (let x = from; x + length <= to; x += 7) {
        if (isStorage(x, y)) continue
        const shape = place(x, y, length, depth, along) ?? place(x, y, length, depth, leftOf(along))
        if (!shape) continue
        const roof = draw.chance(0.7) ? 'gabled' : 'flat'
        town.build('warehouse', shape, ground, {storeys: 1, roof, year: 1909 + draw.below(80), clearance})
      }
  for (let count = 0, attempt = 0; count < 6 && attempt < 300; attempt++) {
    const shape = place(draw.between(from, to), draw.between(right, left), 24, 12, along)
    if (
      shape &&
      town.build('office', shape, ground, {
        storeys: 2 + draw.below(2),
        year: 1930 + draw.below(50),
        clearance,
      })
    )
      count++
  }
}

/** From where to where a quarter lies along a direction and across it. */
function reachOf(
  {layout}: Town,
  quarterIndex: number,
  along: Point,
): [number, number, number, number] | null {
  const corners: Point[] = []
  for (let row = 0; row < terrainCells; row += 2)
    for (let column = 0; column < terrainCells; column += 2) {
      if (layout.quarterOf[row * terrainCells + column] !== quarterIndex + 1) continue
      const [x, y] = [column * cellMetres, row * cellMetres]
      corners.push([x * along[0] + y * along[1], y * along[0] - x * along[1]])
    }
  return corners.length === 0 ? null : boxOf(corners)
}

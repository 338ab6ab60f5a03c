import {planMetres} from '../space/plan-frame.ts'
import {arrange} from './graph/arrange.ts'
import {isDrivable, isWalkable} from './graph/components.ts'
import {faces} from './graph/faces.ts'
import {keepLargest} from './graph/keep-largest.ts'
import {prune} from './graph/prune.ts'
import type {Layout, LayoutEdge, Quarter} from './layout.ts'
import {markBridges} from './mark-bridges.ts'
import {mirrorLayout} from './mirror-layout.ts'
import type {MainLine} from './plan/main-lines.ts'
import {makePlan} from './plan.ts'
import {makeQuarters} from './quarters/make-quarters.ts'
import {rims} from './quarters/rims.ts'
import {Junctions} from './quarters/subdivide.ts'
import {zoneMap} from './quarters/zone-map.ts'
import {fillQuarters} from './streets/fill-quarters.ts'
import {cellsInRing} from './terrain/cells-in-ring.ts'
import {makeTerrain} from './terrain/make-terrain.ts'
import {cellMetres, terrainCells} from './terrain.ts'

const weldMetres = 5
/** Dead ends shorter than this are dropped. */
const shortestEnd = (edgeClass: LayoutEdge['class']): number =>
  edgeClass === 'rail' ? 0 : edgeClass === 'path' ? 60 : edgeClass === 'lane' ? 24 : 36
const everyEnd = () => Infinity

/** The city's ground and streets, the same for a seed on every platform. About 3 s. */
export function makeLayout(seed: number): Layout {
  const plan = makePlan(seed)
  const ground = makeTerrain(plan)

  // First the faces between the lines that a planner drew, with a zone each; then those between rims as well.
  const edge = 2
  const far = planMetres - edge
  const border: MainLine = {
    class: 'limit',
    points: [
      [edge, edge],
      [far, edge],
      [far, far],
      [edge, far],
      [edge, edge],
    ],
  }
  const drawn = [...plan.lines, {class: 'rail' as const, points: plan.rails.main}].map(line =>
    withinPlan(line, edge, far),
  )
  const zones = zoneMap(seed, faces(prune(arrange([...drawn, border], weldMetres), everyEnd)), plan.zoneSeeds)
  const rimLines = rims(ground.unbuildable, zones, drawn)
  const bones = prune(arrange([...drawn, ...rimLines, border], weldMetres), everyEnd)

  // Quarters, then the streets inside them.
  const junctions = new Junctions()
  const {quarters, streets} = makeQuarters(faces(bones), bones.edges, zones, ground.unbuildable, junctions)
  const filled = fillQuarters(plan, ground, quarters, junctions)

  // All lines together become the network.
  const sidings = plan.rails.others.map(points => withinPlan({class: 'rail', points}, edge, far))
  const whole = arrange(
    [...drawn, ...rimLines, border, ...sidings, ...streets, ...filled.streets],
    weldMetres,
  )
  const network = prune(
    keepLargest(keepLargest(prune(whole, shortestEnd), isDrivable), isWalkable),
    shortestEnd,
  )

  const quarterOf = new Uint16Array(terrainCells * terrainCells)
  const bySize = quarters.map((quarter, index) => ({quarter, index}))
  for (const {quarter, index} of bySize)
    cellsInRing(quarter.plot.ring, {cells: terrainCells, cellMetres}, cell => {
      quarterOf[cell] = index + 1
    })

  const layout: Layout = {
    seed,
    terrain: {heights: ground.heights, water: ground.water},
    unbuildable: ground.unbuildable,
    nodes: network.nodes,
    edges: markBridges(network, ground),
    quarters: quarters.map(({zone, district, along, key}): Quarter => ({zone, district, along, key})),
    quarterOf,
    landmarks: {
      centre: plan.centre.place,
      coast: plan.waters.coast,
      river: plan.waters.river,
      dam: plan.waters.dam,
      moles: plan.port.moles,
      quays: plan.port.quays,
      cemetery: plan.cemetery,
    },
    sites: filled.sites,
  }
  return plan.character.isMirrored ? mirrorLayout(layout) : layout
}

function withinPlan({class: lineClass, points}: MainLine, from: number, to: number): MainLine {
  const clamp = (metres: number) => Math.min(to, Math.max(from, metres))
  return {class: lineClass, points: points.map(([x, y]) => [clamp(x), clamp(y)])}
}

import {clipLine} from '../../../tools/space/clip-line.ts'
import {lineBetween} from '../../../tools/space/line-between.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import type {Point} from '../../../tools/space/vector.ts'
import {arrange} from '../graph/arrange.ts'
import {isDrivable, isWalkable} from '../graph/components.ts'
import {faces} from '../graph/faces.ts'
import {keepLargest} from '../graph/keep-largest.ts'
import {prune} from '../graph/prune.ts'
import type {MainLine} from '../plan/main-lines.ts'
import {makePlan} from '../plan/plan.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {makeTerrain} from '../terrain/make-terrain.ts'
import {unbuildableKinds} from '../terrain/mark-unbuildable.ts'
import type {Layout, LayoutEdge} from './layout.ts'
import {markBridges} from './mark-bridges.ts'
import {mirrorLayout} from './mirror-layout.ts'
import {centreMarkets, plannedSites} from './planned-sites.ts'
import {makeQuarters, openZones} from './quarters/make-quarters.ts'
import {paintQuarters} from './quarters/paint-quarters.ts'
import {rims} from './quarters/rims.ts'
import {Junctions} from './quarters/subdivide.ts'
import {zoneMap} from './quarters/zone-map.ts'
import {centreGrid} from './streets/centre-grid.ts'
import {fillQuarters} from './streets/fill-quarters.ts'
import {keepTownStreets} from './streets/keep-town-streets.ts'
import {trimToGround} from './streets/trim-to-ground.ts'

/** The plan's edge, as a limit, a hair inside the last cells. */
const [near, far] = [2, planMetres - 2]
const border: Point[] = [
  [near, near],
  [far, near],
  [far, far],
  [near, far],
]

const weldMetres = 5
/** Dead ends shorter than this are dropped, and all that end on a bridge. */
const shortestEnd = ({class: edgeClass, isBridge}: LayoutEdge): number =>
  edgeClass === 'rail' ? 0 : isBridge ? Infinity : edgeClass === 'path' ? 60 : edgeClass === 'lane' ? 24 : 36
const everyEnd = () => Infinity

/** The city's ground and streets, the same for a seed on every platform. Takes about 2 s and 200 MB. */
export function makeLayout(seed: number): Layout {
  const plan = makePlan(seed)
  const land = makeTerrain(plan)

  // First the faces between the lines that a planner drew, with a zone each; then those between rims as well.
  const drawn = [...plan.lines, {class: 'rail' as const, points: plan.rails.main}].flatMap(withinPlan)
  const frame: MainLine = {class: 'limit', points: [...border, border[0]!]}
  // The river parts faces but is no line of the network.
  const river = withinPlan({class: 'limit', points: plan.waters.river})
  const parted = [...drawn, frame, ...river]
  const zones = zoneMap(seed, faces(prune(arrange(parted, weldMetres), everyEnd)), plan.zoneSeeds)
  const rimLines = rims(land.unbuildable, zones, drawn)
  const bones = prune(arrange([...parted, ...rimLines], weldMetres), everyEnd)

  // Quarters, then the streets inside them.
  const junctions = new Junctions()
  const cut = makeQuarters(faces(bones), bones.edges, zones, land.unbuildable, junctions)
  const grid = centreGrid(plan)
  const rough = [...cut.quarters, ...centreMarkets(grid, plan)]
  const {quarters, quarterOf} = paintQuarters(rough, zones)
  const isTown = (point: Point) => !openZones.has(quarters[quarterOf[cellAt(point)]! - 1]?.zone ?? 'field')
  const filled = fillQuarters(plan, grid, land, rough, junctions)

  // All lines together become the network.
  const isPassable = (cell: number) => land.unbuildable[cell]! <= unbuildableKinds.low
  const between = trimToGround(keepTownStreets(cut.streets, isTown), isPassable)
  const sidings = plan.rails.others.flatMap(points => withinPlan({class: 'rail', points}))
  const whole = arrange([...drawn, ...rimLines, frame, ...sidings, ...between, ...filled.streets], weldMetres)
  const joined = keepLargest(prune(markBridges(whole, land), shortestEnd), isDrivable)
  const network = prune(keepLargest(joined, isWalkable), shortestEnd)

  const layout: Layout = {
    seed,
    terrain: {heights: land.heights, water: land.water},
    unbuildable: land.unbuildable,
    nodes: network.nodes,
    edges: network.edges,
    quarters,
    quarterOf,
    landmarks: {
      centre: plan.centre.place,
      coast: plan.waters.coast,
      river: lineBetween(plan.waters.river, 0, plan.waters.course.mouthMetres),
      dam: plan.waters.dam,
      moles: plan.port.moles,
      quays: [...plan.port.quays, plan.riverFront.quay],
      cemetery: plan.cemetery,
      ponds: land.ponds.map(({levelMetres, dam}) => ({levelMetres, dam})),
    },
    sites: [...plannedSites(plan, grid), ...filled.sites],
  }
  return plan.character.isMirrored ? mirrorLayout(layout) : layout
}

/** A line's pieces inside the plan. */
const withinPlan = ({class: lineClass, points}: MainLine): MainLine[] =>
  clipLine(points, border).map(piece => ({class: lineClass, points: piece}))

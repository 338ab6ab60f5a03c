import {eightWays} from '../../../tools/space/eight-ways.ts'
import {heading, type Point, step} from '../../../tools/space/vector.ts'
import {districts} from '../../districts.ts'
import {arrange} from '../graph/arrange.ts'
import {components} from '../graph/components.ts'
import type {Area} from '../ground.ts'
import type {Layout, LayoutEdge} from '../layout/layout.ts'
import type {MainLine} from '../plan/main-lines.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {cellsInRing} from '../terrain/cells-in-ring.ts'
import {cellMetres, terrainCells, waterKinds} from '../terrain.ts'
import {borderRings} from './border-rings.ts'
import {labelFaces} from './label-faces.ts'

/** Along these a border may run. */
const borderClasses: ReadonlySet<LayoutEdge['class']> = new Set(['rail', 'avenue', 'main', 'street', 'limit'])

/** The districts as polygons, and the one that a place lies in; at sea the nearest. */
export type DistrictMap = {outlines: Point[][][]; districtAt: (at: Point) => number}

/**
 * Draws the borders of the districts: along main roads, railways, the middle of the river, the shore and
 * the harbour's fence. The outlines
 * share their borders point by point and cover all land that is not an island; all their rings are outer ones.
 * @param areas those of the layout, for the shore and the harbour
 */
export function drawDistricts(layout: Layout, areas: readonly Area[]): DistrictMap {
  const {nodes, edges, landmarks, terrain} = layout
  const lines: MainLine[] = edges
    .filter(edge => borderClasses.has(edge.class))
    .map(edge => ({class: edge.class, points: [nodes[edge.from]!, nodes[edge.to]!]}))
  lines.push({class: 'path', points: outToSea(landmarks.river)})
  for (const {kind, rings} of areas)
    if (kind === 'sea' || kind === 'harbour')
      for (const ring of rings) lines.push({class: 'path', points: [...ring, ring[0]!]})
  const whole = arrange(lines, 0.5)
  // Lines that hang together with nothing else are islands, or lie within a district.
  const part = components(whole, () => true)
  const graph = {nodes: whole.nodes, edges: whole.edges.filter(({from}) => part[from] === 0)}

  const seaKind = waterKinds.indexOf('sea')
  const sides = labelFaces(layout, graph, cell => terrain.water[cell] === seaKind)
  const outlines = borderRings(graph, sides, districts.length)
  const districtOf = new Uint8Array(terrainCells * terrainCells).fill(atSea)
  outlines.forEach((rings, district) => {
    for (const ring of rings)
      cellsInRing(ring, {cells: terrainCells, cellMetres}, cell => {
        districtOf[cell] = district
      })
  })
  return {outlines, districtAt: at => nearestDistrict(districtOf, at)}
}

/** The river's line, led on straight beyond its mouth. */
function outToSea(river: readonly Point[]): Point[] {
  const last = river[river.length - 1]!
  const direction = heading(river[Math.max(0, river.length - 4)]!, last)
  return [...river, step(last, direction, mouthMetres)]
}

/** The water that counts as the river's own ends at most so far from the line's end. */
const mouthMetres = 700

const atSea = 255

function nearestDistrict(districtOf: Uint8Array, at: Point): number {
  const here = districtOf[cellAt(at)]!
  if (here !== atSea) return here
  for (let metres = 8; metres < terrainCells * cellMetres; metres += 8)
    for (const direction of eightWays) {
      const there = districtOf[cellAt(step(at, direction, metres))]!
      if (there !== atSea) return there
    }
  return 0
}

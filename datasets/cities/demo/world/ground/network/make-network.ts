import {between, distance, type Point} from '../../../tools/space/vector.ts'
import type {Edge, Network, RoadClass} from '../ground.ts'
import type {Layout, LayoutEdge} from '../layout/layout.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {heightAt} from '../terrain/height-at.ts'
import {cellMetres, reservoirMetres, terrainCells, waterKinds} from '../terrain.ts'
import {bridgeNodes, layDecks} from './lay-decks.ts'
import {limitGrade} from './limit-grade.ts'

/**
 * The layout's roads, footways and rails as a network with heights and speeds: bridges straight between abutments that
 * clear the water, slopes cut and banked to what each class allows. No edge has a street yet.
 */
export function makeNetwork(layout: Layout): Network {
  const isOpen = openGround(layout)
  const indexOf = new Map<number, number>()
  const nodes: Network['nodes'] = []
  const nodeOf = (node: number) => {
    let index = indexOf.get(node)
    if (index === undefined) {
      const at = layout.nodes[node]!
      index = nodes.push({at, heightMetres: heightAt(layout.terrain.heights, at)}) - 1
      indexOf.set(node, index)
    }
    return index
  }
  const edges: Edge[] = []
  for (const edge of layout.edges) {
    if (!isRoad(edge)) continue
    const from = nodeOf(edge.from)
    const to = nodeOf(edge.to)
    const [a, b] = [nodes[from]!.at, nodes[to]!.at]
    const isHighway = edge.class !== 'lane' && edge.class !== 'local' && isOpen(between(a, b, 0.5))
    edges.push({
      from,
      to,
      class: edge.class,
      lengthMetres: distance(a, b),
      speedKmh: isHighway && speed[edge.class] > 0 ? highwayKmh : speed[edge.class],
      isBridge: edge.isBridge,
      street: -1,
    })
  }
  const network = {nodes, edges}
  const heights = profile(network, layout)
  nodes.forEach((node, index) => {
    node.heightMetres = Math.round(heights[index]! * 100) / 100
  })
  return network
}

/** What one may drive, in km/h; nobody drives on footways and rails. */
const speed: Record<RoadClass, number> = {
  avenue: 50,
  main: 50,
  street: 50,
  local: 30,
  lane: 20,
  path: 0,
  rail: 0,
}
/** Between fields. */
const highwayKmh = 80

/** Between a deck and the water under it, at the least. */
const clearanceMetres = 5

const isRoad = (edge: LayoutEdge): edge is LayoutEdge & {class: RoadClass} => edge.class !== 'limit'

/** Heights of the nodes, once bridges are raised over the water and slopes are cut and banked. */
function profile(network: Network, {terrain}: Layout): Float64Array {
  const heights = Float64Array.from(network.nodes, ({heightMetres}) => heightMetres)
  const {abutments} = bridgeNodes(network)
  for (const node of abutments) heights[node] = Math.max(heights[node]!, deckHeight(network.nodes[node]!.at))
  layDecks(network, heights)
  const graded = limitGrade(network, heights)
  layDecks(network, graded)
  return graded

  /** How high a bridge that begins here must be: above the water around by the clearance. */
  function deckHeight([x, y]: Point): number {
    const reach = 12
    const column = Math.floor(x / cellMetres)
    const row = Math.floor(y / cellMetres)
    let level = -Infinity
    for (let r = Math.max(0, row - reach); r <= Math.min(terrainCells - 1, row + reach); r++)
      for (let c = Math.max(0, column - reach); c <= Math.min(terrainCells - 1, column + reach); c++) {
        const water = waterKinds[terrain.water[r * terrainCells + c]!]
        if (water === 'reservoir') level = Math.max(level, reservoirMetres)
        else if (water === 'sea' || water === 'river') level = Math.max(level, 0)
      }
    return level + clearanceMetres
  }
}

/** Do fields, or nothing, lie on all sides of a place? A road is the border of two quarters: both its sides count. */
function openGround({quarterOf, quarters}: Layout): (at: Point) => boolean {
  const isOpen = (at: Point) => {
    const quarter = quarters[quarterOf[cellAt(at)]! - 1]
    return quarter === undefined || quarter.zone === 'field'
  }
  return ([x, y]) => isOpen([x - 40, y]) && isOpen([x + 40, y]) && isOpen([x, y - 40]) && isOpen([x, y + 40])
}

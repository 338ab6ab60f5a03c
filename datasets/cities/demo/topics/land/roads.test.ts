import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {makeScope} from '../../scope.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {roads} from './roads.chapter.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-roads-'))
afterAll(() => rmSync(folder, {recursive: true}))

const outbox = new Outbox(folder)
roads.write(makeScope({seed: 1, scale: 0.05, today: '2026-11-21'}), outbox)
outbox.finish()

type Position = [lon: number, lat: number]
type Edge = {
  properties: {
    edge_id: string
    from_node: string
    to_node: string
    class: string
    speed_kmh: number | null
    length_m: number
  }
  geometry: {coordinates: Position[]}
}
type Node = {properties: {node_id: string; height_m: number}; geometry: {coordinates: Position}}

const features = <F>(path: string) =>
  (JSON.parse(readFileSync(join(folder, path), 'utf8')) as {features: F[]}).features
const edges = features<Edge>('roads/roads.demo.geojson')
const nodes = features<Node>('roads/nodes.demo.geojson')
const places = new Map(nodes.map(({properties, geometry}) => [properties.node_id, geometry.coordinates]))

it('edges and nodes are one graph: each node bears one key, and no edge ends elsewhere, no node is without an edge', () => {
  expect(places.size).toBe(nodes.length)
  expect(new Set(edges.map(({properties}) => properties.edge_id)).size).toBe(edges.length)
  const used = new Set(edges.flatMap(({properties}) => [properties.from_node, properties.to_node]))
  expect([...used].filter(node => !places.has(node))).toEqual([])
  expect([...places.keys()].filter(node => !used.has(node))).toEqual([])
  for (const {properties, geometry} of edges) {
    expect(geometry.coordinates[0]).toEqual(places.get(properties.from_node))
    expect(geometry.coordinates.at(-1)).toEqual(places.get(properties.to_node))
  }
})

it('no road climbs as roads cannot: heights of nodes go with lengths of edges', () => {
  const heights = new Map(nodes.map(({properties}) => [properties.node_id, properties.height_m]))
  const slopes = edges
    .filter(({properties}) => properties.speed_kmh !== null && properties.length_m > 20)
    .map(
      ({properties: {from_node, to_node, length_m}}) =>
        Math.abs(heights.get(from_node)! - heights.get(to_node)!) / length_m,
    )
    .sort((a, b) => a - b)
  expect(slopes[Math.floor(slopes.length * 0.95)]!).toBeLessThan(0.1)
})

it('three settlements beyond the city hang on one road each, as the truth says', () => {
  const settlements = behindOneRoad().filter(({cutOff}) => cutOff.length >= 60)
  expect(settlements.map(({edge}) => edge.properties.class)).toEqual(['avenue', 'main', 'main'])
  const [north, ...others] = settlements.map(({cutOff}) => cutOff)
  expect(north!.length).toBeGreaterThan(80)

  // Where they lie, seen from the middle of the city.
  const middle = middleOf([...places.keys()])
  const offsets = settlements.map(({cutOff}) => {
    const [lon, lat] = middleOf(cutOff)
    // Kilometres east and north at 46 degrees.
    return [(lon - middle[0]) * 77.4, (lat - middle[1]) * 111.1] as const
  })
  expect(offsets[0]![1]).toBeGreaterThan(2)
  const [east, northWest] = offsets.slice(1).sort((a, b) => b[0] - a[0])
  expect(east![0]).toBeGreaterThan(2)
  expect(northWest![0]).toBeLessThan(-1.5)
  expect(northWest![1]).toBeGreaterThan(1.5)
  expect(others.every(cutOff => cutOff.length < north!.length)).toBe(true)

  for (const text of [roads.truths[0]!.where.uk, roads.truths[0]!.where.en])
    expect(text).toMatch(/class avenue.*80.*class main/)
})

function middleOf(some: readonly string[]): Position {
  const all = some.map(node => places.get(node)!)
  return [0, 1].map(axis => all.reduce((sum, place) => sum + place[axis]!, 0) / all.length) as Position
}

/**
 * Roads whose loss cuts something off, and the nodes of it, the largest first; of several on the way to the same place,
 * the one nearest to the city. An edge of a spanning tree is such a road where no other edge leads around it: every
 * other edge is given a number of its own, which all tree edges on its way around get by exclusive or.
 */
function behindOneRoad(): {edge: Edge; cutOff: string[]}[] {
  const driven = edges.filter(({properties}) => properties.speed_kmh !== null)
  const around = new Map<string, {other: string; edge: number}[]>()
  driven.forEach(({properties: {from_node, to_node}}, edge) => {
    for (const [a, b] of [
      [from_node, to_node],
      [to_node, from_node],
    ] as const)
      around.set(a, [...(around.get(a) ?? []), {other: b, edge}])
  })
  const root = around.keys().next().value!
  const parent = new Map([[root, {node: '', edge: -1}]])
  // A map keeps its order, so this walks over what it adds.
  for (const [node] of parent)
    for (const {other, edge} of around.get(node)!) if (!parent.has(other)) parent.set(other, {node, edge})
  expect(parent.size).toBe(around.size)

  const tree = new Set([...parent.values()].map(({edge}) => edge))
  const sums = new Map([...parent.keys()].map(node => [node, 0n]))
  const sizes = new Map([...parent.keys()].map(node => [node, 1]))
  driven.forEach(({properties: {from_node, to_node}}, edge) => {
    if (tree.has(edge)) return
    const mark = 1n << BigInt(edge)
    for (const node of [from_node, to_node]) sums.set(node, sums.get(node)! ^ mark)
  })
  const outermost: {edge: Edge; cutOff: string[]}[] = []
  for (const [node, {node: above}] of [...parent].reverse()) {
    if (above === '') continue
    sums.set(above, sums.get(above)! ^ sums.get(node)!)
    sizes.set(above, sizes.get(above)! + sizes.get(node)!)
  }
  const taken = new Set<string>()
  for (const [node, {node: above, edge}] of parent) {
    if (above === '') continue
    const isWithin = taken.has(above)
    if (isWithin) taken.add(node)
    else if (sums.get(node) === 0n && sizes.get(node)! < around.size / 10) {
      taken.add(node)
      outermost.push({edge: driven[edge]!, cutOff: withoutEdge(node, edge, around)})
    }
  }
  return outermost.sort((a, b) => b.cutOff.length - a.cutOff.length)
}

/** What is still reached from a node when an edge is closed. */
function withoutEdge(
  start: string,
  closed: number,
  around: ReadonlyMap<string, {other: string; edge: number}[]>,
): string[] {
  const reached = new Set([start])
  for (const node of reached)
    for (const {other, edge} of around.get(node)!) if (edge !== closed) reached.add(other)
  return [...reached]
}

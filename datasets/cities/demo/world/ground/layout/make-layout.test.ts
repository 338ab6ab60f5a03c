import {createHash} from 'node:crypto'
import {describe, expect, test} from 'vitest'
import {lineBetween} from '../../../tools/space/line-between.ts'
import {lineLength} from '../../../tools/space/line-length.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {between, distance} from '../../../tools/space/vector.ts'
import {components, isDrivable, isWalkable} from '../graph/components.ts'
import {crossingsWithoutNode} from '../graph/crossings-without-node.fixture.ts'
import {cellAt} from '../terrain/cell-at.ts'
import {floodFill} from '../terrain/flood-fill.ts'
import {heightAt} from '../terrain/height-at.ts'
import {reservoirMetres, terrainCells, waterKinds} from '../terrain.ts'
import type {Layout, LayoutEdge} from './layout.ts'
import {makeLayout} from './make-layout.ts'

// One at a time: a layout holds 30 MB of rasters.
let last: Layout | undefined
const fingerprints = new Map<number, string>()

function layoutOf(seed: number): Layout {
  if (last?.seed !== seed) {
    last = makeLayout(seed)
    fingerprints.set(seed, fingerprint(last))
  }
  return last
}

function fingerprint({terrain, unbuildable, quarterOf, nodes, edges, quarters, sites}: Layout): string {
  const hash = createHash('sha256')
  for (const cells of [terrain.heights, terrain.water, unbuildable, quarterOf]) hash.update(cells)
  return hash.update(JSON.stringify({nodes, edges, quarters, sites})).digest('hex')
}

const samplesOf = ({nodes}: Layout, {from, to}: LayoutEdge, everyMetres: number) => {
  const [a, b] = [nodes[from]!, nodes[to]!]
  const count = Math.max(1, Math.ceil(distance(a, b) / everyMetres))
  return Array.from({length: count + 1}, (_, part) => between(a, b, part / count))
}

describe.each([1, 2, 3, 4, 5])('seed %i', seed => {
  test('roads meet in nodes only and reach everything', () => {
    const layout = layoutOf(seed)
    expect(crossingsWithoutNode(layout)).toEqual([])
    expect(Math.max(...components(layout, isDrivable))).toBe(0)
    expect(Math.max(...components(layout, isWalkable))).toBe(0)
    for (const [x, y] of layout.nodes)
      expect(Math.min(x, y, planMetres - x, planMetres - y)).toBeGreaterThan(0)
  })

  test('no road runs through water but on a bridge', () => {
    const layout = layoutOf(seed)
    const wet = layout.edges.filter(
      edge =>
        isWalkable(edge) &&
        !edge.isBridge &&
        samplesOf(layout, edge, 4).some(point => layout.terrain.water[cellAt(point)] !== 0),
    )
    expect(wet.map(({from}) => layout.nodes[from])).toEqual([])
    // Two bridges over the river at least, each a bridge from bank to bank.
    const river = waterKinds.indexOf('river')
    const overRiver = layout.edges.filter(
      edge =>
        edge.isBridge &&
        samplesOf(layout, edge, 4).some(point => layout.terrain.water[cellAt(point)] === river),
    )
    expect(new Set(overRiver.map(({class: edgeClass}) => edgeClass))).toContain('avenue')
    expect(new Set(overRiver.map(({class: edgeClass}) => edgeClass))).toContain('main')
  })

  test('a footbridge is hardly longer than the water under it', () => {
    const layout = layoutOf(seed)
    const long = layout.edges.filter(edge => {
      if (!edge.isBridge || (edge.class !== 'path' && edge.class !== 'lane')) return false
      const samples = samplesOf(layout, edge, 1)
      const wet = samples.map(point => layout.terrain.water[cellAt(point)] !== 0)
      // Ten metres to each side, and where what is left would be no road of its own, up to twenty more.
      return wet.indexOf(true) > 32 || wet.length - 1 - wet.lastIndexOf(true) > 32
    })
    expect(long.map(({from}) => layout.nodes[from])).toEqual([])
  })

  test('garden suburbs were not all laid out one way: blocks lie across those beside them', () => {
    const {quarters} = layoutOf(seed)
    const gardens = quarters.filter(({zone}) => zone === 'garden')
    const lengthwise = gardens.filter(({along}) => Math.abs(along[1]) > Math.abs(along[0])).length
    expect(lengthwise / gardens.length).toBeGreaterThan(0.2)
    expect(lengthwise / gardens.length).toBeLessThan(0.8)
  })

  test('the river falls from the dam to the sea, and its dam holds the reservoir', () => {
    const {landmarks, terrain} = layoutOf(seed)
    const {river, dam} = landmarks
    const length = lineLength(river)
    const middle = between(dam[0], dam[1], 0.5)
    const below = lineBetween(river, 0, length).findIndex(point => point[1] < middle[1] - 60)
    const start = lineLength(river.slice(0, below + 1))
    let before = Infinity
    for (let metres = start; metres < length - 5; metres += 100) {
      const [at] = lineBetween(river, metres, metres + 1)
      const bed = heightAt(terrain.heights, at!)
      expect(bed).toBeLessThan(before)
      before = bed
    }
    for (let share = 0.02; share < 1; share += 0.02)
      expect(heightAt(terrain.heights, between(dam[0], dam[1], share))).toBeGreaterThan(reservoirMetres + 2)
    const above = river.findLast(([, y]) => y > middle[1] + 200)!
    expect(floodFill(terrain.heights, cellAt(above), reservoirMetres + 2)!.length).toBeLessThan(300_000)
  })

  test('a river 3 m higher floods the plain and the low village, and not the centre', () => {
    const {terrain, landmarks, unbuildable, quarterOf, quarters} = layoutOf(seed)
    const wet = floodFill(terrain.heights, cellAt(landmarks.river.at(-2)!), 3)!
    const isWet = new Uint8Array(terrain.heights.length)
    for (const cell of wet) isWet[cell] = 1
    let plain = 0
    let plainWet = 0
    let village = 0
    let centre = 0
    for (let cell = 0; cell < isWet.length; cell++) {
      const zone = quarters[quarterOf[cell]! - 1]?.zone
      if (unbuildable[cell] === 1 && Math.floor(cell / terrainCells) > 800) {
        plain++
        plainWet += isWet[cell]!
      }
      if (zone === 'village') village += isWet[cell]!
      if (zone === 'centre') centre += isWet[cell]!
    }
    expect(plainWet / plain).toBeGreaterThan(0.7)
    expect(village * 16).toBeGreaterThan(50_000)
    expect(centre).toBe(0)
  })

  test('quarters: every cell names one, zones of a city are there', () => {
    const {quarterOf, quarters} = layoutOf(seed)
    let highest = 0
    let none = 0
    for (const quarter of quarterOf) {
      highest = Math.max(highest, quarter)
      if (quarter === 0) none++
    }
    expect(highest).toBeLessThanOrEqual(quarters.length)
    expect(none / quarterOf.length).toBeLessThan(0.002)
    const zones = new Set(quarters.map(({zone}) => zone))
    for (const zone of [
      'centre',
      'old',
      'stalinist',
      'khrushchev',
      'micro',
      'garden',
      'village',
      'industry',
      'market',
    ] as const)
      expect(zones).toContain(zone)
    expect(new Set(quarters.map(({district}) => district))).toEqual(new Set([0, 1, 2, 3, 4]))
    for (const {along} of quarters)
      expect(Math.abs(along[0] * along[0] + along[1] * along[1] - 1)).toBeLessThan(1e-9)
  })

  test('streets are as long and as steep as streets are', () => {
    const layout = layoutOf(seed)
    const {nodes, edges, terrain} = layout
    const around = nodes.map(() => 0)
    let metres = 0
    for (const edge of edges.filter(isWalkable)) {
      metres += distance(nodes[edge.from]!, nodes[edge.to]!)
      around[edge.from]!++
      around[edge.to]!++
    }
    expect(metres / 1000).toBeGreaterThan(350)
    expect(metres / 1000).toBeLessThan(560)
    // Junctions: most are of three, fewer of four, dead ends are rare.
    const share = (ways: number) =>
      around.filter(count => count === ways).length / around.filter(count => count !== 2 && count > 0).length
    expect(share(3)).toBeGreaterThan(0.45)
    expect(share(4)).toBeGreaterThan(0.08)
    expect(share(1)).toBeLessThan(0.12)
    // Roads that are built: no main road climbs more than 9 in 100 over a stretch of 40 m.
    // At the ends of bridges the ground falls away under the road.
    const isAbutment = nodes.map(() => false)
    for (const edge of edges.filter(({isBridge}) => isBridge))
      isAbutment[edge.from] = isAbutment[edge.to] = true
    const steep = edges.filter(edge => {
      if ((edge.class !== 'avenue' && edge.class !== 'main') || edge.isBridge) return false
      const [a, b] = [nodes[edge.from]!, nodes[edge.to]!]
      if (isAbutment[edge.from] || isAbutment[edge.to]) return false
      const length = distance(a, b)
      return (
        length > 40 && Math.abs(heightAt(terrain.heights, a) - heightAt(terrain.heights, b)) / length > 0.09
      )
    })
    expect(steep.map(({from}) => nodes[from])).toEqual([])
  })
})

test('a seed makes the same city twice, and others make others', () => {
  expect(fingerprint(makeLayout(1))).toBe(fingerprints.get(1))
  expect(new Set(fingerprints.values()).size).toBe(5)
})

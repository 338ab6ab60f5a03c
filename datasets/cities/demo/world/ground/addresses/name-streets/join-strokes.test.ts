import {describe, expect, it} from 'vitest'
import {distance, type Point} from '../../../../tools/space/vector.ts'
import type {Network, RoadClass} from '../../ground.ts'
import {joinStrokes} from './join-strokes.ts'
import {splitStroke} from './split-stroke.ts'

function network(nodes: Point[], edges: [from: number, to: number, roadClass: RoadClass][]): Network {
  return {
    nodes: nodes.map(at => ({at, heightMetres: 20})),
    edges: edges.map(([from, to, roadClass]) => ({
      from,
      to,
      class: roadClass,
      lengthMetres: distance(nodes[from]!, nodes[to]!),
      speedKmh: 50,
      isBridge: false,
      street: -1,
    })),
  }
}

/** A crossroads: 0 in the middle, then east, north, west, south. */
const cross: Point[] = [
  [0, 0],
  [100, 0],
  [5, 100],
  [-100, 5],
  [0, -100],
]

describe('joinStrokes', () => {
  it('goes straight on over a crossing', () => {
    const strokes = joinStrokes(
      network(cross, [
        [0, 1, 'street'],
        [0, 2, 'street'],
        [0, 3, 'street'],
        [0, 4, 'street'],
      ]),
      () => true,
    )
    expect(strokes.map(({edges}) => [...edges].sort())).toEqual([
      [0, 2],
      [1, 3],
    ])
    expect(strokes[0]!.nodes).toEqual([3, 0, 1])
  })

  it('prefers its own class where a wider road bends', () => {
    // An avenue comes from the west and turns north-east; a street goes on east.
    const bend: Point[] = [
      [0, 0],
      [-100, 0],
      [90, 40],
      [100, 0],
    ]
    const strokes = joinStrokes(
      network(bend, [
        [0, 1, 'avenue'],
        [0, 2, 'avenue'],
        [0, 3, 'street'],
      ]),
      () => true,
    )
    expect(strokes.map(({edges}) => [...edges].sort())).toEqual([[0, 1], [2]])
  })

  it('follows a bend where nothing else meets it, and stops at a sharp corner of a crossing', () => {
    const corner: Point[] = [
      [0, 0],
      [100, 0],
      [130, 80],
      [100, -100],
    ]
    const edges: [number, number, RoadClass][] = [
      [0, 1, 'local'],
      [1, 2, 'local'],
    ]
    expect(joinStrokes(network(corner, edges), () => true)).toHaveLength(1)
    expect(joinStrokes(network(corner, [...edges, [1, 3, 'local']]), () => true)).toHaveLength(2)
  })

  it('puts every edge that may have a name into one stroke, a ring too', () => {
    const ring: Point[] = [
      [0, 0],
      [60, 5],
      [60, 65],
      [0, 60],
    ]
    const strokes = joinStrokes(
      network(ring, [
        [0, 1, 'lane'],
        [1, 2, 'lane'],
        [2, 3, 'lane'],
        [3, 0, 'lane'],
      ]),
      () => true,
    )
    expect(strokes.flatMap(({edges}) => edges).sort()).toEqual([0, 1, 2, 3])
    for (const {edges, nodes} of strokes) expect(nodes).toHaveLength(edges.length + 1)
  })
})

describe('splitStroke', () => {
  const line = (count: number, classOf: (index: number) => RoadClass) =>
    network(
      Array.from({length: count + 1}, (_, index): Point => [index * 100, 0]),
      Array.from({length: count}, (_, index): [number, number, RoadClass] => [
        index,
        index + 1,
        classOf(index),
      ]),
    )

  it('cuts where a main road becomes a street', () => {
    const roads = line(10, index => (index < 5 ? 'main' : 'street'))
    const [stroke] = joinStrokes(roads, () => true)
    expect(splitStroke(roads, stroke!, () => 6).map(({lengthMetres}) => lengthMetres)).toEqual([500, 500])
  })

  it('cuts what is too long where the widest road is met, and nothing else', () => {
    const roads = line(30, () => 'local')
    const [stroke] = joinStrokes(roads, () => true)
    const parts = splitStroke(roads, stroke!, node => (node === 12 ? 0 : 6))
    expect(parts.map(({lengthMetres}) => lengthMetres).sort()).toEqual([1200, 1800])
    const short = line(15, () => 'local')
    expect(splitStroke(short, joinStrokes(short, () => true)[0]!, () => 6)).toHaveLength(1)
  })
})

import {describe, expect, test} from 'vitest'
import {boxOf} from '../../../../tools/space/box-of.ts'
import {isInside} from '../../../../tools/space/is-inside.ts'
import type {Point} from '../../../../tools/space/vector.ts'
import type {Building, BuildingKind, Roof} from '../../ground.ts'
import {frame, type Rectangle, ribbon, roundShape, type Shape, union} from '../site/shape.ts'
import {solidMeasures} from './solid-measures.fixture.ts'
import {solidsOf} from './solids-of.ts'

const ground = 12.345
const eaves = 7
const top = 10

const building = (shape: Shape, roof: Roof, kind: BuildingKind = 'tenement'): Building => ({
  id: 'PR-00001',
  kind,
  outline: shape.outline,
  holes: shape.holes,
  parts: shape.parts,
  storeys: 2,
  heightMetres: roof === 'flat' ? eaves : top,
  eavesMetres: eaves,
  groundMetres: ground,
  roof,
  year: 1900,
  dwellings: 1,
  residents: [0, 0, 1, 0],
  district: 0,
  street: -1,
  house: '',
  postcode: '',
  centre: [0, 0],
})

// Turned, so that no side lies along an axis.
const turned = frame([4000, 3000], [0.8, 0.6])
const plans: Record<string, Rectangle[]> = {
  box: [[0, 0, 18, 10]],
  square: [[0, 0, 9, 9]],
  l: [
    [0, 0, 22, 11],
    [0, 11, 6.4, 30],
  ],
  u: [
    [0, 0, 26, 12.5],
    [0, 12.5, 6, 31],
    [20, 12.5, 26, 24],
  ],
  t: [
    [0, 0, 24, 10],
    [9, 10, 15, 27],
  ],
  court: [
    [0, 0, 30, 12],
    [0, 12, 6, 34],
    [24, 12, 30, 34],
    [0, 34, 30, 40],
  ],
  veranda: [
    [0, 0, 9, 8.4],
    [0, 8.4, 5.1, 11.2],
  ],
}

describe('bodies of rectangles', () => {
  for (const [name, rectangles] of Object.entries(plans))
    for (const roof of ['flat', 'gabled', 'hipped'] as const)
      test(`${name}, ${roof}: closed, even, as large as by another way`, () => {
        const shape = union(turned, rectangles)
        const [solid, ...others] = solidsOf(building(shape, roof))
        expect(others).toEqual([])
        const {openEdges, unevenMetres, cubicMetres} = solidMeasures(solid!)
        expect(openEdges).toBe(0)
        expect(unevenMetres).toBeLessThan(0.003)
        const heights = solid!.corners.map(([, , z]) => z)
        expect(Math.min(...heights)).toBe(ground)
        expect(Math.max(...heights)).toBeCloseTo(ground + (roof === 'flat' ? eaves : top), 6)
        // Gabled roofs are checked below.
        if (roof !== 'gabled') {
          const truth = volumeBySampling(rectangles, roof === 'flat' ? 0 : top - eaves)
          expect(Math.abs(cubicMetres / truth - 1)).toBeLessThan(0.004)
        }
      })

  test('a gabled box holds the box and half the roof’s prism', () => {
    const {cubicMetres} = solidMeasures(solidsOf(building(union(turned, plans.box!), 'gabled'))[0]!)
    expect(cubicMetres).toBeCloseTo(18 * 10 * (eaves + (top - eaves) / 2), 0)
  })

  test('a hipped box is less than the gabled one by its two ends, of a third of their prisms', () => {
    const {cubicMetres} = solidMeasures(solidsOf(building(union(turned, plans.box!), 'hipped'))[0]!)
    const gabled = 18 * 10 * (eaves + (top - eaves) / 2)
    expect(cubicMetres).toBeCloseTo(gabled - (2 * (10 * 5 * 3)) / 6, 0)
  })

  test('a gabled corner house is as the hipped one without the two sides that its wings end at', () => {
    const {cubicMetres} = solidMeasures(solidsOf(building(union(turned, plans.l!), 'gabled'))[0]!)
    const isEnd = ([ax, ay]: Point, [bx, by]: Point) => (ax === 22 && bx === 22) || (ay === 30 && by === 30)
    expect(Math.abs(cubicMetres / volumeBySampling(plans.l!, top - eaves, isEnd) - 1)).toBeLessThan(0.004)
  })

  test('the gable of a wing is a wall, not a roof', () => {
    const [solid] = solidsOf(building(union(turned, plans.l!), 'gabled'))
    const gables = solid!.faces.filter(({kind, rings}) => kind === 'wall' && rings[0]!.length === 5)
    expect(gables).toHaveLength(2)
  })
})

test('a wing that bends has its ridge in the middle of it', () => {
  const shape = ribbon(
    [
      [100, 100],
      [140, 100],
      [170, 128],
    ],
    13.4,
  )
  for (const roof of ['gabled', 'hipped'] as const) {
    const {openEdges, unevenMetres, cubicMetres} = solidMeasures(solidsOf(building(shape, roof))[0]!)
    expect(openEdges).toBe(0)
    expect(unevenMetres).toBeLessThan(0.003)
    // Mitred, it is as long as its middle line.
    const length = 40 + Math.sqrt(30 * 30 + 28 * 28)
    const gabled = length * 13.4 * (eaves + (top - eaves) / 2)
    const hips = roof === 'hipped' ? (2 * 13.4 * 6.7 * (top - eaves)) / 6 : 0
    expect(cubicMetres).toBeCloseTo(gabled - hips, -1)
  }
})

test('a silo has a cone of eight sides', () => {
  const {openEdges, cubicMetres} = solidMeasures(
    solidsOf(building(roundShape([50, 60], 8), 'pyramidal', 'silo'))[0]!,
  )
  expect(openEdges).toBe(0)
  const octagon = 2 * Math.sqrt(2) * 8 * 8
  expect(cubicMetres).toBeCloseTo(octagon * (eaves + (top - eaves) / 3), 0)
})

test('a church is as many bodies as it has parts, the dome the highest', () => {
  const shape = union(turned, [
    [-5, -5, 5, 5],
    [-18, -2.5, -13, 2.5],
    [-13, -3.8, -5, 3.8],
  ])
  const solids = solidsOf(building(shape, 'hipped', 'church'))
  expect(solids).toHaveLength(3)
  for (const solid of solids) expect(solidMeasures(solid).openEdges).toBe(0)
  const tops = solids.map(({corners}) => Math.max(...corners.map(([, , z]) => z)))
  expect(tops[0]).toBeCloseTo(ground + top, 6)
  expect(Math.max(...tops.slice(1))).toBeLessThan(tops[0]!)
})

test('parts that are neither square to each other nor in a row are refused by name', () => {
  const triangle: Point[] = [
    [0, 0],
    [9, 0],
    [4, 8],
  ]
  const shape = {outline: triangle, holes: [], parts: [triangle, triangle]}
  expect(() => solidsOf(building(shape, 'hipped'))).toThrow('PR-00001: a hipped roof needs right angles')
})

/** Volume over a lattice of points: the roof's height at each is that of its distance to the nearest side with an eave. */
function volumeBySampling(
  rectangles: readonly Rectangle[],
  rise: number,
  isGable: (from: Point, to: Point) => boolean = () => false,
): number {
  const {outline, holes} = union(frame([0, 0], [1, 0]), rectangles)
  const eaveSides = [outline, ...holes].flatMap(ring =>
    ring
      .map((from, index) => [from, ring[(index + 1) % ring.length]!] as const)
      .filter(([from, to]) => !isGable(from, to)),
  )
  const [west, south, east, north] = boxOf(outline)
  const stepMetres = 0.2
  const run: number[] = []
  for (let y = south + stepMetres / 2; y < north; y += stepMetres)
    for (let x = west + stepMetres / 2; x < east; x += stepMetres)
      if (isInside([x, y], outline) && !holes.some(hole => isInside([x, y], hole)))
        run.push(Math.min(...eaveSides.map(([from, to]) => runInward(from, to, x, y))))
  // The ridge lies between two rows of the lattice.
  const ridge = Math.max(...run) + stepMetres / 2
  const roof = rise === 0 ? 0 : run.reduce((sum, one) => sum + (one / ridge) * rise, 0)
  return (run.length * eaves + roof) * stepMetres * stepMetres
}

/** To the nearest place of a side, by the larger of the two coordinates' differences. */
function runInward([ax, ay]: Point, [bx, by]: Point, x: number, y: number): number {
  const aside = Math.max(Math.min(ax, bx) - x, 0, x - Math.max(ax, bx))
  const above = Math.max(Math.min(ay, by) - y, 0, y - Math.max(ay, by))
  return Math.max(aside, above)
}

import {createHash} from 'node:crypto'
import {beforeAll, describe, expect, test} from 'vitest'
import {BoxGrid} from '../../../tools/space/box-grid.ts'
import {boxOf} from '../../../tools/space/box-of.ts'
import {isInside} from '../../../tools/space/is-inside.ts'
import {planMetres} from '../../../tools/space/plan-frame.ts'
import {ringArea} from '../../../tools/space/ring-area.ts'
import {ringCentroid} from '../../../tools/space/ring-centroid.ts'
import {between, distance, type Point} from '../../../tools/space/vector.ts'
import {type Building, type BuildingKind, residentsOf} from '../ground.ts'
import type {Layout} from '../layout/layout.ts'
import {makeLayout} from '../layout/make-layout.ts'
import {cellMetres, terrainCells} from '../terrain.ts'
import {type BuiltFaults, builtFaults} from './built-faults.fixture.ts'
import {type Built, makeBuildings} from './make-buildings.ts'
import {cityResidents} from './people/settle.ts'
import {solidMeasures} from './roofs/solid-measures.fixture.ts'
import {solidsOf} from './roofs/solids-of.ts'

let layout: Layout
let built: Built
beforeAll(() => {
  layout = makeLayout(1)
  built = makeBuildings(layout, 1)
})

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const area = ({parts}: Pick<Building, 'parts'>) => parts.reduce((sum, part) => sum + ringArea(part), 0)
const ofKind = (...kinds: BuildingKind[]) => built.buildings.filter(({kind}) => kinds.includes(kind))
const none: BuiltFaults = {
  overlaps: 0,
  inWater: 0,
  onRoad: 0,
  onRail: 0,
  invalid: 0,
  wrongArea: 0,
  farFromRoad: 0,
}

describe('what is built', () => {
  test('the same again for the same layout; the scale changes residents and nothing else', () => {
    const again = makeBuildings(layout, 10)
    const without = ({buildings, ...rest}: Built) => ({
      ...rest,
      buildings: buildings.map(building => ({...building, residents: null})),
    })
    expect(digest(without(again))).toBe(digest(without(built)))
    expect(
      again.buildings.every((one, index) => residentsOf(one) === 10 * residentsOf(built.buildings[index]!)),
    ).toBe(true)
  })

  test('is about as much as a town of 120,000 has', () => {
    const count = (...kinds: BuildingKind[]) => ofKind(...kinds).length
    expect(built.buildings.length).toBeGreaterThan(12_000)
    expect(built.buildings.length).toBeLessThan(15_500)
    expect(count('school')).toBeGreaterThanOrEqual(15)
    expect(count('kindergarten')).toBeGreaterThanOrEqual(30)
    expect(count('church')).toBeGreaterThanOrEqual(8)
    expect(count('clinic')).toBeGreaterThanOrEqual(6)
    expect(count('tower')).toBeGreaterThanOrEqual(8)
    expect(count('silo')).toBeGreaterThan(12)
    expect(new Set(ofKind('hospital').map(({district}) => district)).size).toBe(3)
    const roles = new Set(built.places.map(({role}) => role))
    for (const role of [
      'city-hall',
      'theatre',
      'cathedral',
      'railway-station',
      'bus-station',
      'market-hall',
      'fire-station',
      'pumping-station',
      'power-substation',
      'sanatorium',
      'stadium',
    ] as const)
      expect(roles, role).toContain(role)
  })

  test('numbers and outlines are each one’s own', () => {
    expect(new Set(built.buildings.map(({id}) => id)).size).toBe(built.buildings.length)
    expect(new Set(built.buildings.map(({outline}) => String(outline[0]))).size).toBe(built.buildings.length)
    for (const {outline} of built.buildings)
      for (const [x, y] of outline) {
        expect(Math.round(x * 1000) / 1000).toBe(x)
        expect(Math.round(y * 1000) / 1000).toBe(y)
      }
  })
})

describe('validity', () => {
  test('nothing overlaps, stands in water, on a road or on rails, or crosses itself', () => {
    expect(builtFaults(layout, built.buildings)).toEqual(none)
  })

  test('the check finds what is wrong', () => {
    const some = built.buildings.slice(0, 300)
    const house = some.find(({kind, holes}) => kind === 'tenement' && holes.length === 0)!
    const [x, y] = house.outline[0]!
    const moved = (dx: number, dy: number): Building => {
      const move = (ring: Point[]) => ring.map(([px, py]): Point => [px + dx, py + dy])
      return {...house, outline: move(house.outline), parts: house.parts.map(move)}
    }
    const faultsWith = (one: Building) => builtFaults(layout, [...some, one])
    expect(faultsWith(house)).toMatchObject({overlaps: 1, inWater: 0, invalid: 0})
    const sea = placeOf(layout, cell => layout.terrain.water[cell] === 1)
    expect(faultsWith(moved(sea[0] - x, sea[1] - y))).toMatchObject({overlaps: 0, inWater: 1, farFromRoad: 1})
    const road = layout.edges.find(({class: kind, isBridge}) => kind === 'avenue' && !isBridge)!
    const [roadX, roadY] = layout.nodes[road.from]!
    expect(faultsWith(moved(roadX - x, roadY - y)).onRoad).toBe(1)
    const rail = layout.edges.find(({class: kind}) => kind === 'rail')!
    const [railX, railY] = layout.nodes[rail.from]!
    expect(faultsWith(moved(railX - x, railY - y)).onRail).toBe(1)
    const field = placeOf(layout, cell => layout.quarters[layout.quarterOf[cell]! - 1]?.zone === 'field')
    const bowTie: Point[] = [
      field,
      [field[0] + 20, field[1] + 10],
      [field[0] + 20, field[1]],
      [field[0], field[1] + 12],
    ]
    expect(faultsWith({...house, outline: bowTie, parts: [bowTie]}).invalid).toBe(1)
    expect(faultsWith({...house, parts: [house.parts[0]!, house.parts[0]!]})).toMatchObject({wrongArea: 1})
  })

  test('every body is closed, has even faces that look outward, and reaches the building’s height', () => {
    for (const building of built.buildings) {
      const solids = solidsOf(building)
      let top = -Infinity
      let cubicMetres = 0
      for (const solid of solids) {
        const measures = solidMeasures(solid)
        expect(measures.openEdges, building.id).toBe(0)
        expect(measures.unevenMetres, building.id).toBeLessThan(0.005)
        cubicMetres += measures.cubicMetres
        for (const [, , z] of solid.corners) top = Math.max(top, z)
      }
      expect(top - building.groundMetres).toBeCloseTo(building.heightMetres, 2)
      // Between the walls up to the eaves, and all of it up to the top; a church's arms are lower than its eaves nowhere.
      const square = area(building)
      expect(cubicMetres, building.id).toBeGreaterThan(0.99 * square * building.eavesMetres)
      expect(cubicMetres, building.id).toBeLessThan(1.01 * square * building.heightMetres)
    }
  })
})

describe('places', () => {
  test('nobody lives in a hospital’s garden, and hospitals lie in the town', () => {
    const wards = ofKind('hospital')
    const gardens = built.yards.filter(({kind, rings}) => {
      const [ring] = rings
      return kind === 'park' && wards.some(({centre}) => isInside(centre, ring!))
    })
    expect(gardens).toHaveLength(3)
    const lived = built.buildings.filter(({dwellings}) => dwellings > 0)
    for (const {rings} of gardens) {
      const ring = rings[0]!
      expect(lived.filter(({centre}) => isInside(centre, ring)).map(({id}) => id)).toEqual([])
      const near = lived.filter(({centre}) => distance(centre, ringCentroid(ring)) < 1000)
      expect(near.reduce((sum, one) => sum + residentsOf(one), 0)).toBeGreaterThan(4000)
    }
  })

  test('garden suburbs have green squares with shops', () => {
    const isSuburb = ([x, y]: Point) =>
      layout.quarters[
        layout.quarterOf[Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)]! - 1
      ]?.zone === 'garden'
    const squares = built.yards.filter(
      ({kind, rings}) => kind === 'park' && isSuburb(ringCentroid(rings[0]!)) && ringArea(rings[0]!) < 17_000,
    )
    expect(squares.length).toBeGreaterThan(10)
    const shops = ofKind('shop')
    const withShop = squares.filter(({rings}) => shops.some(({centre}) => isInside(centre, rings[0]!)))
    expect(withShop.length / squares.length).toBeGreaterThan(0.9)
  })
})

describe('people', () => {
  test('the city has its residents, who all live in dwellings', () => {
    const total = built.buildings.reduce((sum, one) => sum + residentsOf(one), 0)
    expect(Math.abs(total - cityResidents)).toBeLessThan(500)
    for (const one of built.buildings) if (one.dwellings === 0) expect(residentsOf(one)).toBe(0)
    const dwellings = built.buildings.reduce((sum, one) => sum + one.dwellings, 0)
    // Ukrainian households have two to two and a half members (household surveys 2010–2021), some flats stand empty.
    expect(total / dwellings).toBeGreaterThan(1.9)
    expect(total / dwellings).toBeLessThan(2.4)
  })

  test('age groups are those of a town that grows old, and old houses have old people', () => {
    const shares = (buildings: Building[]) => {
      const sums = [0, 0, 0, 0]
      for (const {residents} of buildings)
        for (const [group, count] of residents.entries()) sums[group] = sums[group]! + count
      const total = sums.reduce((a, b) => a + b, 0)
      return sums.map(sum => sum / total) as [number, number, number, number]
    }
    const [infants, pupils, adults, elderly] = shares(built.buildings)
    // Of Ukraine's people on 1 January 2022 (State Statistics Service) 18.2 % were below 18, a third of them below 7,
    // and 17.6 % were 65 or older.
    expect(Math.abs(infants + pupils - 0.182)).toBeLessThan(0.02)
    expect(Math.abs(infants / (infants + pupils) - 1 / 3)).toBeLessThan(0.06)
    expect(Math.abs(elderly - 0.176)).toBeLessThan(0.035)
    expect(adults).toBeGreaterThan(0.6)
    const panels = shares(ofKind('slab9'))
    const centre = shares(ofKind('tenement').filter(({year}) => year < 1930))
    expect(panels[3]).toBeLessThan(0.6 * centre[3])
    expect(panels[0] + panels[1]).toBeGreaterThan(1.3 * (centre[0] + centre[1]))
  })
})

describe('distributions', () => {
  test('footprints: many small, few large; the largest tenth holds 35 to 55 % of the area', () => {
    const areas = built.buildings.map(area).sort((a, b) => b - a)
    const total = areas.reduce((a, b) => a + b, 0)
    const largest = areas.slice(0, Math.floor(areas.length / 10)).reduce((a, b) => a + b, 0)
    expect(largest / total).toBeGreaterThan(0.35)
    expect(largest / total).toBeLessThan(0.55)
    const median = areas[Math.floor(areas.length / 2)]!
    expect(median).toBeGreaterThan(70)
    expect(median).toBeLessThan(160)
    expect(areas[0]).toBeGreaterThan(40 * median)
  })

  test('years are those of each way of building', () => {
    const share = (buildings: Building[], from: number, to: number) =>
      buildings.filter(({year}) => year >= from && year <= to).length / buildings.length
    const zoneOf = ({centre: [x, y]}: Building) =>
      layout.quarters[
        layout.quarterOf[Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)]! - 1
      ]?.zone
    const inZone = (zone: string, kind: BuildingKind) => ofKind(kind).filter(one => zoneOf(one) === zone)
    expect(share(inZone('centre', 'tenement'), 1870, 1926)).toBeGreaterThan(0.93)
    expect(share(inZone('stalinist', 'tenement'), 1936, 1956)).toBe(1)
    expect(share(inZone('khrushchev', 'slab5'), 1958, 1970)).toBeGreaterThan(0.95)
    expect(share(ofKind('slab9'), 1971, 1991)).toBe(1)
    expect(share(ofKind('tower'), 2004, 2025)).toBe(1)
    expect(share(ofKind('house'), 1898, 2025)).toBe(1)
    expect(share(ofKind('house'), 1946, 1990)).toBeGreaterThan(0.25)
  })
})

test('parcels are disjoint', () => {
  expect(built.parcels.length).toBeGreaterThan(9000)
  const grid = new BoxGrid(planMetres, 60)
  let overlaps = 0
  for (const [index, {outline}] of built.parcels.entries()) {
    const box = boxOf(outline)
    for (const other of grid.touching(box))
      if (doShareGround(outline, built.parcels[other]!.outline)) overlaps++
    expect(grid.add(box)).toBe(index)
  }
  expect(overlaps).toBe(0)
})

/** Does the middle of one ring's sides lie inside the other, or the other way round? */
function doShareGround(a: readonly Point[], b: readonly Point[]): boolean {
  const probes = (ring: readonly Point[]) => [
    ringCentroid(ring),
    ...ring.map((at, index) =>
      between(between(at, ring[(index + 1) % ring.length]!, 0.5), ringCentroid(ring), 0.02),
    ),
  ]
  return probes(a).some(at => isInside(at, b)) || probes(b).some(at => isInside(at, a))
}

/** The middle of some cell. */
function placeOf({terrain: {water}}: Layout, isIt: (cell: number) => boolean): Point {
  for (let cell = 60 * terrainCells; cell < water.length; cell += 997)
    if (isIt(cell))
      return [
        ((cell % terrainCells) + 0.5) * cellMetres,
        (Math.floor(cell / terrainCells) + 0.5) * cellMetres,
      ]
  throw new Error('There is no such cell.')
}

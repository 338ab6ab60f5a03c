import {expect, test} from 'vitest'
import {checkRules, type WallSun} from './check-rules.ts'
import {needsOf} from './needs.ts'
import type {Proposal} from './proposal.ts'
import {quantitiesOf} from './quantities.ts'
import type {SiteBuilding} from './site.ts'
import {siteFrame} from './site-frame.ts'
import type {RuleKind, Zone, ZoneRule} from './zone-rules.ts'

const frame = siteFrame(31.3, 45.9)
/** A rectangle in metres of the frame, as a closed ring in degrees. */
const rectangle = (west: number, south: number, east: number, north: number) =>
  (
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] as [number, number][]
  ).map(frame.toDegrees)
/** 100 m × 100 m: a hectare. */
const zone: Zone = {key: 'z', code: 'Ж-3', name: 'Житлова', polygons: [[rectangle(-50, -50, 50, 50)]]}
const building = (
  key: string,
  west: number,
  south: number,
  east: number,
  north: number,
  storeys: number,
): SiteBuilding => {
  const [lon, lat] = frame.toDegrees([(west + east) / 2, (south + north) / 2])
  return {
    key,
    name: key,
    polygons: [[rectangle(west, south, east, north)]],
    lon,
    lat,
    heightMetres: storeys * 3,
    storeys,
    areaM2: (east - west) * (north - south),
    isHousing: true,
  }
}
/** Twenty by twenty metres, nine storeys, 28 m, its south-west corner 40 m from the zone's west and south. */
const proposal: Proposal = {
  name: '',
  parts: [{name: '', use: 'housing', storeys: 9, heightMetres: 28, rings: [rectangle(-10, -10, 10, 10)]}],
  hides: [],
}
const standing = [
  building('near', 18, -5, 38, 5, 5), // 200 m², 1,000 m² of floor; 8 m east of the proposal
  building('far', -48, 30, -28, 45, 2), // 300 m², 600 m² of floor
  building('outside', 60, 60, 80, 80, 20),
]
const rule = (kind: RuleKind, limit: number): ZoneRule => ({kind, limit, document: 'План', paragraph: '4.1'})
const check = (
  kind: RuleKind,
  limit: number,
  change: Partial<Proposal> = {},
  walls: WallSun[] | null = null,
) => checkRules({...proposal, ...change}, zone, [rule(kind, limit)], standing, frame, {walls})[0]!

test('areas, floors and volume of a box', () => {
  const {footprintM2, floorAreaM2, volumeM3, ...others} = quantitiesOf(proposal, frame)
  expect(footprintM2).toBeCloseTo(400, 3)
  expect(floorAreaM2).toBeCloseTo(3600, 2)
  expect(volumeM3).toBeCloseTo(11_200, 1)
  expect(others).toMatchObject({heightMetres: 28, storeys: 9})
})

test('height and storeys: at the limit is within it', () => {
  expect(check('max_height_m', 28)).toMatchObject({value: 28, isMet: true, where: {areas: []}})
  expect(check('max_height_m', 27.9)).toMatchObject({value: 28, isMet: false, paragraph: '4.1'})
  expect(check('max_height_m', 27.9).where.areas).toHaveLength(1)
  expect(check('max_storeys', 9).isMet).toBe(true)
  expect(check('max_storeys', 8).isMet).toBe(false)
})

test('coverage: (400 + 200 + 300) / 10,000 = 9 %; without the house that makes way 7 %', () => {
  expect(check('max_coverage_pct', 9.1).value).toBeCloseTo(9, 3)
  expect(check('max_coverage_pct', 8.9).isMet).toBe(false)
  expect(check('max_coverage_pct', 8.9).where.areas).toHaveLength(1)
  expect(check('max_coverage_pct', 8.9, {hides: ['near']}).value).toBeCloseTo(7, 3)
})

test('a zone’s sums are over all of its buildings, near and far', () => {
  const stock = [...standing, building('beyond', -45, -45, -25, -35, 4)]
  const [found] = checkRules(proposal, zone, [rule('max_coverage_pct', 50)], standing, frame, {stock})
  expect(found!.value).toBeCloseTo(11, 3)
})

test('floor-area ratio: (3,600 + 1,000 + 600) / 10,000 = 0.52', () => {
  expect(check('max_floor_area_ratio', 0.53).value).toBeCloseTo(0.52, 4)
  expect(check('max_floor_area_ratio', 0.51).isMet).toBe(false)
})

test('set-back: 40 m to every side; 5 m when moved; none where it reaches over the border', () => {
  expect(check('min_setback_m', 40).value).toBeCloseTo(40, 3)
  const moved = (west: number) =>
    check('min_setback_m', 6, {
      parts: [{...proposal.parts[0]!, rings: [rectangle(west, -10, west + 20, 10)]}],
    })
  expect(moved(-45).value).toBeCloseTo(5, 3)
  expect(moved(-45).isMet).toBe(false)
  const [[from, to]] = moved(-45).where.lines as [[[number, number], [number, number]]]
  expect(Math.hypot(from[0] - to[0], from[1] - to[1])).toBeCloseTo(5, 3)
  expect(to[0]).toBeCloseTo(-50, 3)
  expect(moved(-55).value).toBe(0)
  expect(moved(-150).value).toBe(0)
})

test('sky exposure plane: 28 m high 40 m from the border is tan⁻¹ 0.7 = 34.992°; over the border it is upright', () => {
  expect(check('max_sky_plane_deg', 35).value).toBeCloseTo(34.992, 2)
  expect(check('max_sky_plane_deg', 35).isMet).toBe(true)
  expect(check('max_sky_plane_deg', 34.9)).toMatchObject({isMet: false})
  expect(check('max_sky_plane_deg', 34.9).where.areas).toHaveLength(1)
  const over = {parts: [{...proposal.parts[0]!, rings: [rectangle(-60, -10, -40, 10)]}]}
  expect(check('max_sky_plane_deg', 60, over).value).toBe(90)
})

test('distance: 8 m to the nearest; to the next one when that makes way: √(18² + 20²)', () => {
  expect(check('min_distance_m', 8).value).toBeCloseTo(8, 3)
  expect(check('min_distance_m', 10)).toMatchObject({isMet: false})
  expect(check('min_distance_m', 10).where.lines).toHaveLength(1)
  expect(check('min_distance_m', 10, {hides: ['near']}).value).toBeCloseTo(Math.hypot(18, 20), 3)
  // A proposal that stands in a house that stays is no distance from it at all.
  expect(
    check('min_distance_m', 10, {parts: [{...proposal.parts[0]!, rings: [rectangle(20, -3, 30, 3)]}]}).value,
  ).toBe(0)
})

const wall = (at: [number, number], today: [number, number], proposed: [number, number]): WallSun => ({
  at,
  today: {hours: today[0], longest: today[1]},
  proposed: {hours: proposed[0], longest: proposed[1]},
})

test('insolation: open until it is worked out, then the least hours left of walls that have them today', () => {
  expect(check('min_sun_hours', 2.5)).toMatchObject({value: null, isMet: null})
  expect(check('min_sun_hours', 2.5, {}, [])).toMatchObject({value: null, isMet: true})
  const walls = [wall([1, 2], [4, 4], [2.4, 2.4]), wall([3, 4], [7, 7], [6, 6]), wall([5, 6], [2, 2], [0, 0])]
  expect(check('min_sun_hours', 2.5, {}, walls)).toMatchObject({
    value: 2.4,
    isMet: false,
    where: {points: [[1, 2]]},
  })
  expect(check('min_sun_hours', 2.4, {}, walls).isMet).toBe(true)
})

test('unbroken insolation: four hours in two stretches of two are not 2.5 unbroken; 3 in all may stand for them', () => {
  const walls = [wall([1, 2], [5, 5], [4, 2]), wall([3, 4], [6, 6], [6, 3])]
  const held = (rules: ZoneRule[], found = walls) =>
    checkRules(proposal, zone, rules, standing, frame, {walls: found})[0]!
  const unbroken = rule('min_unbroken_sun_hours', 2.5)
  expect(check('min_unbroken_sun_hours', 2.5)).toMatchObject({value: null, isMet: null})
  expect(held([unbroken])).toMatchObject({value: 2, isMet: false, where: {points: [[1, 2]]}})
  // With interruptions, 3 hours in all will do.
  expect(held([unbroken, rule('broken_sun_total_hours', 3)])).toMatchObject({value: 2, isMet: true})
  // If one stretch must have an hour, too, two do; if it must have two and a half, they do not.
  const total = rule('broken_sun_total_hours', 3)
  expect(held([unbroken, total, rule('broken_sun_stretch_hours', 1)]).isMet).toBe(true)
  expect(held([unbroken, total, rule('broken_sun_stretch_hours', 2.2)]).isMet).toBe(false)
  // Three stretches of an hour each are enough in all; of a wall that fails today nothing is asked.
  const many = [wall([1, 2], [5, 5], [3, 1]), wall([9, 9], [2, 1], [0, 0])]
  expect(held([unbroken, total, rule('broken_sun_stretch_hours', 1)], many)).toMatchObject({
    value: 1,
    isMet: true,
  })
  expect(held([unbroken, total, rule('broken_sun_stretch_hours', 1.1)], many).isMet).toBe(false)
})

test('needs: 3,600 m² at 30 m² a person are 120 people; 120 × 190 ‰ = 22.8, so 23 places', () => {
  const rules = [
    rule('floor_area_per_resident_m2', 30),
    rule('parking_per_1000_residents', 350),
    rule('school_places_per_1000_residents', 190),
  ]
  const counts = needsOf(quantitiesOf(proposal, frame), rules).map(({kind, count}) => [kind, count])
  expect(counts).toEqual([
    ['residents', 120],
    ['parking', 42],
    ['school', 23],
  ])
  expect(needsOf(quantitiesOf(proposal, frame), rules.slice(1))).toEqual([])
})

test('a frame’s metres are those of the ellipsoid', () => {
  // A degree at 45° on WGS 84: 111,132 m north and 78,847 m east (NGA, Length of a degree calculator).
  const at45 = siteFrame(10, 45)
  expect(at45.toMetres([10, 45.0005])[1] * 2000).toBeCloseTo(111_132, -1)
  expect(at45.toMetres([10.0005, 45])[0] * 2000).toBeCloseTo(78_847, -1)
  const [lon, lat] = at45.toDegrees([120, -70])
  expect(at45.toMetres([lon, lat])).toEqual([expect.closeTo(120, 6), expect.closeTo(-70, 6)])
})

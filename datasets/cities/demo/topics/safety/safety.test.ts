import {describe, expect, test} from 'vitest'
import {districts} from '../../world/districts.ts'
import {makeGround} from '../../world/ground/make-ground.ts'
import {type Row, writeChapter} from '../petitions/written-files.fixture.ts'
import {inaccessibleDistrict} from './describe-shelters.ts'
import {safety} from './safety.chapter.ts'
import {hydrantsFile} from './write-hydrants.ts'
import {linksFile, nodesFile} from './write-networks.ts'

const sheltersFile = 'safety/shelters.demo.csv'
const pointsFile = 'safety/invincibility-points.demo.csv'
const schoolsFile = 'safety/schools.demo.csv'
const ground = makeGround({seed: 1, scale: 0.01})
const files = writeChapter(safety, {ground: () => ground, scale: 0.01})
const shelters = files.rows(sheltersFile)
const points = files.rows(pointsFile)
const hospitals = files.rows('safety/hospitals.demo.csv')
const schools = files.rows(schoolsFile)
const nodes = files.rows(nodesFile)
const links = files.rows(linksFile)
const hydrants = files.rows(hydrantsFile)
const isKnown = (cell: string) => !['null', '<Null>', 'н/д'].includes(cell)

/** Metres along a great circle (haversine, mean radius 6,371,009 m). */
function metres(a: Row, b: Row): number {
  const rad = (degrees: string) => (Number(degrees) * Math.PI) / 180
  const [latA, latB] = [rad(a.lat!), rad(b.lat!)]
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin((rad(b.lon!) - rad(a.lon!)) / 2) ** 2
  return 2 * 6_371_009 * Math.asin(Math.sqrt(half))
}

describe('registers', () => {
  test('have as many rows as the city has such places', () => {
    expect(shelters).toHaveLength(185)
    expect(points).toHaveLength(24)
    expect(hydrants.length).toBeGreaterThan(570)
    expect(hydrants.length).toBeLessThan(630)
    expect(hospitals.filter(({kind}) => kind === 'лікарня').length).toBeGreaterThan(0)
    expect(schools.filter(({kind}) => kind === 'ліцей').length).toBeGreaterThan(10)
    expect(schools.filter(({kind}) => kind === 'дитячий садок').length).toBeGreaterThan(20)
  })

  test('know everything by its own number', () => {
    for (const rows of [points, hospitals, schools, nodes, links, hydrants])
      expect(new Set(rows.map(({uid}) => uid)).size).toBe(rows.length)
  })

  test('lie within the plan, to seven decimals', () => {
    for (const rows of [shelters, points, hospitals, schools, nodes, hydrants])
      for (const {lon, lat} of rows) {
        expect(Number(lon)).toBeGreaterThan(31.25)
        expect(Number(lon)).toBeLessThan(31.37)
        expect(Number(lat)).toBeGreaterThan(45.87)
        expect(Number(lat)).toBeLessThan(45.96)
        expect(lat).toMatch(/^\d+\.\d{1,7}$/)
      }
  })

  test('belong to the ground and not to the scale', () => {
    const larger = writeChapter(safety, {ground: () => ground, scale: 100})
    expect(larger.written).toEqual(files.written)
  })

  test('have places for those who live there, and tell who is where', () => {
    const kinds = Map.groupBy(shelters, ({buildingKind}) => buildingKind!)
    expect(kinds.get('багатоквартирний будинок')!.length).toBeGreaterThan(60)
    expect(kinds.get('заклад освіти')!.length).toBeGreaterThan(15)
    for (const {capacityPersons, areaM2} of shelters) {
      if (!isKnown(capacityPersons!) || !isKnown(areaM2!)) continue
      expect(Number(capacityPersons)).toBeGreaterThanOrEqual(10)
      // At least half a square metre each: a simple shelter needs 0.6.
      expect(Number(capacityPersons) / Number(areaM2)).toBeLessThan(2.6)
    }
  })

  test('have no address on the internet and no real telephone', () => {
    for (const {path} of files.written) expect(files.text(path)).not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b/)
    for (const {phone} of [...shelters, ...points]) expect(phone).toMatch(/^(\+38000\d{7}|38000\d{7}\.0)$/)
  })
})

test('every holder has one code, every code one holder, and a society one house', () => {
  const pairs = new Set(shelters.map(row => `${row.balanceHolderId} ${row.balanceHolderName}`))
  expect(new Set([...pairs].map(pair => pair.slice(0, 8))).size).toBe(pairs.size)
  expect(new Set([...pairs].map(pair => pair.slice(9))).size).toBe(pairs.size)
  const societies = Map.groupBy(
    shelters.filter(({balanceHolderName}) => balanceHolderName!.startsWith('ОСББ')),
    ({balanceHolderId}) => balanceHolderId!,
  )
  expect(societies.size).toBeGreaterThan(25)
  for (const rows of societies.values()) {
    expect(new Set(rows.map(({lat, lon}) => `${lat} ${lon}`)).size).toBe(1)
    const [, own] = /^ОСББ «(.+)» \(Приклад\)$/.exec(rows[0]!.balanceHolderName!)!
    const [, street, house] = /^(.+), (\d.*)$/.exec(own!) ?? []
    if (street) {
      expect(rows[0]!.addressThoroughfare!.replace(/ +/g, ' ').trim().endsWith(` ${street}`)).toBe(true)
      if (isKnown(rows[0]!.addressLocatorDesignator!)) expect(rows[0]!.addressLocatorDesignator).toBe(house)
    } else expect(own).toMatch(/^\p{Lu}[\p{Ll}’]+( \p{L}+)*$/u)
  }
})

test('modular shelters are the city’s', () => {
  const modular = shelters.filter(({kind}) => kind === 'модульне укриття')
  expect(modular).toHaveLength(6)
  expect(new Set(modular.map(row => `${row.ownershipForm} ${row.balanceHolderName}`))).toEqual(
    new Set(['комунальна Управління комунальної власності Прикладської міської ради']),
  )
})

describe('truths', () => {
  test('district-without-accessible-shelter', () => {
    const byDistrict = Map.groupBy(shelters, ({CATUTTC}) => CATUTTC!)
    districts.forEach(({katottg}, index) => {
      const known = byDistrict.get(katottg)!.map(({accessible}) => accessible!)
      const accessible = known.filter(one => one === 'так')
      if (index === inaccessibleDistrict) {
        expect(known.length).toBeGreaterThan(8)
        expect(known.filter(one => one === 'так' || one === 'частково')).toEqual([])
        expect(known.some(one => !isKnown(one))).toBe(true)
      } else expect(accessible.length).toBeGreaterThan(0)
    })
  })

  test('school-without-shelter', () => {
    const far = schools
      .filter(({kind}) => kind === 'ліцей')
      .map(school => Math.min(...shelters.map(shelter => metres(school, shelter))))
      .sort((a, b) => a - b)
    expect(far.at(-1)).toBeGreaterThan(500)
    expect(far.at(-2)).toBeLessThan(410)
  })

  test('pump-and-hospital-on-one-feeder', () => {
    const kindOf = new Map(nodes.map(({uid, kind}) => [uid!, kind!]))
    const power = links.filter(({medium}) => medium === 'електроенергія')
    const isPump = (uid: string) => /насосна|водозабір/.test(kindOf.get(uid)!)
    const feeders = Map.groupBy(power, ({feeder}) => feeder!)
    const both = [...feeders].filter(
      ([, on]) => on.some(({to}) => isPump(to!)) && on.some(({to}) => kindOf.get(to!) === 'лікарня'),
    )
    expect(both.map(([feeder]) => feeder)).toEqual(['Ф-13'])
    const [[, shared]] = both as [[string, Row[]]]
    expect(shared.map(({to}) => kindOf.get(to!)).sort()).toEqual(['головна насосна станція', 'лікарня'])
    // Those two are the only pump and hospital that one line can put out.
    const single = nodes
      .filter(({uid, kind}) => isPump(uid!) || kind === 'лікарня')
      .filter(({uid}) => new Set(power.filter(({to}) => to === uid).map(({feeder}) => feeder)).size === 1)
    expect(single.map(({uid}) => uid).sort()).toEqual(shared.map(({to}) => to).sort())
  })

  test('shelters-listed-twice', () => {
    const twice = [...Map.groupBy(shelters, ({uid}) => uid!)].filter(
      ([uid, rows]) => isKnown(uid) && rows.length > 1,
    )
    expect(twice).toHaveLength(5)
    for (const [, [first, second]] of twice as [string, [Row, Row]][]) {
      expect(second.lat).toBe(first.lat)
      const ratio = Number(second.capacityPersons) / Number(first.capacityPersons)
      expect(ratio).toBeGreaterThan(1.3)
      expect(ratio).toBeLessThan(1.6)
    }
  })
})

describe('networks', () => {
  test('every link joins two nodes, and everything hangs on a supply', () => {
    const uids = new Set(nodes.map(({uid}) => uid))
    for (const {from, to} of links) expect([uids.has(from), uids.has(to)]).toEqual([true, true])
    const fed = new Set(nodes.filter(({kind}) => kind === 'вузлова підстанція').map(({uid}) => uid!))
    for (let before = 0; before < fed.size; ) {
      before = fed.size
      for (const {from, to} of links) if (fed.has(from!)) fed.add(to!)
    }
    expect(fed.size).toBe(nodes.length)
    const wet = links.filter(({medium}) => medium === 'вода').map(({to}) => to)
    for (const {uid, kind} of nodes)
      expect(wet.includes(uid)).toBe(kind === 'насосна станція зони' || kind === 'головна насосна станція')
  })

  test('zones of water supply are convex, do not overlap and together have every home', () => {
    const zones = JSON.parse(files.text('networks/water-zones.demo.geojson')).features as {
      properties: {uid: string; pumpUid: string; dwellings: number}
      geometry: {coordinates: [number, number][][]}
    }[]
    expect(zones).toHaveLength(7)
    const isInside = ([x, y]: [number, number], ring: [number, number][], slack: number) =>
      ring.slice(1).every(([bx, by], index) => {
        const [ax, ay] = ring[index]!
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -slack
      })
    for (const {geometry, properties} of zones) {
      const ring = geometry.coordinates[0]!
      expect(ring[0]).toEqual(ring.at(-1))
      // The plan's straight lines are straight in degrees to a decimetre or so.
      for (const corner of ring) expect(isInside(corner, ring, 5e-8)).toBe(true)
      const middle: [number, number] = [0, 1].map(
        axis => ring.slice(1).reduce((sum, point) => sum + point[axis]!, 0) / (ring.length - 1),
      ) as [number, number]
      const holders = zones.filter(zone => isInside(middle, zone.geometry.coordinates[0]!, 0))
      expect(holders.map(zone => zone.properties.uid)).toEqual([properties.uid])
    }
    const homes = ground.buildings.reduce((sum, {dwellings}) => sum + dwellings, 0)
    expect(zones.reduce((sum, {properties}) => sum + properties.dwellings, 0)).toBe(homes)
    const pumps = new Set(zones.map(({properties}) => properties.pumpUid))
    expect(pumps.size).toBe(7)
    for (const {waterZoneUid} of hydrants)
      expect(zones.some(({properties}) => properties.uid === waterZoneUid)).toBe(true)
  })

  test('hydrants stand apart along named streets', () => {
    for (const {addressThoroughfare} of hydrants) expect(isKnown(addressThoroughfare!)).toBe(true)
    const working = hydrants.filter(({state}) => /^с?пр/i.test(state!.trim())).length
    expect(working / hydrants.length).toBeGreaterThan(0.74)
    expect(working / hydrants.length).toBeLessThan(0.86)
  })
})

test('faults are as many as said', () => {
  const count = (rows: Row[], is: (row: Row) => boolean) => rows.filter(is).length
  const cells = (rows: Row[], text: string) =>
    rows.reduce((sum, row) => sum + Object.values(row).filter(cell => cell === text).length, 0)
  const said = (fault: string) => files.dirt(sheltersFile, fault)
  expect(cells(shelters, '<Null>')).toBe(said('a cell with <Null> instead of null'))
  expect(count(shelters, ({phone}) => phone!.endsWith('.0'))).toBe(
    said('a telephone as a fraction: 380001234567.0'),
  )
  expect(count(shelters, row => row.addressThoroughfare !== row.addressThoroughfare!.trim())).toBe(
    said('stray blanks in the name of the street'),
  )
  const official = [
    'найпростіше укриття',
    'протирадіаційне укриття',
    'сховище',
    'споруда подвійного призначення',
    'швидкоспоруджувана захисна споруда',
  ]
  expect(count(shelters, ({type}) => !official.includes(type!))).toBe(said('the type in other words'))
  expect(count(shelters, row => !isKnown(row.addressLocatorDesignator!))).toBe(
    said('an address without a house number'),
  )
  expect(count(shelters, row => row.addressAdminUnitL5 === 'Гвардійський район')).toBe(
    said('the district by its former name'),
  )
  expect(shelters.length - 180).toBe(said('a shelter listed a second time with another capacity'))
  expect(count(points, ({phone}) => phone!.endsWith('.0'))).toBe(
    files.dirt(pointsFile, 'a telephone as a fraction: 380001234567.0'),
  )
  expect(cells(points, '<Null>')).toBe(files.dirt(pointsFile, 'a cell with <Null> instead of null'))
  expect(count(schools, ({name}) => name !== name!.trim())).toBe(
    files.dirt(schoolsFile, 'a blank at the end of a name'),
  )
  expect(cells(nodes, 'н/д')).toBe(files.dirt(nodesFile, '«н/д» (no data) in a column of numbers'))
  expect(count(hydrants, ({state}) => ['Справний', 'справний ', 'спр.'].includes(state!))).toBe(
    files.dirt(hydrantsFile, '«справний» (works) in other words or with a blank'),
  )
  expect(count(hydrants, row => !isKnown(row.addressLocatorDesignator!))).toBe(
    files.dirt(hydrantsFile, 'an address without a house number'),
  )
})

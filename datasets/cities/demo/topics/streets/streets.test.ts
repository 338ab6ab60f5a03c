import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import type {Chapter, Dirt} from '../../chapter.ts'
import {makeScope} from '../../scope.ts'
import {dottedDate, isoDate} from '../../tools/time/days.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {bodies} from '../../world/bodies.ts'
import {districts as districtList} from '../../world/districts.ts'
import {namesOfFreedom} from '../../world/ground/addresses/street-names.ts'
import {institutionsOf} from '../../world/institutions.ts'
import {districts} from '../land/districts.chapter.ts'
import {landUse} from '../land/land-use.chapter.ts'
import {roads} from '../land/roads.chapter.ts'
import {trees} from '../trees/trees.chapter.ts'
import {streets} from './streets.chapter.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-streets-'))
afterAll(() => rmSync(folder, {recursive: true}))

const scope = makeScope({seed: 1, scale: 0.05, today: '2026-11-21'})
const outbox = new Outbox(folder)
const written = (chapter: Chapter) => chapter.write(scope, outbox).dirt
const dirt: Dirt[] = [streets, roads, districts, landUse, trees].flatMap(written)
const files = new Map(outbox.finish().map(file => [file.path, file]))

const text = (path: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, {ignoreBOM: true}).decode(readFileSync(join(folder, path)))
const planted = (fault: string) => dirt.filter(({fault: {en}}) => en === fault).map(({count}) => count)
const many = (fault: string, path: string) =>
  dirt.find(({file, fault: {en}}) => file === path && en === fault)!.count

describe('register of streets', () => {
  const path = 'streets/streets.demo.csv'
  const [header, ...rows] = csv(text(path, 'windows-1251'), ';')
  const at = (name: string) => header!.indexOf(name)
  const name = at('Найменування')
  const former = at('Колишнє найменування')
  const date = at('Дата документа про найменування')
  const key = at("Унікальний цифровий код об'єкта")

  it('has every street of the city', () => {
    expect(new Set(rows.map(row => row[key])).size).toBe(scope.ground().streets.length)
    expect(rows.every(row => row.length === header!.length)).toBe(true)
  })

  it('names nothing after churches, Cossacks or freedom in Soviet times', () => {
    const named = rows.filter(row => row[name]!.split(/[ –]/).some(word => namesOfFreedom.has(word)))
    const years = named.flatMap(row => /\b(19|20)\d\d\b/.exec(row[date]!)?.[0] ?? []).map(Number)
    expect(years.length).toBeGreaterThan(15)
    expect(years.filter(year => year < 1991)).toEqual([])
    expect(rows.filter(row => /19[56]\d/.test(row[date]!)).length).toBeGreaterThan(50)
  })

  it('is spreadsheet’s work: lines end as Windows ends them', () => {
    expect(
      text(path, 'windows-1251')
        .split('\n')
        .slice(0, -1)
        .every(line => line.endsWith('\r')),
    ).toBe(true)
  })

  it('has as many faults as it says', () => {
    const serials = rows.filter(row => /^\d{4,5}$/.test(row[date]!))
    expect(serials).toHaveLength(many('a date is a spreadsheet’s serial number', path))
    expect(serials.length).toBeGreaterThan(20)
    expect(rows.filter(row => row[date] === '-')).toHaveLength(many('a dash instead of a date', path))
    expect(rows.filter(row => row[name]!.endsWith(' '))).toHaveLength(
      many('a blank at the end of a name', path),
    )
    expect(rows.filter(row => row[former] === 'null')).toHaveLength(
      many('null for an empty former name', path),
    )
    expect(rows.some(row => row[former] === '')).toBe(true)
    const twice = rows.filter((row, index) => row[key] === rows[index + 1]?.[key])
    expect(twice).toHaveLength(many('a street listed twice, first misspelled', path))
    for (const row of twice) {
      const again = rows[rows.indexOf(row) + 1]!
      expect(again[name]).not.toBe(row[name])
      expect(again.with(name, '')).toEqual(row.with(name, ''))
    }
  })

  it('gives serial numbers that are the decisions’ days', () => {
    // 36526 is 1 January 2000 in every spreadsheet of the 1900 system.
    const days = rows.filter(row => /^\d{4,5}$/.test(row[date]!)).map(row => Number(row[date]) - 36_526)
    // From 1946 to 2026, in days from the year 2000.
    for (const day of days) {
      expect(day).toBeGreaterThan(-54 * 366)
      expect(day).toBeLessThan(27 * 366)
    }
  })

  it('shows the renamed streets: one decision, one date', () => {
    const renamed = rows.filter(row => row[former] && row[former] !== 'null')
    expect(renamed.length).toBeGreaterThanOrEqual(25)
    // Two and a half years of the convocation, some thirty decisions a month.
    const numbers = [...new Set(renamed.map(row => row[at('Номер документа')]!))]
    expect(numbers).toEqual([expect.stringMatching(/^\d+-VIII$/)])
    expect(Number.parseInt(numbers[0]!, 10)).toBeGreaterThan(600)
    expect(Number.parseInt(numbers[0]!, 10)).toBeLessThan(1100)
    const dates = new Set(renamed.map(row => row[date]).filter(value => value!.includes('.')))
    expect(dates).toEqual(new Set([dottedDate(scope.events.renamedOn)]))
    const others = rows.filter(row => row[at('Номер документа')] === numbers[0])
    expect(others).toHaveLength(renamed.length)
  })
})

describe('register of addresses', () => {
  const path = 'streets/addresses.demo.csv'
  const whole = text(path)
  const [header, ...rows] = csv(whole.slice(1), ',')
  const at = (name: string) => header!.indexOf(name)
  const street = at('addressThoroughfare')
  const house = at('addressLocatorDesignator')
  const status = at('statusType')
  const {streets: all} = scope.ground()
  const renamed = new Map(all.flatMap(({name, former}) => (former ? [[name.uk, former.uk] as const] : [])))
  const oldNames = new Set(renamed.values())

  it('is UTF-8 with a mark and has the fields of annex 37 first, in their order', () => {
    expect(whole.startsWith('\ufeff')).toBe(true)
    expect(header!.slice(0, 24)).toEqual([
      ...[
        'uid',
        'authorityName',
        'authorityId',
        'applicantName',
        'applicantId',
        'decisionTitle',
        'decisionNumber',
      ],
      ...['decisionIssuedDate', 'text', 'decisionUrl', 'cadastralNumber', 'CATUTTC', 'addressPostCode'],
      ...[
        'addressAdminUnitL1',
        'addressAdminUnitL2',
        'addressAdminUnitL3',
        'addressAdminUnitL4',
        'addressPostName',
      ],
      ...['addressObjectName', 'addressThoroughfare', 'addressLocatorDesignator', 'addressLocatorBuilding'],
      ...['statusType', 'statusDescription'],
    ])
  })

  it('has every address once, in a street of the register', () => {
    expect(rows).toHaveLength(scope.ground().buildings.filter(building => building.street >= 0).length)
    expect(new Set(rows.map(row => row[at('uid')])).size).toBe(rows.length)
    const known = new Set([...all.map(({name}) => name.uk), ...oldNames])
    expect(rows.filter(row => !known.has(row[street]!.trim()))).toEqual([])
  })

  it('has as many faults as it says', () => {
    expect(rows.filter(row => oldNames.has(row[street]!))).toHaveLength(
      many('the old name of a renamed street', path),
    )
    expect(rows.filter(row => row[street]!.endsWith(' '))).toHaveLength(
      many('a blank behind the street', path),
    )
    expect(rows.filter(row => /[A-Z]/.test(row[house]!))).toHaveLength(
      many('a Latin letter in the house number', path),
    )
    expect(rows.filter(row => row[at('statusDescription')] === '')).toHaveLength(
      many('empty where null is due', path),
    )
    expect(rows.filter(row => oldNames.has(row[street]!)).length).toBeGreaterThan(20)
  })

  it('says of renamed streets that the address was changed, but for those forgotten', () => {
    const onRenamed = rows.filter(row => renamed.has(row[street]!.trim()))
    const before = onRenamed.filter(row => row[at('decisionIssuedDate')]! < isoDate(scope.events.renamedOn))
    expect(before.length).toBeGreaterThan(300)
    expect(before.every(row => row[status] === 'Чинна зі змінами')).toBe(true)
    expect(before.every(row => /№ \d+-VIII$/.test(row[at('statusDescription')]!))).toBe(true)
    const forgotten = rows.filter(row => oldNames.has(row[street]!))
    expect(forgotten.every(row => row[status] === 'Чинна')).toBe(true)
    expect(forgotten.length / (forgotten.length + before.length)).toBeCloseTo(0.07, 1)
  })

  it('names no person: applicants are bodies, or nobody', () => {
    const written = new Set(rows.map(row => `${row[at('applicantId')]} ${row[at('applicantName')]}`))
    const known = [bodies.housingOne, bodies.housingTwo, bodies.property, ...institutionsOf(scope.ground())]
    expect(written).toEqual(
      new Set(['null знеособлено', ...known.map(({edrpou, name}) => `${edrpou} ${name}`)]),
    )
  })
})

describe('roads', () => {
  const edges = features('roads/roads.demo.geojson')
  const nodes = features('roads/nodes.demo.geojson')

  it('are a graph: both ends of an edge are nodes, at its own ends', () => {
    const at = new Map(nodes.map(({properties, geometry}) => [properties.node_id, geometry.coordinates]))
    for (const {properties, geometry} of edges) {
      const [first, last] = geometry.coordinates as [number, number][]
      expect(first).toEqual(at.get(properties.from_node))
      expect(last).toEqual(at.get(properties.to_node))
    }
  })

  it('have no railways, and a speed wherever one drives', () => {
    expect(
      edges.every(({properties}) => (properties.class === 'path') === (properties.speed_kmh === null)),
    ).toBe(true)
    expect(edges.filter(({properties}) => properties.class === 'rail')).toEqual([])
  })

  it('reach some settlement beyond the city by one road alone', () => {
    expect(largestBehindOneRoad(edges.map(({properties}) => properties))).toBeGreaterThan(30)
  })
})

describe('districts', () => {
  it('are as the dataset asks for them', () => {
    const found = features('districts/districts.demo.geojson')
    expect(found.map(({properties}) => properties.katotth)).toEqual(districtList.map(({katottg}) => katottg))
    expect(found[1]!.properties).toMatchObject({
      'name:uk': 'Гаванський район',
      old_name: 'Гвардійський район',
    })
    for (const {geometry} of found) {
      const [ring] = geometry.coordinates as [number, number][][]
      expect(ring![0]).toEqual(ring![ring!.length - 1])
    }
  })
})

describe('land use', () => {
  it('covers the plan: the main polygons add up to its 64 km²', () => {
    const onTop = new Set(['square', 'pitch', 'parking', 'schoolyard'])
    const all = features('land-use/land-use.demo.geojson')
    const base = all.filter(({properties}) => !onTop.has(String(properties.kind)))
    const squareMetres = base.reduce((sum, {properties}) => sum + Number(properties.area_m2), 0)
    expect(squareMetres / 64e6).toBeGreaterThan(0.999)
    expect(squareMetres / 64e6).toBeLessThan(1.03)
    expect(new Set(all.map(({properties}) => properties.area_id)).size).toBe(all.length)
  })
})

describe('trees', () => {
  const path = 'trees/trees.demo.csv'
  const [header, ...rows] = csv(text(path), ',')
  const at = (name: string) => header!.indexOf(name)

  it('are tens of thousands, each with a number of its own', () => {
    expect(rows.length).toBeGreaterThan(40_000)
    expect(new Set(rows.map(row => row[at('uid')])).size).toBe(rows.length)
    expect(rows.every(row => row.length === header!.length)).toBe(true)
  })

  it('have as many faults as they say', () => {
    expect(rows.filter(row => !/^\d+$/.test(row[at('ageValue')]!))).toHaveLength(
      many('an age that is no number: >60, 30-40', path),
    )
    expect(rows.filter(row => row[at('species')]!.includes('i'))).toHaveLength(
      many('a Latin i in the name of a species', path),
    )
    expect(rows.filter(row => row[at('heightValue')] === '0.0')).toHaveLength(many('a height of 0', path))
    expect(rows.filter(row => row[at('addressThoroughfare')]!.endsWith(' '))).toHaveLength(
      many('a blank behind the street', path),
    )
    expect(planted('a height of 0')[0]).toBeGreaterThan(100)
  })

  it('show the sick chestnuts of one district', () => {
    const bad = (isChestnut: boolean, isDistrict: boolean) => {
      const some = rows.filter(
        row =>
          (row[at('species')] === 'каштан кінський') === isChestnut &&
          (row[at('CATUTTC')] === 'UA99020010010110002') === isDistrict,
      )
      return some.filter(row => row[at('condition')] === 'незадовільний').length / some.length
    }
    expect(bad(true, true)).toBeGreaterThan(0.55)
    expect(Math.max(bad(true, false), bad(false, true), bad(false, false))).toBeLessThan(0.2)
  })
})

it('is the same again', () => {
  const second = mkdtempSync(join(tmpdir(), 'demo-streets-'))
  const again = new Outbox(second)
  for (const chapter of [streets, roads, districts, landUse, trees]) chapter.write(scope, again)
  for (const {path, sha256} of again.finish()) expect(sha256, path).toBe(files.get(path)!.sha256)
  rmSync(second, {recursive: true})
})

type Feature = {properties: Record<string, string | number | null>; geometry: {coordinates: unknown}}

function features(path: string): Feature[] {
  const collection = JSON.parse(text(path)) as {description: string; features: Feature[]}
  expect(collection.description).toContain('invented city')
  return collection.features
}

/** Rows of a CSV file, quotes and line breaks in them undone. */
function csv(content: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  for (let index = 0; index < content.length; index++) {
    const letter = content[index]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (content[index + 1] === '"') cell += content[++index]
      else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === delimiter) {
      row.push(cell)
      cell = ''
    } else if (letter === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += letter
  }
  return rows
}

/** Of all roads whose loss would cut something off, the most nodes that one of them would (Tarjan 1974), below a tenth of all. */
function largestBehindOneRoad(edges: readonly Feature['properties'][]): number {
  const around = new Map<string, {other: string; edge: number}[]>()
  edges.forEach(({from_node, to_node, speed_kmh}, edge) => {
    if (speed_kmh === null) return
    for (const [a, b] of [
      [from_node, to_node],
      [to_node, from_node],
    ] as [string, string][])
      around.set(a, [...(around.get(a) ?? []), {other: b, edge}])
  })
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const size = new Map<string, number>()
  let largest = 0
  for (const start of around.keys()) {
    if (order.has(start)) continue
    const path = [{node: start, by: -1, next: 0}]
    order.set(start, order.size)
    low.set(start, order.get(start)!)
    size.set(start, 1)
    for (let top = path[path.length - 1]; top; top = path[path.length - 1]) {
      const {other, edge} = around.get(top.node)![top.next++] ?? {other: '', edge: -2}
      if (edge === -2) {
        path.pop()
        const below = path[path.length - 1]
        if (!below) break
        low.set(below.node, Math.min(low.get(below.node)!, low.get(top.node)!))
        size.set(below.node, size.get(below.node)! + size.get(top.node)!)
        const cutOff = size.get(top.node)!
        if (low.get(top.node)! > order.get(below.node)! && cutOff < around.size / 10)
          largest = Math.max(largest, cutOff)
      } else if (edge !== top.by) {
        if (order.has(other)) low.set(top.node, Math.min(low.get(top.node)!, order.get(other)!))
        else {
          order.set(other, order.size)
          low.set(other, order.get(other)!)
          size.set(other, 1)
          path.push({node: other, by: edge, next: 0})
        }
      }
    }
  }
  return largest
}

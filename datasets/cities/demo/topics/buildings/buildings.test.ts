import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Dirt, Scope} from '../../chapter.ts'
import {originEast, originNorth, planMetres} from '../../tools/space/plan-frame.ts'
import {dayOf} from '../../tools/time/days.ts'
import type {Written} from '../../tools/write/out-file.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {districtIndex, districts} from '../../world/districts.ts'
import {makeBuildings} from '../../world/ground/buildings/make-buildings.ts'
import type {Ground, Street} from '../../world/ground/ground.ts'
import {makeLayout} from '../../world/ground/layout/make-layout.ts'
import {buildings as chapter} from './buildings.chapter.ts'

type Attributes = Record<string, string | number>
type Geometry = {
  type: string
  lod: string
  boundaries: number[][][][]
  semantics: {surfaces: {type: string}[]; values: number[][]}
}
type CityObject = {
  type: string
  attributes?: Attributes
  children?: string[]
  parents?: string[]
  geometry?: Geometry[]
}
type CityJson = {
  type: string
  version: string
  transform: {scale: number[]; translate: number[]}
  metadata: Record<string, unknown>
  CityObjects: Record<string, CityObject>
  vertices: [number, number, number][]
}

const street = {id: 'PRS-0001', name: {uk: 'вул. Лиманна', en: 'Lymanna St'}} as Street
const folders: string[] = []
let scope: Scope
let city: CityJson
let file: Written
let dirt: Dirt[]

function write(): {file: Written; dirt: Dirt[]; text: string} {
  const folder = mkdtempSync(join(tmpdir(), 'buildings-'))
  folders.push(folder)
  const outbox = new Outbox(folder)
  const {dirt: planted} = chapter.write(scope, outbox)
  const [written] = outbox.finish()
  return {file: written!, dirt: planted, text: readFileSync(join(folder, written!.path), 'utf8')}
}

beforeAll(() => {
  const {buildings} = makeBuildings(makeLayout(1), 1)
  for (const [index, building] of buildings.entries())
    if (building.kind !== 'shed') {
      building.street = 0
      building.house = String(index + 1)
      building.postcode = '00101'
    }
  const ground = {buildings, streets: [street]} as unknown as Ground
  scope = {seed: 1, today: dayOf(2026, 11, 21), ground: () => ground} as unknown as Scope
  const written = write()
  city = JSON.parse(written.text) as CityJson
  file = written.file
  dirt = written.dirt
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true})
})

const wholes = () => Object.entries(city.CityObjects).filter(([, {type}]) => type === 'Building')
const partsOf = ({children, ...whole}: CityObject): CityObject[] =>
  children ? children.map(id => city.CityObjects[id]!) : [whole]
const residents = (attributes: Attributes) =>
  ['residents_0_6', 'residents_7_17', 'residents_18_64', 'residents_65'].map(name =>
    Number(attributes[name] ?? 0),
  )
const lowest = (whole: CityObject) =>
  Math.min(
    ...partsOf(whole).flatMap(({geometry}) =>
      geometry![0]!.boundaries.flat(3).map(index => city.vertices[index]![2]),
    ),
  ) / 1000

describe('the file', () => {
  test('is CityJSON 2.0 that says where it lies and that it is invented', () => {
    expect(city.type).toBe('CityJSON')
    expect(city.version).toBe('2.0')
    expect(city.transform).toEqual({scale: [0.001, 0.001, 0.001], translate: [originEast, originNorth, 0]})
    // The schema of CityJSON 2.0 wants this beginning.
    expect(city.metadata.referenceSystem).toMatch(/^https:\/\/www\.opengis\.net\/def\/crs\/EPSG\/0\/32636$/)
    expect(city.metadata.verticalReferenceSystem).toMatch(/5705$/)
    expect(city.metadata.title).toContain('invented')
    expect(city.metadata.description).toContain('invented city')
    expect(file.records).toBe(wholes().length)
    expect(file.bytes).toBeLessThan(40_000_000)
  })

  test('every object has a solid of its own or parts that have one, and each vertex is used', () => {
    const isUsed = new Uint8Array(city.vertices.length)
    for (const [id, object] of Object.entries(city.CityObjects)) {
      if (object.children) {
        expect(object.geometry).toBeUndefined()
        for (const child of object.children) expect(city.CityObjects[child]!.parents).toEqual([id])
        continue
      }
      const [geometry, ...others] = object.geometry!
      expect(others).toEqual([])
      expect(geometry!.type).toBe('Solid')
      const [shell] = geometry!.boundaries
      const [values] = geometry!.semantics.values
      expect(values).toHaveLength(shell!.length)
      const named = new Set(values!.map(value => geometry!.semantics.surfaces[value]!.type))
      expect([...named].sort()).toEqual(['GroundSurface', 'RoofSurface', 'WallSurface'])
      for (const index of geometry!.boundaries.flat(3)) isUsed[index] = 1
    }
    expect(isUsed.every(used => used === 1)).toBe(true)
    for (const [x, y, z] of city.vertices) {
      expect(Number.isSafeInteger(x) && Number.isSafeInteger(y) && Number.isSafeInteger(z)).toBe(true)
      expect(x > 0 && x < planMetres * 1000 && y > 0 && y < planMetres * 1000).toBe(true)
    }
  })

  test('is the same again', () => {
    expect(write().file).toEqual(file)
  })

  test('attributes say what stands there, who lives there and where it is', () => {
    const known = new Set(districts.map(({name}) => name.uk))
    let total = 0
    for (const [id, {attributes}] of wholes()) {
      expect(id).toMatch(/^PR-\d{5}$/)
      expect(known).toContain(attributes!.district)
      expect(Number(attributes!.storeysAboveGround)).toBeGreaterThan(0)
      expect('house' in attributes!).toBe('street' in attributes!)
      expect('dwellings' in attributes!).toBe('residents_65' in attributes!)
      total += residents(attributes!).reduce((a, b) => a + b, 0)
    }
    expect(Math.abs(total - 120_000)).toBeLessThan(500)
  })
})

describe('faults on purpose', () => {
  test('are as many as said', () => {
    const count = (isOne: (attributes: Attributes) => boolean) =>
      wholes().filter(([, {attributes}]) => isOne(attributes!)).length
    const said = (word: string) => dirt.find(({fault}) => fault.en.includes(word))!.count
    expect(said('yearOfConstruction')).toBe(count(({yearOfConstruction}) => yearOfConstruction === 0))
    expect(said('centimetres')).toBe(count(({measuredHeight}) => Number(measuredHeight) > 120))
    expect(dirt.map(({count: one}) => one)).toEqual([150, 24])
  })
})

describe('truths', () => {
  test('ageing houses: one in four, one in eight, one in sixteen', () => {
    const share = (isOne: (attributes: Attributes) => boolean) => {
      const sums = [0, 0, 0, 0]
      for (const [, {attributes}] of wholes())
        if (isOne(attributes!))
          for (const [group, one] of residents(attributes!).entries()) sums[group] = sums[group]! + one
      return sums[3]! / sums.reduce((a, b) => a + b, 0)
    }
    const isFlats = ({kind}: Attributes) => kind === 'tenement' || kind === 'slab5'
    const before = share(one => isFlats(one) && Number(one.yearOfConstruction) < 1971)
    const later = share(
      ({kind, yearOfConstruction: year}) => (kind === 'slab5' || kind === 'slab9') && Number(year) >= 1971,
    )
    const towers = share(({kind}) => kind === 'tower')
    expect(Math.abs(before - 1 / 4)).toBeLessThan(0.03)
    expect(Math.abs(later - 1 / 8)).toBeLessThan(0.02)
    expect(Math.abs(towers - 1 / 16)).toBeLessThan(0.02)
  })

  test('low-lying houses: below three metres people live on the left bank, hardly anywhere else', () => {
    const low = wholes().filter(([, whole]) => 'dwellings' in whole.attributes! && lowest(whole) < 3)
    expect(low.length).toBeGreaterThan(40)
    const leftBank = districts[districtIndex.zarichchianskyi]!.name.uk
    const there = low.filter(([, {attributes}]) => attributes!.district === leftBank)
    expect(there.length / low.length).toBeGreaterThan(0.95)
  })
})

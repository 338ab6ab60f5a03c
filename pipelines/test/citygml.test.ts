import {readFileSync, writeFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Format} from '@hromada/datasets'
import {describe, expect, onTestFinished, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {type ReadTable, reading} from './read.fixture.ts'

type Geometry = {
  type: string
  lod: string
  boundaries: number[][][][]
  semantics?: {surfaces: {type: string}[]; values: (number | null)[][]}
}
type Feature = {CityObjects: Record<string, {geometry?: Geometry[]}>; vertices: [number, number, number][]}

const golden = (name: string): Feature[] =>
  readFileSync(join(import.meta.dirname, 'golden/citygml', name, 'output.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse((JSON.parse(line) as {feature: string}).feature))

const solidsOf = ({CityObjects}: Feature) =>
  Object.values(CityObjects).flatMap(({geometry}) => (geometry ?? []).filter(({type}) => type === 'Solid'))

/** Six times the volume between a face and the origin; of all faces together, the volume within (divergence theorem). */
function volume(faces: number[][][], vertices: Feature['vertices']): number {
  const [ox, oy, oz] = vertices[0]!
  let sum = 0
  for (const ring of faces.flat())
    for (let index = 2; index < ring.length; index++) {
      const [a, b, c] = [ring[0]!, ring[index - 1]!, ring[index]!].map(vertex => {
        const [x, y, z] = vertices[vertex]!
        return [x - ox, y - oy, z - oz] as const
      })
      sum +=
        a![0] * (b![1] * c![2] - b![2] * c![1]) -
        a![1] * (b![0] * c![2] - b![2] * c![0]) +
        a![2] * (b![0] * c![1] - b![1] * c![0])
    }
  return sum / 6
}

/** The sum of the faces' areas as vectors, in square metres: none where they close, wherever their corners meet. */
function openArea(faces: number[][][], vertices: Feature['vertices']): number {
  const sum: [number, number, number] = [0, 0, 0]
  const [ox, oy, oz] = vertices[0]!
  for (const ring of faces.flat())
    for (const [index, from] of ring.entries()) {
      const [ax, ay, az] = vertices[from]!
      const [bx, by, bz] = vertices[ring[(index + 1) % ring.length]!]!
      sum[0] += ((ay - oy) * (bz - oz) - (az - oz) * (by - oy)) / 2
      sum[1] += ((az - oz) * (bx - ox) - (ax - ox) * (bz - oz)) / 2
      sum[2] += ((ax - ox) * (by - oy) - (ay - oy) * (bx - ox)) / 2
    }
  return Math.hypot(...sum)
}

describe('a box of 10 by 20 by 6 metres, however it is written', () => {
  test.each([
    ['1.0-a-solid-of-links', 0, ['GroundSurface', 'RoofSurface', ...Array(4).fill('WallSurface')]],
    ['1.0-a-solid-of-links', 1, null],
    [
      '2.0-parts-holes-and-turned-faces',
      0,
      ['GroundSurface', 'RoofSurface', ...Array(4).fill('WallSurface')],
    ],
    ['3.0-a-solid-of-links', 0, ['GroundSurface', 'RoofSurface', ...Array(4).fill('WallSurface')]],
  ])('%s, building %i', (name, index, meanings) => {
    const feature = golden(name)[index]!
    const [solid] = solidsOf(feature)
    const [shell] = solid!.boundaries as unknown as number[][][][]
    expect(volume(shell!, feature.vertices)).toBeCloseTo(1200, 6)
    expect(openArea(shell!, feature.vertices)).toBeCloseTo(0, 6)
    expect(
      solid!.semantics
        ? solid!.semantics.values[0]!.map(value => solid!.semantics!.surfaces[value!]!.type)
        : null,
    ).toEqual(meanings)
  })
})

test('a building that is drawn in level of detail 4 alone has the outside of that', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'citygml-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const text = readFileSync(
    join(import.meta.dirname, 'golden/citygml/2.0-parts-holes-and-turned-faces/input.gml'),
    'utf8',
  )
  const features = async (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    const rows = await reading(join(folder, name), {kind: 'citygml', types: ['Building']}, ({ask}) =>
      ask<{feature: string}>('select feature from t'),
    )
    return rows.map(({feature}) => JSON.parse(feature) as Feature)
  }
  const [four, three] = [
    await features('four.gml', text.replaceAll('lod2', 'lod4')),
    await features('three.gml', text.replaceAll('lod2', 'lod3')),
  ]
  expect(four.flatMap(solidsOf).length).toBeGreaterThan(0)
  expect(four).toEqual(three)
})

test('a shape from a library, placed by a matrix, is not read, and is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'citygml-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const golden = join(import.meta.dirname, 'golden/citygml/2.0-parts-holes-and-turned-faces/input.gml')
  const mast =
    '<bldg:outerBuildingInstallation><bldg:BuildingInstallation><bldg:lod2ImplicitRepresentation/>' +
    '</bldg:BuildingInstallation></bldg:outerBuildingInstallation></bldg:Building>'
  const path = join(folder, 'mast.gml')
  writeFileSync(path, readFileSync(golden, 'utf8').replace('</bldg:Building>', mast))
  const format: Format = {kind: 'citygml', types: ['Building']}
  const read = ({rows, findings}: ReadTable) => ({rows, findings})
  const [before, after] = [await reading(golden, format, read), await reading(path, format, read)]
  expect(after.rows).toBe(before.rows)
  expect(after.findings).toEqual([
    ...before.findings,
    expect.objectContaining({
      rule: 'type',
      column: 'feature',
      count: 1,
      example: 'lod2ImplicitRepresentation is a shape placed by a matrix, and is not read',
    }),
  ])
})

const data = realData()

test.skipIf(!data)(
  'North Rhine-Westphalia: 109 closed buildings as high as stated, every face with its meaning',
  async () => {
    const file = join(data!, 'city3d/LoD2_32_280_5659_1_NW.gml')
    const rows = await reading(file, {kind: 'citygml', types: ['Building']}, ({ask}) =>
      ask<{id: string; feature: string; measuredHeight: string | null; header: string}>(
        'select id, feature, "measuredHeight", header from t',
      ),
    )
    expect(rows).toHaveLength(109)
    expect(JSON.parse(rows[0]!.header).metadata.referenceSystem).toBe(
      'urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH*GCG2016',
    )
    let [solids, high] = [0, 0]
    for (const row of rows) {
      const feature = JSON.parse(row.feature) as Feature
      const heights = feature.vertices.map(([, , z]) => z)
      for (const [x, y] of feature.vertices) {
        // The file's own extent, a kilometre on a side; houses on its edge reach beyond.
        expect(Math.abs(x - 280_500)).toBeLessThan(600)
        expect(Math.abs(y - 5_659_500)).toBeLessThan(600)
      }
      // Of a building in parts each part has its own.
      if (row.measuredHeight !== null) {
        high++
        expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(Number(row.measuredHeight), 2)
      }
      for (const solid of solidsOf(feature)) {
        const shell = solid.boundaries[0] as unknown as number[][][]
        solids++
        expect(openArea(shell, feature.vertices)).toBeLessThan(0.1)
        expect(volume(shell, feature.vertices)).toBeGreaterThan(0)
        expect(solid.semantics!.values[0]).toHaveLength(shell.length)
        expect(solid.semantics!.values[0]).not.toContain(null)
      }
    }
    expect(solids).toBeGreaterThanOrEqual(109)
    expect(high).toBe(85)
  },
)

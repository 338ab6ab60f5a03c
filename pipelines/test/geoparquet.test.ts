import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {expect, test} from 'vitest'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {reading} from './read.fixture.ts'

/** Well-known binary of a square of a hundredth of a degree: OGC 06-103r4, 8.2.8, byte order 1, type 3, one ring of five. */
const square =
  '01030000000100000005000000' +
  [30, 50, 30.01, 50, 30.01, 50.01, 30, 50.01, 30, 50]
    .map(value => Buffer.from(Float64Array.of(value).buffer).toString('hex'))
    .join('')

/** Footprints with heights, written with the metadata of GeoParquet 1.1 around plain bytes. */
async function footprints(crs?: object): Promise<string> {
  const path = join(temporaryFolder('geoparquet'), 'buildings.parquet')
  const geo = {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {geometry: {encoding: 'WKB', geometry_types: ['Polygon'], ...(crs && {crs})}},
  }
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`
    copy (
      select * from (values ('a', 12.5::double, from_hex('${square}')), ('b', 3.0::double, null)) as t(id, height, geometry)
    ) to '${path}' (format parquet, kv_metadata {geo: '${JSON.stringify(geo).replaceAll("'", "''")}'})`)
  connection.closeSync()
  return path
}

const ring = [
  [30, 50],
  [30.01, 50],
  [30.01, 50.01],
  [30, 50.01],
  [30, 50],
]

test('footprints of a GeoParquet file become GeoJSON beside their heights', async () => {
  await reading(await footprints(), {kind: 'parquet'}, async ({columns, ask}) => {
    expect(columns).toEqual(['id', 'height', 'geometry'])
    const rows = await ask<Record<string, string | null>>('select * from t order by id')
    expect(rows.map(({id, height}) => [id, height])).toEqual([
      ['a', '12.5'],
      ['b', '3.0'],
    ])
    expect(JSON.parse(rows[0]!.geometry!)).toEqual({type: 'Polygon', coordinates: [ring]})
    expect(rows[1]!.geometry).toBeNull()
  })
})

test('coordinates of another system come as they are, with its name', async () => {
  const crs = {
    type: 'ProjectedCRS',
    name: 'Amersfoort / RD New',
    id: {authority: 'EPSG', code: 28992},
  }
  await reading(await footprints(crs), {kind: 'parquet'}, async ({columns, ask}) => {
    expect(columns).toEqual(['id', 'height', 'geometry', 'crs'])
    expect(await ask('select distinct crs from t')).toEqual([{crs: 'EPSG:28992'}])
  })
})

test('a system without a code is known by its name, one with heights by its plane', async () => {
  const rd = {type: 'ProjectedCRS', name: 'Amersfoort / RD New'}
  const described = [
    rd,
    {type: 'CompoundCRS', name: 'RD + NAP', components: [rd, {name: 'NAP height'}]},
    {type: 'ProjectedCRS', name: 'Own grid of the works'},
  ]
  const found: {crs: string}[] = []
  for (const crs of described)
    await reading(await footprints(crs), {kind: 'parquet'}, async ({ask}) => {
      found.push(...(await ask<{crs: string}>('select distinct crs from t')))
    })
  expect(found.map(({crs}) => crs)).toEqual(['EPSG:28992', 'EPSG:28992', 'Own grid of the works'])
})

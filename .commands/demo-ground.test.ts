import {join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {makeScope} from '../datasets/cities/demo/scope.ts'
import {originEast, originNorth, toLonLat} from '../datasets/cities/demo/tools/space/plan-frame.ts'
import {Outbox} from '../datasets/cities/demo/tools/write/outbox.ts'
import {roads} from '../datasets/cities/demo/topics/land/roads.chapter.ts'
import {terrain} from '../datasets/cities/demo/topics/land/terrain.chapter.ts'
import {cellMetres, terrainCells} from '../datasets/cities/demo/world/ground/terrain.ts'
import {builtCity, dataFolder} from '../warehouse/test/city.fixture.ts'

/** What the generator knows of the ground, and what the ordinary way through lake and warehouse made of its files. */
const scope = makeScope({seed: 1, scale: 0.05, today: '2026-11-21'})
const {heights} = scope.ground().terrain

let town: Awaited<ReturnType<typeof builtCity>>
beforeAll(async () => {
  const data = dataFolder()
  const outbox = new Outbox(join(data, 'sources/demo'))
  for (const chapter of [terrain, roads]) chapter.write(scope, outbox)
  outbox.finish()
  const demo = (await loadCities()).get('demo')!
  const feeds = demo.feeds.filter(({dataset: {id}}) => ['elevation', 'roads', 'road-nodes'].includes(id))
  town = await builtCity([{...demo, feeds}], null, {data, select: '+elevation,+roads,+road_nodes'})
})
afterAll(() => town.warehouse.close())

test('every height is read back as it was written, to the centimetre, and none is missing', async () => {
  expect(town.findings.filter(({dataset}) => dataset === 'elevation')).toEqual([])
  const blocks = await town.rows<{
    block_row: number
    block_column: number
    rows: number
    columns: number
    heights: string
  }>('select block_row, block_column, rows, columns, heights from stg_elevation')
  expect(blocks).toHaveLength(Math.ceil(terrainCells / 64) ** 2)
  let [cells, wrong] = [0, 0]
  for (const {block_row, block_column, rows, columns, heights: text} of blocks) {
    const list = JSON.parse(text) as number[]
    expect(list).toHaveLength(Number(rows) * Number(columns))
    for (const [index, height] of list.entries()) {
      const [row, column] = [Math.floor(index / Number(columns)), index % Number(columns)]
      // The generator's rows begin in the south, the raster's in the north.
      const fromSouth = terrainCells - 1 - (Number(block_row) * 64 + row)
      const known = heights[fromSouth * terrainCells + Number(block_column) * 64 + column]!
      cells++
      if (height !== Math.round(known * 100) / 100) wrong++
    }
  }
  expect({cells, wrong}).toEqual({cells: terrainCells ** 2, wrong: 0})
})

test('the height at a point is one block’s and one cell’s', async () => {
  // Far from any line of cells, all over the plan.
  const points = Array.from({length: 300}, (_, index) => ({
    x: ((index * 7919) % 7990) + 5.3,
    y: ((index * 104_729) % 7990) + 6.7,
  }))
  const list = points.map(({x, y}, index) => `(${index}, ${x + originEast}, ${y + originNorth})`).join(', ')
  const found = await town.rows<{point: number; height: number}>(
    `select point, cast(heights as float[])[cast(
         floor((y_north - y) / cell_height) * columns + floor((x - x_west) / cell_width) as integer) + 1] as height
     from (values ${list}) as points(point, x, y)
     join stg_elevation on x >= x_west and x < x_west + columns * cell_width
       and y <= y_north and y > y_north - rows * cell_height
     order by point`,
  )
  expect(found.map(({point}) => Number(point))).toEqual(points.map((_, index) => index))
  for (const [index, {x, y}] of points.entries()) {
    const cell = Math.floor(y / cellMetres) * terrainCells + Math.floor(x / cellMetres)
    expect(Math.abs(found[index]!.height - heights[cell]!)).toBeLessThan(0.00501)
  }
})

test('what is published says where the ground is how high, and keeps the cells to itself', async () => {
  const [{rows, least, greatest, mean} = {rows: 0, least: 0, greatest: 0, mean: 0}] = await town.rows<{
    rows: number
    least: number
    greatest: number
    mean: number
  }>(
    `select count(*) as rows, min(minimum_m) as least, max(maximum_m) as greatest,
       sum(mean_m * valid_cells) / sum(valid_cells) as mean from elevation`,
  )
  const all = heights.reduce(
    ({low, high, sum}, height) => ({
      low: Math.min(low, height),
      high: Math.max(high, height),
      sum: sum + height,
    }),
    {low: Infinity, high: -Infinity, sum: 0},
  )
  expect(Number(rows)).toBe(1024)
  expect(least).toBeCloseTo(all.low, 2)
  expect(greatest).toBeCloseTo(all.high, 2)
  expect(mean).toBeCloseTo(all.sum / heights.length, 2)
  const {manifest} = await town.release()
  const table = manifest.tables.find(({name}) => name === 'elevation')!
  expect(table.columns.map(({name}) => name)).not.toContain('heights')
  expect(table.bytes).toBeLessThan(300_000)

  // By the generator's own formulas of UTM, each block's corner is where its outline begins.
  const places = await town.rows<{x: number; y: number; geometry: string}>(
    'select x_west as x, y_north as y, geometry from elevation',
  )
  for (const {x, y, geometry} of places) {
    const {coordinates} = JSON.parse(geometry) as {coordinates: [number, number][][]}
    const [lon, lat] = coordinates[0]![0]!
    const [knownLon, knownLat] = toLonLat([x - originEast, y - originNorth])
    expect(Math.abs(lon - knownLon)).toBeLessThan(2e-7)
    expect(Math.abs(lat - knownLat)).toBeLessThan(2e-7)
  }
})

test('the published graph is whole: every end of an edge is a node, in the same place', async () => {
  const [lost] = await town.rows<{edges: number; nodes: number}>(
    `select (select count(*) from roads
               where from_node not in (select node_id from road_nodes)
                  or to_node not in (select node_id from road_nodes)) as edges,
            (select count(*) from road_nodes
               where node_id not in (select from_node from roads union all select to_node from roads)) as nodes`,
  )
  expect([Number(lost!.edges), Number(lost!.nodes)]).toEqual([0, 0])
  const [apart] = await town.rows<{edges: number}>(
    `select count(*) as edges from roads
       join road_nodes as a on a.node_id = from_node join road_nodes as b on b.node_id = to_node
     where json_extract(roads.geometry, '$.coordinates[0]') <> json_extract(a.geometry, '$.coordinates')
        or json_extract(roads.geometry, '$.coordinates[#-1]') <> json_extract(b.geometry, '$.coordinates')`,
  )
  expect(Number(apart!.edges)).toBe(0)
})

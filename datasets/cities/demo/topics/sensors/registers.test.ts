import {open, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Chapter} from '../../chapter.ts'
import {isInside} from '../../tools/space/is-inside.ts'
import {toLonLat} from '../../tools/space/plan-frame.ts'
import {districts} from '../../world/districts.ts'
import type {Ground} from '../../world/ground/ground.ts'
import {air} from '../air/air.chapter.ts'
import {airFeeds} from '../air/air.feeds.ts'
import {airStationRegister} from '../air/air-stations.chapter.ts'
import {airStations} from '../air/station-table.ts'
import {districts as districtOutlines} from '../land/districts.chapter.ts'
import {noise} from '../noise/noise.chapter.ts'
import {noiseFeeds} from '../noise/noise.feeds.ts'
import {noiseStationRegister} from '../noise/noise-stations.chapter.ts'
import {noiseStations} from '../noise/station-table.ts'
import {counters} from '../traffic/counter-table.ts'
import {traffic} from '../traffic/traffic.chapter.ts'
import {trafficFeeds} from '../traffic/traffic.feeds.ts'
import {trafficCounterRegister} from '../traffic/traffic-counters.chapter.ts'
import {levelGauges, rainGauges} from '../water/gauge-table.ts'
import {water} from '../water/water.chapter.ts'
import {waterFeeds} from '../water/water.feeds.ts'
import {waterGaugeRegister} from '../water/water-gauges.chapter.ts'
import {type MadeFiles, madeFiles, testScope} from './test/made-files.fixture.ts'

let ground: Ground
let made: MadeFiles
const series: Chapter[] = [air, water, traffic, noise]
const registers: Chapter[] = [
  airStationRegister,
  waterGaugeRegister,
  trafficCounterRegister,
  noiseStationRegister,
]

beforeAll(async () => {
  const scope = testScope()
  ground = scope.ground()
  made = await madeFiles([...series, ...registers, districtOutlines], scope)
})

async function firstLine(path: string): Promise<string> {
  const file = await open(path)
  const {buffer, bytesRead} = await file.read(Buffer.alloc(4096), 0, 4096, 0)
  await file.close()
  return buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0]!
}

type Row = Record<string, string | null>
const rows = (file: string) => made.ask<Row>(`from made('${file}')`)
const metresApart = ([lon, lat]: readonly [number, number], [lon1, lat1]: readonly [number, number]) =>
  Math.sqrt(((lon - lon1) * 77_500) ** 2 + ((lat - lat1) * 111_150) ** 2)
/** Plan metres of a longitude and latitude, by coming closer step by step. */
function inPlan([lon, lat]: readonly [number, number]): [number, number] {
  let [x, y] = [4000, 4000]
  for (let round = 0; round < 6; round++) {
    const [lonHere, latHere] = toLonLat([x, y])
    x += (lon - lonHere) * 77_500
    y += (lat - latHere) * 111_150
  }
  return [x, y]
}
const placeOf = (row: Row) => [Number(row.lon), Number(row.lat)] as const

describe.each([
  ['air/stations', 'station_id', airStations.map(({id}) => id)],
  ['water/gauges', 'gauge_id', [...levelGauges, ...rainGauges].map(({id}) => id)],
  ['traffic/counters', 'counter_id', counters.map(({id}) => id)],
  ['noise/stations', 'station_id', noiseStations.map(({id}) => id)],
])('%s', (file, key, ids) => {
  test('lists every device of the series once, in the city, installed before it reads', async () => {
    const list = await rows(file)
    expect(list.map(row => row[key])).toEqual(ids)
    for (const row of list) {
      const [lon, lat] = placeOf(row)
      expect(lon).toBeGreaterThan(31.255)
      expect(lon).toBeLessThan(31.365)
      expect(lat).toBeGreaterThan(45.865)
      expect(lat).toBeLessThan(45.955)
      expect(districts.map(({name}) => name.uk)).toContain(row.district)
      expect(String(row.installed_date) < '2024-11-21').toBe(true)
    }
    expect(new Set(list.map(row => `${row.lon} ${row.lat}`)).size).toBeGreaterThan(0.9 * list.length)
  })
})

describe('devices stand where they should', () => {
  test('the sensor with night peaks hangs close to a boiler house, and no other station does', async () => {
    const boilers = ground.buildings.filter(({kind}) => kind === 'boiler').map(({centre}) => toLonLat(centre))
    for (const row of await rows('air/stations')) {
      const metres = Math.min(...boilers.map(boiler => metresApart(placeOf(row), boiler)))
      expect([row.station_id, row.station_id === 'CS-18' ? metres < 150 : metres > 195]).toEqual([
        row.station_id,
        true,
      ])
    }
  })

  test('every register names the district whose published outline holds the device', async () => {
    const {features} = JSON.parse(
      await readFile(join(made.folder, 'districts/districts.demo.geojson'), 'utf8'),
    ) as {features: {properties: {'name:uk': string}; geometry: {type: string; coordinates: unknown}}[]}
    const outlines = features.map(({properties, geometry: {type, coordinates}}) => ({
      name: properties['name:uk'].replace(' район', ''),
      rings: (type === 'Polygon' ? [coordinates] : (coordinates as unknown[])) as [number, number][][][],
    }))
    let outside = 0
    for (const file of ['air/stations', 'water/gauges', 'traffic/counters', 'noise/stations'])
      for (const row of await rows(file)) {
        const at = placeOf(row)
        const holding = outlines.filter(({rings}) => rings.some(([ring]) => isInside([...at], ring!)))
        if (holding.length === 0) outside++
        else expect([Object.values(row)[0], row.district]).toEqual([Object.values(row)[0], holding[0]!.name])
      }
    // A gauge on the water's edge may lie a step beyond the outline.
    expect(outside).toBeLessThan(4)
  })

  test('the flood of spring is above the register’s level of danger at every gauge of the river', async () => {
    const over = await made.ask<{id: string}>(`
      select gauge_id as id from made('water/levels-*') join made('water/gauges') using (gauge_id)
      where kind = 'river' and level_cm::int between danger_cm::int and 1000 and observed_at[6:7] = '03' group by all order by id`)
    expect(over.map(({id}) => id)).toEqual(['WL-02', 'WL-03', 'WL-04', 'WL-05', 'WL-06'])
  })

  test('river gauges stand by the river, counters of bridges on bridges', async () => {
    const isWet = new Set<string>()
    const {water: cells} = ground.terrain
    for (const row of await rows('water/gauges')) {
      if (row.kind !== 'river' && row.kind !== 'reservoir') continue
      const [east, north] = inPlan(placeOf(row))
      for (let y = -20; y <= 20; y += 4)
        for (let x = -20; x <= 20; x += 4)
          if (cells[Math.floor((north + y) / 4) * 2000 + Math.floor((east + x) / 4)] !== 0)
            isWet.add(row.gauge_id!)
    }
    expect([...isWet].sort()).toEqual(['WL-01', 'WL-02', 'WL-03', 'WL-04', 'WL-05', 'WL-06'])
    const bridges = (await rows('traffic/counters')).filter(row => row.is_bridge === 'так')
    expect(bridges.map(({counter_id}) => counter_id)).toEqual(['TC-01', 'TC-02'])
    const middles = ground.network.edges
      .filter(edge => edge.isBridge)
      .map(({from, to}) => {
        const [a, b] = [ground.network.nodes[from]!.at, ground.network.nodes[to]!.at]
        return toLonLat([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
      })
    for (const bridge of bridges)
      expect(Math.min(...middles.map(middle => metresApart(placeOf(bridge), middle)))).toBeLessThan(2)
  })

  test('gauges of the river have zeros that fall towards the sea', async () => {
    const list = await rows('water/gauges')
    const zeros = list
      .filter(({kind}) => kind === 'reservoir' || kind === 'river')
      .map(({zero_m}) => Number(zero_m))
    expect(zeros[0]).toBe(10)
    for (let index = 1; index < zeros.length; index++)
      expect(zeros[index]).toBeLessThanOrEqual(zeros[index - 1]!)
    for (const row of list)
      if (row.kind !== 'rain') {
        expect(row.datum).toBe('Балтійська 1977')
        expect(Number(row.danger_cm)).toBeGreaterThan(Number(row.attention_cm))
      }
  })
})

describe('feeds', () => {
  test.each(
    [...airFeeds, ...waterFeeds, ...trafficFeeds, ...noiseFeeds].map(
      feed => [feed.dataset.id, feed] as const,
    ),
  )(
    '%s reads headers that its files have, and leaves none unread',
    async (_, {dataset, made: source, columns}) => {
      const pattern = new RegExp(`^${source!.path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
      const files = made.files.filter(({path}) => pattern.test(path))
      expect(files.length).toBeGreaterThan(0)
      const {format} = source!
      const delimiter = format.kind === 'csv' ? format.delimiter! : ';'
      const wanted = Object.entries(dataset.columns).map(
        ([name, column]) => [columns[name]?.from ?? column.from, column.nullable] as const,
      )
      for (const {path} of files) {
        const header = (await firstLine(join(made.folder, path))).split(delimiter)
        for (const [from, isNullable] of wanted) if (!isNullable) expect(header).toContain(from)
        expect(wanted.map(([from]) => from)).toEqual(expect.arrayContaining(header))
      }
    },
  )

  test('no file is left without a feed, none has two', () => {
    const feeds = [...airFeeds, ...waterFeeds, ...trafficFeeds, ...noiseFeeds]
    for (const {path} of made.files.filter(({path}) => !path.startsWith('districts/'))) {
      const readers = feeds.filter(({made: source}) =>
        new RegExp(`^${source!.path.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(path),
      )
      expect([path, readers.length]).toEqual([path, 1])
    }
  })
})

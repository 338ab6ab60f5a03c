import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import {json, publisher} from './publisher.fixture.ts'

const petitions = {format: {kind: 'json', records: 'data'}} as const

test('petitions to Parliament are followed from list to list', async () => {
  const {fetch, asked} = await publisher(({query}, response) => {
    const page = Number(query.get('page') ?? 1)
    const link = (n: number) => `https://petition.parliament.uk/petitions.json?page=${n}&state=open`
    json(response, {
      links: {
        self: link(page),
        first: link(1),
        last: link(3),
        next: page < 3 ? link(page + 1) : null,
        prev: null,
      },
      data: [{type: 'petition', id: page, attributes: {action: '…'}}],
    })
  })
  expect(await fetch({kind: 'uk-petitions', state: 'open'}, petitions)).toHaveLength(3)
  expect(asked.map(({host, path, query}) => [host + path, query.get('state'), query.get('page')])).toEqual([
    ['petition.parliament.uk/petitions.json', 'open', null],
    ['petition.parliament.uk/petitions.json', 'open', '2'],
    ['petition.parliament.uk/petitions.json', 'open', '3'],
  ])
})

test.skipIf(!realData())('the real lists are followed to their end', async () => {
  const folder = join(realData()!, 'petitions/uk_parliament/list')
  const lists = (await readdir(folder)).filter(name => /^q_nature_p\d+\.json$/.test(name))
  // Stored under a search; the first page is what the state's list would begin with.
  const {fetch, texts} = await publisher(async ({query}, response) =>
    response.end(await readFile(join(folder, `q_nature_p${query.get('page') ?? 1}.json`))),
  )
  const files = await fetch({kind: 'uk-petitions', state: 'all'}, petitions)
  expect(files).toHaveLength(lists.length)
  const stored = await Promise.all(
    lists.map(
      async name => (JSON.parse(await readFile(join(folder, name), 'utf8')) as {data: unknown[]}).data.length,
    ),
  )
  const came = (await texts(files)).map(text => (JSON.parse(text) as {data: unknown[]}).data.length)
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  expect(sum(came)).toBe(sum(stored))
})

const sensors = {
  kind: 'sensor-community',
  sensors: [
    {type: 'SDS011', id: 1234},
    {type: 'dht22', id: 1235},
  ],
  since: '2026-11-18',
} as const
const csv = {format: {kind: 'csv', delimiter: ';'}} as const

test('day files of sensors are taken from where they lie, silent days left out', async () => {
  const {fetch, asked, clock} = await publisher(({path}, response) =>
    path.includes('2026-11-19') && path.includes('1235')
      ? response.writeHead(404).end()
      : response.end('sensor_id;timestamp\n1;2026-11-18T00:00:00\n'),
  )
  const files = await fetch(sensors, csv)
  expect(files.map(({address}) => address.replace('https://archive.sensor.community/', ''))).toEqual([
    '2026-11-18/2026-11-18_sds011_sensor_1234.csv',
    '2026-11-18/2026-11-18_dht22_sensor_1235.csv',
    '2026-11-19/2026-11-19_sds011_sensor_1234.csv',
    '2026-11-20/2026-11-20_sds011_sensor_1234.csv',
    '2026-11-20/2026-11-20_dht22_sensor_1235.csv',
  ])
  expect(asked.filter(({path}) => path.includes('2026-11-19_dht22')).map(({path}) => path)).toEqual([
    '/2026-11-19/2026-11-19_dht22_sensor_1235.csv',
    '/2026/2026-11-19/2026-11-19_dht22_sensor_1235.csv.gz',
  ])
  // What is there is not asked for again, but for yesterday's; what was silent is, for a week.
  asked.length = 0
  await fetch(sensors, csv)
  expect(asked.map(({path}) => path.split('/').at(-1))).toEqual([
    '2026-11-19_dht22_sensor_1235.csv',
    '2026-11-19_dht22_sensor_1235.csv.gz',
    '2026-11-20_sds011_sensor_1234.csv',
    '2026-11-20_dht22_sensor_1235.csv',
  ])
  clock.time = Date.parse('2026-11-27T12:00:00Z')
  await fetch(sensors, csv)
  asked.length = 0
  await fetch(sensors, csv)
  expect(asked.some(({path}) => path.includes('2026-11-19'))).toBe(false)
})

test('days of earlier years lie elsewhere, gzipped', async () => {
  const {fetch, asked} = await publisher((_, response) => response.end('sensor_id;timestamp\n'))
  await fetch(
    {...sensors, sensors: [{type: 'sds011', id: 7}], since: '2025-12-31'},
    {...csv, now: () => new Date('2026-01-02T12:00:00Z')},
  )
  expect(asked.map(({path}) => path)).toEqual([
    '/2025/2025-12-31/2025-12-31_sds011_sensor_7.csv.gz',
    '/2026-01-01/2026-01-01_sds011_sensor_7.csv',
  ])
})

test('sensors that never said a word are told of', async () => {
  const {fetch} = await publisher((_, response) => response.writeHead(404).end())
  await expect(fetch(sensors, csv)).rejects.toThrow(
    'The source (sensor-community) answers, but has no records.',
  )
})

import {mkdir, readdir, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {column, type Dataset, defineCity, defineDataset, feed, type Load} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {allLandings, inUse, type LandingManifest, land, landingFolder, landingsInUse} from '../src/index.ts'
import {sinceOf} from '../src/landing/cursor.ts'
import {narrowSource} from '../src/landing/narrow-source.ts'
import {json, publisher} from './fetchers/publisher.fixture.ts'
import {callCentre, rowsIn, townWith} from './lake.fixture.ts'

const csv = {kind: 'csv', delimiter: ';'} as const
const {title, describe, publisher: who, licence, theme, cadence, columns} = callCentre
const about = {title, describe, publisher: who, licence, theme, cadence}
const appealId = ['appeal_id'] as ['appeal_id']
const header = 'Номер;Дата;Тема;Довгота;Широта'
const file = (...lines: string[]) =>
  `${[header, ...lines.map(line => `${line.replace(' ', ';02.03.2025 10:15;')};;`)].join('\n')}\n`

/** A town whose calls are loaded so, out of every CSV file it has. */
async function townLoaded(load: Load, name = 'a.csv', content = file('1 Яма')) {
  const town = await townWith({...callCentre, load} as unknown as Dataset, name, content, csv)
  town.city.feeds[0]!.mirror!.path = '*.csv'
  const folder = landingFolder(town.data, 'town', 'call-centre')
  const all = () => allLandings(town.data, 'town', 'call-centre')
  const numbers = async ({file: parquet}: LandingManifest) =>
    (await rowsIn(join(folder, parquet))).map(row => row.Номер).join(' ')
  return {
    ...town,
    folder: town.folder,
    landings: folder,
    /** Numbers of the calls of each landing, the oldest first. */
    landed: async () => Promise.all((await all()).map(numbers)),
    /** And of those that a table loaded so is made of. */
    used: async (other = load) => Promise.all(inUse(await all(), other).map(numbers)),
    manifests: all,
  }
}

test('append reads each file once, whatever its name, and one that comes twice at a time', async () => {
  const town = await townLoaded({mode: 'append'})
  expect((await town.land()).isNew).toBe(true)
  expect((await town.land()).isNew).toBe(false)
  await town.write(file('2 Сніг'), 'b.csv')
  await town.write(file('1 Яма'), 'copy.csv')
  const {manifest} = await town.land()
  expect(manifest.sources.map(({address}) => address)).toEqual(['b.csv'])
  expect(manifest.isPart).toBe(true)
  expect((await town.land()).isNew).toBe(false)
  await town.write(file('3 Лід'), 'c.csv')
  await town.write(file('3 Лід'), 'd.csv')
  expect((await town.land()).manifest).toMatchObject({
    sources: [{address: 'c.csv'}],
    findings: [{rule: 'repeated_file', severity: 'info', count: 1, example: 'd.csv'}],
  })
  expect(await town.used()).toEqual(['1', '2', '3'])
  // A file that is published under an old name is another file; one that is gone stays landed.
  await rm(join(town.folder, 'a.csv'))
  await town.write(file('4 Шум'), 'b.csv')
  expect((await town.land()).isNew).toBe(true)
  expect(await town.used()).toEqual(['1', '2', '3', '4'])
})

test('append reads files anew where they are read in another way, if all of a landing still lie there', async () => {
  const town = await townLoaded({mode: 'append'})
  await town.land()
  await town.write(file('2 Сніг'), 'b.csv')
  await town.write(file('3 Лід'), 'c.csv')
  await town.land()
  await town.write(file('4 Шум'), 'd.csv')
  await town.land()
  expect(await town.used()).toEqual(['1', '2 3', '4'])
  // The second landing has lost a file: it stays as it was read.
  await rm(join(town.folder, 'c.csv'))
  town.city.feeds[0]!.mirror!.format = {kind: 'csv', delimiter: ';', encoding: 'utf-8'}
  const {manifest, isNew} = await town.land()
  expect([isNew, manifest.sources.map(({address}) => address)]).toEqual([true, ['a.csv', 'd.csv']])
  expect((await town.used()).sort()).toEqual(['1 4', '2 3'])
  expect((await town.land()).isNew).toBe(false)
})

test('upsert reads what is not what landed last from its address', async () => {
  const town = await townLoaded({mode: 'upsert'})
  await town.write(file('2 Сніг'), 'b.csv')
  await town.land()
  await town.write(file('2 Лід'), 'b.csv')
  expect((await town.land()).manifest).toMatchObject({isPart: true, sources: [{address: 'b.csv'}]})
  expect((await town.land()).isNew).toBe(false)
  // What was there before comes back: its rows are the newest now.
  await town.write(file('2 Сніг'), 'b.csv')
  expect((await town.land()).isNew).toBe(true)
  expect(await town.landed()).toEqual(['1 2', '2', '2'])
})

test('replace and snapshot read everything where one file is new', async () => {
  for (const mode of ['replace', 'snapshot'] as const) {
    const town = await townLoaded({mode})
    await town.land()
    await town.write(file('2 Сніг'), 'b.csv')
    await town.land()
    expect((await town.land()).isNew).toBe(false)
    await rm(join(town.folder, 'b.csv'))
    await town.land()
    expect(await town.landed()).toEqual(['1', '1 2', '1'])
    expect(await town.used()).toEqual(mode === 'replace' ? ['1'] : ['1', '1 2', '1'])
  }
})

test('the same bytes read in another way are one state of a snapshot, from when they first came', async () => {
  const town = await townLoaded({mode: 'snapshot'})
  await town.land()
  town.city.feeds[0]!.mirror!.format = {kind: 'csv', delimiter: ';', encoding: 'utf-8'}
  await town.land({now: () => new Date('2026-12-24T08:00:00Z')})
  const all = await town.manifests()
  expect(all).toHaveLength(2)
  expect(inUse(all, {mode: 'snapshot'})).toEqual([{...all[1], retrievedAt: '2026-11-21T08:00:00.000Z'}])
})

test('another mode can be declared later', async () => {
  const town = await townLoaded({mode: 'replace'})
  await town.land()
  await town.write(file('2 Сніг'), 'b.csv')
  await town.land()
  // Each landing was whole: adding them up would count the first file twice.
  expect(await town.used({mode: 'append'})).toEqual(['1 2'])
  expect(await town.used({mode: 'snapshot'})).toEqual(['1', '1 2'])
  town.city.feeds[0]!.dataset = {...callCentre, load: {mode: 'append'}} as unknown as Dataset
  expect((await town.land()).isNew).toBe(false)
  await town.write(file('3 Лід'), 'c.csv')
  await town.land()
  expect(await town.used({mode: 'append'})).toEqual(['1 2', '3'])
  // Back again: until something whole has landed, the last whole landing is the table.
  expect(await town.used({mode: 'replace'})).toEqual(['1 2'])
  town.city.feeds[0]!.dataset = callCentre as unknown as Dataset
  await town.land()
  expect(await town.used({mode: 'replace'})).toEqual(['1 2 3'])
})

test('a file without rows adds nothing to what adds up, and is refused where it would be everything', async () => {
  for (const mode of ['append', 'upsert', 'replace', 'snapshot'] as const) {
    const town = await townLoaded({mode})
    await town.land()
    await town.write(file())
    if (mode === 'append' || mode === 'upsert') expect((await town.land()).manifest.records.landed).toBe(0)
    else await expect(town.land()).rejects.toThrow('has a header but no rows')
  }
})

test('landings are in order though the clock is put back', async () => {
  const town = await townLoaded({mode: 'upsert'})
  await town.land({now: () => new Date('2026-11-21T08:00:00Z')})
  await town.write(file('1 Сніг'))
  await town.land({now: () => new Date('2020-01-01T00:00:00Z')})
  await town.write(file('1 Лід'))
  await town.land({now: () => new Date('2026-11-21T08:00:00Z')})
  expect((await town.manifests()).map(({retrievedAt}) => retrievedAt)).toEqual([
    '2026-11-21T08:00:00.000Z',
    '2026-11-21T08:00:00.001Z',
    '2026-11-21T08:00:00.002Z',
  ])
})

test('what a killed run left is cleared away, and nothing that is complete', async () => {
  const town = await townLoaded({mode: 'replace'})
  await town.land()
  const complete = await readdir(town.landings)
  await mkdir(join(town.landings, '.landing-abc'))
  for (const name of [
    '2026-11-22T08-00-00-000Z-0a1b2c3d.parquet',
    '2026-11-22T08-00-00-000Z-0a1b2c3d.set-aside.ndjson',
  ])
    await writeFile(join(town.landings, name), 'cut')
  await town.write(file('2 Сніг'))
  await town.land({now: () => new Date('2026-11-23T08:00:00Z')})
  const left = await readdir(town.landings)
  expect(left.filter(name => name.includes('22T08') || name.startsWith('.landing-'))).toEqual([])
  expect(left).toEqual(expect.arrayContaining(complete))
})

test('a trial says what would land and writes nothing', async () => {
  const town = await townLoaded({mode: 'append'})
  const {manifest, isNew} = await town.land({}, {isTrial: true})
  expect([isNew, manifest.records.landed]).toEqual([true, 1])
  expect(await readdir(town.folder)).toEqual(['a.csv'])
  await town.land()
  const before = await readdir(town.landings)
  await town.write(file('2 Сніг'), 'b.csv')
  expect((await town.land({}, {isTrial: true})).manifest.records.landed).toBe(1)
  expect(await readdir(town.landings)).toEqual(before)
})

const readings = defineDataset({
  ...about,
  id: 'readings',
  key: appealId,
  columns,
  load: {mode: 'cursor', by: 'received_at', lookBack: 'P7D'},
})

test('a cursor goes on from its last value less the look-back; what lies in the future does not lead it astray', async () => {
  const town = await townWith(readings as unknown as Dataset, 'a.csv', file('1 Яма'), csv)
  const [feed] = town.city.feeds
  const since = async () => sinceOf(feed!, await allLandings(town.data, 'town', 'readings'))
  expect(await since()).toBeNull()
  await town.land()
  // 10:15 in Kyiv in March is 08:15 UTC.
  expect(await since()).toEqual({
    header: 'Дата',
    from: new Date('2025-02-23T08:15:00Z'),
    zone: 'Europe/Kyiv',
  })
  await town.write(`${header}\n2;05.03.2025 10:15;Сніг;;\n3;05.03.2036 10:15;Лід;;\n`)
  expect((await town.land()).manifest.cursor).toEqual({by: 'received_at', last: '2025-03-05T08:15:00.000Z'})
  expect((await since())!.from).toEqual(new Date('2025-02-26T08:15:00Z'))
})

test('a service is asked from the cursor on, and only what is new lands', async () => {
  const calls = new Map([
    ['1', '2026-11-01T10:00:00.000'],
    ['2', '2026-11-10T10:00:00.000'],
    ['3', '2026-11-12T10:00:00.000'],
  ])
  const topics = new Map([...calls.keys()].map(id => [id, 'Яма']))
  const {effects, data, asked, clock} = await publisher(({query}, response) => {
    const from = /`received` >= '([^']+)'/.exec(query.get('$where') ?? '')?.[1] ?? ''
    const found = [...calls].filter(([, at]) => at >= from)
    if (query.get('$select')) return json(response, [{rows_in_all: String(found.length)}])
    response.end(`id,received,topic\n${found.map(([id, at]) => `${id},${at},${topics.get(id)}\n`).join('')}`)
  })
  const dataset = defineDataset({
    ...about,
    id: 'service-calls',
    key: appealId,
    load: {mode: 'cursor', by: 'received_at', lookBack: 'P3D'},
    columns: {
      appeal_id: column.text({from: 'id', describe: {uk: 'Номер', en: 'Number'}}),
      received_at: column.timestamp({
        from: 'received',
        zone: 'Europe/Kyiv',
        describe: {uk: 'Коли', en: 'When'},
      }),
      topic: column.text({from: 'topic', describe: {uk: 'Тема', en: 'Topic'}}),
    },
  })
  const source = {kind: 'socrata', portal: 'https://data.example', dataset: 'abcd-1234', as: 'csv'} as const
  const city = defineCity({
    id: 'town',
    name: {uk: 'Місто', en: 'Town'},
    nameOf: {uk: 'Міста', en: 'Town'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: [feed(dataset, {live: {source, format: {kind: 'csv', delimiter: ','}, secondsBetween: 0}})],
  })
  const landIt = async (options = {}) => {
    asked.length = 0
    clock.time += 86_400_000
    const {manifest, isNew} = await land(city, city.feeds[0]!, data, null, effects, options)
    const rows = await rowsIn(join(landingFolder(data, 'town', 'service-calls'), manifest.file))
    return {isNew, manifest, ids: rows.map(({id}) => id), where: asked[0]!.query.get('$where')}
  }
  // A trial fetches, and leaves nothing behind.
  const trial = await land(city, city.feeds[0]!, data, null, effects, {isTrial: true})
  expect([trial.isNew, trial.manifest.records.landed]).toEqual([true, 3])
  expect(await readdir(data).catch(() => [])).toEqual([])
  expect(await landIt()).toMatchObject({isNew: true, ids: ['1', '2', '3'], where: null})
  // Three days before the last call.
  const from = "`received` >= '2026-11-09T00:00:00'"
  calls.set('4', '2026-11-15T10:00:00.000')
  topics.set('4', 'Яма')
  topics.set('2', 'Сніг')
  topics.set('1', 'Лід')
  const more = await landIt()
  // The third call is as it was.
  expect(more).toMatchObject({isNew: true, ids: ['2', '4'], where: from})
  expect(more.manifest).toMatchObject({
    isPart: true,
    records: {read: 3, landed: 2, known: 1, setAside: 0, filtered: 0},
  })
  expect(await landIt()).toMatchObject({isNew: false, where: "`received` >= '2026-11-12T00:00:00'"})
  // What was so before is news once it was otherwise.
  topics.set('4', 'Шум')
  expect(await landIt()).toMatchObject({isNew: true, ids: ['4']})
  topics.set('4', 'Яма')
  expect(await landIt()).toMatchObject({isNew: true, ids: ['4']})
  // All together hold what the service has, each call as it was last.
  const table = new Map<unknown, unknown>()
  for (const {file: parquet} of await landingsInUse(data, 'town', dataset as unknown as Dataset))
    for (const row of await rowsIn(join(landingFolder(data, 'town', 'service-calls'), parquet)))
      table.set(row.id, row.topic)
  expect([...table]).toEqual([
    ['1', 'Яма'],
    ['2', 'Сніг'],
    ['3', 'Яма'],
    ['4', 'Яма'],
  ])
  // Nothing since is no fault.
  calls.clear()
  expect(await landIt()).toMatchObject({isNew: false})
  // What changed before the look-back is seen only by asking for everything.
  calls.set('1', '2026-11-01T10:00:00.000')
  expect(await landIt({fromStart: true})).toMatchObject({isNew: true, ids: ['1'], where: null})
})

test('a cursor over numbers', async () => {
  const counted = defineDataset({
    ...about,
    id: 'counted',
    key: appealId,
    load: {mode: 'cursor', by: 'serial', lookBack: 100},
    columns: {
      ...columns,
      serial: column.integer({from: 'Номер', describe: {uk: 'Номер', en: 'Number'}}),
    },
  })
  const town = await townWith(counted as unknown as Dataset, 'a.csv', file('999 Яма', '1000 Сніг'), csv)
  await town.land()
  const landings = await allLandings(town.data, 'town', 'counted')
  expect(sinceOf(town.city.feeds[0]!, landings)).toEqual({header: 'Номер', from: 900n, zone: 'UTC'})
})

test('each kind of service is asked in its own way, windows on the days they always had', () => {
  // 22:30 UTC is already the next day in Kyiv.
  const since = {header: 'received', from: new Date('2026-03-14T22:30:00Z'), zone: 'Europe/Kyiv'}
  const narrowed = (source: Parameters<typeof narrowSource>[0]) => narrowSource(source, since)
  const socrata = {kind: 'socrata', portal: 'https://x', dataset: 'a', as: 'csv'} as const
  expect(narrowed(socrata)).toEqual({...socrata, where: "`received` >= '2026-03-15T00:00:00'"})
  expect(narrowed({...socrata, where: 'a = 1 or b = 2'})).toMatchObject({
    where: "(a = 1 or b = 2) and `received` >= '2026-03-15T00:00:00'",
  })
  expect(narrowSource(socrata, {header: 'id', from: 900n, zone: 'UTC'})).toMatchObject({
    where: '`id` >= 900',
  })
  expect(narrowed({kind: 'opendatasoft', portal: 'https://x', dataset: 'a', as: 'csv'})).toMatchObject({
    where: "`received` >= date'2026-03-15'",
  })
  // Windows of ten days from 1 March: the fifteenth is in the one from the eleventh.
  const open311 = {kind: 'open311', endpoint: 'https://x', as: 'json', windowDays: 10} as const
  expect(narrowed({...open311, since: '2026-03-01'})).toMatchObject({since: '2026-03-11'})
  expect(narrowed({...open311, since: '2026-04-01'})).toMatchObject({since: '2026-04-01'})
  expect(
    narrowed({kind: 'sensorthings', root: 'https://x', path: 'y', observations: {since: '2026-01-01'}}),
  ).toMatchObject({observations: {since: '2026-03-02'}})
  expect(narrowed({kind: 'http', urls: ['https://x']})).toBeNull()
})

test.each([
  [
    {mode: 'cursor', by: 'topic', lookBack: 'P7D'},
    'a cursor needs a column of type timestamp, date or integer',
  ],
  [
    {mode: 'cursor', by: 'received_at', lookBack: 7},
    'lookBack is 7; for a column of type timestamp it is a duration',
  ],
  [{mode: 'cursor', by: 'received_at', lookBack: 'P'}, 'it is a duration such as P7D'],
  [{mode: 'cursor', by: 'received_at', lookBack: '7D'}, 'it is a duration such as P7D'],
] as const)('%j is no way to load', (load, message) => {
  expect(() => defineDataset({...about, id: 'x', key: appealId, columns, load: load as never})).toThrow(
    message,
  )
})

test('what is told apart by its key needs one', () => {
  for (const mode of ['upsert', 'snapshot'] as const)
    expect(() => defineDataset({...about, id: 'x', key: [], columns, load: {mode}})).toThrow('needs a key')
  const taken = {...columns, valid_to: columns.topic}
  expect(() =>
    defineDataset({...about, id: 'x', key: appealId, columns: taken, load: {mode: 'snapshot'}}),
  ).toThrow('adds a column "valid_to"')
})

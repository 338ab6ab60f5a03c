import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {loadCities} from '@hromada/datasets'
import {land, landingsInUse} from '@hromada/pipelines'
import {type Build, build, type Landing, loadRules, openWarehouse} from '@hromada/warehouse'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {putDemoSources} from '../datasets/cities/demo/test/demo-sources.fixture.ts'

// What is wrong in the demo city's files on purpose is counted by who wrote them; rules find it without being told.
let data: string
let built: Build
let dirt: {file: string; fault: {en: string}; count: number}[]

const datasets = [
  ...[
    'air-quality',
    'air-lun',
    'air-community',
    'air-stations',
    'alerts',
    'appeals',
    'buildings',
    'districts',
  ],
  ...[
    'hydrants',
    'noise',
    'noise-stations',
    'petitions',
    'petition-snapshots',
    'shelters',
    'streets',
    'trees',
  ],
]

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'hromada-demo-findings-'))
  await putDemoSources(data)
  dirt = (JSON.parse(await readFile(join(data, 'sources/demo/manifest.json'), 'utf8')) as {dirt: typeof dirt})
    .dirt
  const demo = (await loadCities()).get('demo')!
  const city = {...demo, feeds: demo.feeds.filter(({dataset}) => datasets.includes(dataset.id))}
  const signal = new AbortController().signal
  const effects = {
    fetch,
    sleep: () => Promise.resolve(),
    signal,
    now: () => new Date(),
    onBytes: () => {},
    onRows: () => {},
  }
  const landings: Landing[] = []
  for (const feed of city.feeds) {
    await land(city, feed, data, null, effects)
    const used = await landingsInUse(data, city.id, feed.dataset)
    landings.push({city, feed, manifest: used.at(-1)!, earlier: used.slice(0, -1)})
  }
  const warehouse = await openWarehouse(data)
  built = await build(
    warehouse,
    {models: [], rules: await loadRules(), cities: [city], landings, data},
    {...effects, onModel: () => {}},
  )
  await warehouse.close()
}, 600_000)
afterAll(() => rm(data, {recursive: true, force: true}))

/** How often a fault was put into a file. */
function planted(file: string, ...faults: string[]): number {
  const found = faults.map(fault => dirt.find(one => one.file.startsWith(file) && one.fault.en === fault))
  expect(found).not.toContain(undefined)
  const count = found.reduce((sum, one) => sum + one!.count, 0)
  // A fault that is not there would be found by nobody.
  expect(count).toBeGreaterThan(0)
  return count
}

/** How often it was found. */
const found = (dataset: string, rule: string, column: string | null) =>
  built.checked
    .find(one => one.dataset === dataset)!
    .faults.filter(one => one.rule === rule && one.column === column)
    .reduce((sum, {count}) => sum + count, 0)

test('no landing is held back', () => {
  expect(built.heldBack).toEqual([])
  expect(built.checked).toHaveLength(datasets.length)
})

test.each([
  ['air-quality', 'out_of_range', 'temperature', 'air/air-', ['85 °C from a sensor just switched on']],
  ['air-quality', 'out_of_range', 'pm25', 'air/air-', ['negative PM2.5']],
  ['air-quality', 'duplicate_key', 'station_id, observed_at', 'air/air-', ['rows sent twice']],
  ['air-lun', 'out_of_range', 'humidity', 'air/lun-', ['humidity of 127 %']],
  [
    'air-lun',
    'duplicate_key',
    'station_id, observed_at',
    'air/lun-',
    ['rows whose time was there before: the clocks went back'],
  ],
  [
    'air-community',
    'out_of_range',
    'pm25',
    'air/community-',
    ['rows at the sensor’s limit of 999.9 and 1999.9'],
  ],
  [
    'air-community',
    'out_of_range',
    'pm10',
    'air/community-',
    ['rows at the sensor’s limit of 999.9 and 1999.9'],
  ],
  [
    'alerts',
    'repeated',
    'oblast, raion, hromada, level, started_at, finished_at',
    'alerts/',
    ['a row is repeated exactly'],
  ],
  [
    'appeals',
    'outside_city',
    'lon, lat',
    'appeals/',
    ['coordinates outside the city', 'latitude and longitude swapped'],
  ],
  ['appeals', 'wrong_order', 'received_at, closed_at', 'appeals/', ['closed before it was received']],
  ['appeals', 'in_future', 'closed_at', 'appeals/', ['closed after the day of the file: ten years too late']],
  ['appeals', 'too_many_cells', null, 'appeals/', ['a stray semicolon: one cell too many']],
  ['appeals', 'too_few_cells', null, 'appeals/', ['the line is cut off: cells are missing']],
  ['appeals', 'duplicate_key', 'appeal_id', 'appeals/', ['a number stands twice: first in an older state']],
  ['appeals', 'not_filled', 'district', 'appeals/', ['no district']],
  ['buildings', 'out_of_range', 'height_m', 'buildings/', ['measuredHeight in centimetres']],
  ['buildings', 'out_of_range', 'year', 'buildings/', ['yearOfConstruction 0 for an unknown year']],
  ['hydrants', 'not_filled', 'house', 'networks/hydrants', ['an address without a house number']],
  ['noise', 'out_of_range', 'laeq', 'noise/', ['rows of zeros: the microphone is off']],
  ['noise', 'wrong_order', 'l90, laeq', 'noise/', ['rows in which LAeq and L90 have changed places']],
  [
    'shelters',
    'repeated',
    'shelter_id',
    'safety/shelters',
    ['a shelter listed a second time with another capacity'],
  ],
  ['streets', 'type', 'named_date', 'streets/streets', ['a date is a spreadsheet’s serial number']],
  ['streets', 'duplicate_key', 'street_id', 'streets/streets', ['a street listed twice, first misspelled']],
  ['trees', 'out_of_range', 'height_m', 'trees/', ['a height of 0']],
  ['trees', 'type', 'age_years', 'trees/', ['an age that is no number: >60, 30-40']],
] as const)('%s: %s in %s, as often as it was planted', (dataset, rule, column, file, faults) => {
  expect(found(dataset, rule, column)).toBe(planted(file, ...faults))
})

// Of 96 hours with the same readings the third and all after it.
test('a sensor that hangs for four days, and signatures that went: found by rules of their own', () => {
  expect(found('air-lun', 'air_lun_repeated_readings', 'station_id')).toBe(94)
  expect(found('petition-snapshots', 'petition_signatures_fall', 'signatures')).toBe(2)
})

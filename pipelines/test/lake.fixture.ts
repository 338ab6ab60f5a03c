import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {
  type City,
  column,
  type Dataset,
  defineCity,
  defineDataset,
  type Format,
  feed,
  licences,
} from '@hromada/datasets'
import {onTestFinished} from 'vitest'
import {type LandEffects, type LandOptions, land} from '../src/index.ts'

/** Appeals as a call centre might keep them: five columns, Ukrainian headers. */
export const callCentre = defineDataset({
  id: 'call-centre',
  title: {uk: 'Звернення', en: 'Appeals'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
  key: ['appeal_id'],
  columns: {
    appeal_id: column.text({from: 'Номер', describe: {uk: 'Номер', en: 'Number'}}),
    received_at: column.timestamp({
      from: 'Дата',
      format: '%d.%m.%Y %H:%M',
      zone: 'Europe/Kyiv',
      describe: {uk: 'Коли', en: 'When'},
    }),
    topic: column.text({from: 'Тема', describe: {uk: 'Тема', en: 'Topic'}}),
    lon: column.number({from: 'Довгота', nullable: true, describe: {uk: 'Довгота', en: 'Longitude'}}),
    lat: column.number({from: 'Широта', nullable: true, describe: {uk: 'Широта', en: 'Latitude'}}),
  },
})

const effects: LandEffects = {
  sleep: () => Promise.resolve(),
  signal: new AbortController().signal,
  onBytes: () => {},
  onRows: () => {},
  now: () => new Date('2026-11-21T08:00:00Z'),
}

/** A city that publishes one file, and folders that go away with the test. */
export async function townWith(dataset: Dataset, name: string, content: string | Uint8Array, format: Format) {
  const folder = await mkdtemp(join(tmpdir(), 'lake-'))
  onTestFinished(() => rm(folder, {recursive: true, force: true}))
  await writeFile(join(folder, name), content)
  const city: City = defineCity({
    id: 'town',
    name: {uk: 'Місто', en: 'Town'},
    nameOf: {uk: 'Міста', en: 'Town'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: [feed(dataset, {mirror: {path: name, format}})],
  })
  const data = join(folder, 'data')
  return {
    folder,
    data,
    city,
    write: (other: string | Uint8Array, as = name) => writeFile(join(folder, as), other),
    land: (over: Partial<LandEffects> = {}, options: LandOptions = {}) =>
      land(city, city.feeds[0]!, data, folder, {...effects, ...over}, options),
  }
}

/** Rows of a landed Parquet file, in its order. */
export async function rowsIn(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create()
  const duck = await instance.connect()
  const reader = await duck.runAndReadAll(`select * from read_parquet('${path}')`)
  const rows = reader.getRowObjectsJson()
  duck.closeSync()
  instance.closeSync()
  return rows
}

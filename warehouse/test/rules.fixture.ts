import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {type City, column, type Dataset, defineCity, defineDataset, feed, licences} from '@hromada/datasets'
import {temporaryFolder} from '../../.config/temporary-folder.ts'
import {type Model, staging} from '../src/index.ts'
import {builtCity} from './city.fixture.ts'

const text = {uk: 'Для перевірок', en: 'For tests'}
const common = {
  title: text,
  describe: text,
  publisher: text,
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'DAILY',
} as const

const of = (from: string) => ({from, nullable: true, describe: text}) as const

/** Places that things can be at. */
export const places = defineDataset({
  ...common,
  id: 'places',
  key: ['place_id'],
  columns: {place_id: column.text({from: 'place', describe: text}), note: column.text(of('note'))},
})

/** Columns of every type, none of which must be filled. */
export const thingColumns = {
  name: column.text(of('name')),
  number: column.integer(of('number')),
  size: column.number(of('size')),
  price: column.decimal(of('price')),
  day: column.date(of('day')),
  other_day: column.date(of('other_day')),
  at: column.timestamp({...of('at'), zone: 'Europe/Kyiv'}),
  place: column.text(of('place')),
  kind: column.text({...of('kind'), allowed: ['whole', 'left', 'right']}),
  lon: column.number(of('lon')),
  lat: column.number(of('lat')),
} as const

/** Things with rules. */
export const things = (
  checks: Parameters<typeof defineDataset<'things', typeof thingColumns>>[0]['checks'] = [],
  key: (keyof typeof thingColumns)[] = [],
  load: {mode: 'replace' | 'append'} = {mode: 'replace'},
): Dataset<typeof thingColumns> & {id: 'things'} =>
  defineDataset({...common, id: 'things', key, columns: thingColumns, checks, load})

/** A city whose datasets are CSV files of these rows: a header, then lines of cells. */
export function townOf(files: {dataset: Dataset; rows: string[][]}[]): {
  city: City
  mirror: string
  write: (id: string, rows: string[][]) => void
} {
  const mirror = temporaryFolder('rules')
  const write = (id: string, rows: string[][]) =>
    writeFileSync(join(mirror, `${id}.csv`), rows.map(cells => `${cells.map(quoted).join(';')}\n`).join(''))
  for (const {dataset, rows} of files) write(dataset.id, rows)
  const city = defineCity({
    id: 'town',
    name: text,
    nameOf: text,
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: files.map(({dataset}) =>
      feed(dataset, {mirror: {path: `${dataset.id}.csv`, format: {kind: 'csv', delimiter: ';'}}}),
    ),
  })
  return {city, mirror, write}
}

const quoted = (cell: string) => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** What came of the rules of `things`. */
export async function asked(files: {dataset: Dataset; rows: string[][]}[]) {
  const {city, mirror} = townOf(files)
  const data = temporaryFolder('rules-data')
  const town = await builtCity([city], mirror, {
    data,
    models: files.map(({dataset}) => staging(dataset) as unknown as Model),
  })
  await town.warehouse.close()
  return town.built.checked.find(({dataset}) => dataset === 'things')!
}

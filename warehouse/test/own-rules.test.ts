import {join} from 'node:path'
import {type Dataset, defineCity, feed} from '@hromada/datasets'
import airCommunity from '@hromada/datasets/air-community/dataset.ts'
import airLun from '@hromada/datasets/air-lun/dataset.ts'
import airQuality from '@hromada/datasets/air-quality/dataset.ts'
import alerts from '@hromada/datasets/alerts/dataset.ts'
import contracts from '@hromada/datasets/contracts/dataset.ts'
import snapshots from '@hromada/datasets/petition-snapshots/dataset.ts'
import spending from '@hromada/datasets/spending/dataset.ts'
import {TrinoSQL} from 'dt-sql-parser'
import {format} from 'sql-formatter'
import {describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {compilerFor, sqlOf} from '../src/engines/compile.ts'
import {TrinoQueryCompiler} from '../src/engines/trino/query-compiler.ts'
import {loadRules, type Model, staging} from '../src/index.ts'
import {builtCity} from './city.fixture.ts'
import {townOf} from './rules.fixture.ts'

const rules = await loadRules()
const root = join(import.meta.dirname, '../rules')
const forTrino = compilerFor(() => new TrinoQueryCompiler())

describe('every rule', () => {
  test.each(rules.map(rule => [rule.name, rule] as const))(
    '%s compiles to the SQL on file',
    async (name, {sql, query}) => {
      await expect(`${format(sql, {language: 'duckdb', keywordCase: 'lower'})}\n`).toMatchFileSnapshot(
        join(root, `${name}.sql`),
      )
      const trino = sqlOf(query, forTrino)
      await expect(`${format(trino, {language: 'trino', keywordCase: 'lower'})}\n`).toMatchFileSnapshot(
        join(root, `${name}.trino.sql`),
      )
      expect(new TrinoSQL().validate(trino)).toEqual([])
    },
  )
})

/** What a rule finds in files of these rows. */
async function faults(name: string, ...files: {dataset: Dataset; rows: string[][]}[]) {
  const {city, mirror} = townOf(files)
  const town = await builtCity([city], mirror, {
    models: files.map(({dataset}) => staging(dataset) as unknown as Model),
    rules,
  })
  await town.warehouse.close()
  const results = town.built.checked.flatMap(one => one.results)
  const {asked, faults: count} = results.find(({rule}) => rule === name)!
  return {asked, faults: count}
}

test('a sensor that repeats all its readings is found, one that repeats some is not', async () => {
  const header = [
    'station',
    'updated',
    'avgPm10',
    'avgPm25',
    'avgPm100',
    'temperature',
    'humidity',
    'pressure',
  ]
  const at = (hour: number) => `2026-11-20T0${hour}:00`
  expect(
    await faults('air_lun_repeated_readings', {
      dataset: airLun,
      rows: [
        header,
        ['A', at(1), '1', '2', '3', '4', '5', '100000'],
        ['A', at(2), '1', '2', '3', '4', '5', '100000'],
        ['A', at(3), '1', '2', '3', '4', '5', '100000'],
        ['A', at(4), '1', '2', '3', '4', '5', '100001'],
        ['A', at(5), '1', '2', '3', '4', '5', '100000'],
        // Another station’s readings are its own; nothing is known of empty ones.
        ['B', at(5), '1', '2', '3', '4', '5', '100000'],
        ['B', at(6), '1', '2', '3', '4', '', '100000'],
        ['B', at(7), '1', '2', '3', '4', '', '100000'],
        ['B', at(8), '1', '2', '3', '4', '', '100000'],
        ['B', at(9), '1', '2', '3', '4', '5', '100000'],
      ],
    }),
  ).toEqual({asked: 10, faults: 1})
})

test('a station’s number that a surer network has given, too, is found', async () => {
  const columns = (dataset: Dataset, ...rows: Record<string, string>[]) => {
    const names = Object.entries(dataset.columns)
    return [names.map(([, {from}]) => from), ...rows.map(row => names.map(([name]) => row[name] ?? ''))]
  }
  const observed_at = '2026-11-20T05:00'
  const reference = {dataset: airQuality, rows: columns(airQuality, {station_id: '5', observed_at})}
  const lun = {
    dataset: airLun,
    rows: columns(airLun, {station_id: '5', observed_at}, {station_id: '6', observed_at}),
  }
  const community = {
    dataset: airCommunity,
    rows: columns(
      airCommunity,
      ...['5', '6', '7'].map(sensor_id => ({sensor_id, observed_at, pm25: '1', pm10: '2'})),
    ),
  }
  expect(await faults('air_lun_stations_of_others', reference, lun)).toEqual({asked: 2, faults: 1})
  expect(await faults('air_community_stations_of_others', reference, lun, community)).toEqual({
    asked: 3,
    faults: 2,
  })
})

test('more paid than a contract is worth, by payments that name it, less what came back', async () => {
  const contractHeader = [
    'id',
    'edrpou',
    'documentDate',
    'currencyAmountUAH',
    'documentNumber',
    'signDate',
    'currency',
  ]
  const contract = (id: string, amount: string) => [id, '99000001', '2026-01-01', amount, '', '', '']
  const payments = ['id', 'trans_date', 'amount', 'payer_edrpou', 'contractId']
  const columns = (dataset: Dataset, header: string[], rows: string[][]) => {
    const headers = Object.values(dataset.columns).map(({from}) => from)
    return [headers, ...rows.map(row => headers.map(name => row[header.indexOf(name)] ?? ''))]
  }
  const pay = (id: string, amount: string, of: string) => [id, '2026-02-01', amount, '99000001', of]
  expect(
    await faults(
      'contracts_paid_above_value',
      {
        dataset: contracts,
        rows: columns(contracts, contractHeader, [
          contract('1', '100.00'),
          contract('2', '100.00'),
          contract('3', '0.03'),
        ]),
      },
      {
        dataset: spending,
        rows: columns(spending, payments, [
          pay('a', '100.00', '1'),
          pay('b', '100.01', '2'),
          pay('c', '-0.01', '2'),
          pay('d', '0.01', '3'),
          pay('e', '0.02', '3'),
          pay('f', '0.01', '3'),
          pay('g', '500', ''),
        ]),
      },
    ),
  ).toEqual({asked: 3, faults: 1})
})

test('signatures that became fewer from one day to the next', async () => {
  expect(
    await faults('petition_signatures_fall', {
      dataset: snapshots,
      rows: [
        ['uid', 'date', 'count'],
        ['1', '2026-11-01', '5'],
        ['1', '2026-11-02', '0'],
        ['1', '2026-11-03', '6'],
        ['1', '2026-11-05', '6'],
        ['2', '2026-11-06', '3'],
        ['2', '2026-11-07', '2'],
      ],
    }),
  ).toEqual({asked: 6, faults: 2})
})

const data = realData()
test.skipIf(!data)(
  'alerts whose end was assumed: all 2,395 that the volunteers marked, and 22 more of half an hour',
  async () => {
    const city = defineCity({
      id: 'country',
      name: {uk: 'Країна', en: 'Country'},
      nameOf: {uk: 'Країни', en: 'Country'},
      country: 'UA',
      zone: 'Europe/Kyiv',
      bbox: [22, 44, 40, 52],
      feeds: [
        feed(alerts, {
          mirror: {path: 'geo/alerts_volunteer_en_to_2024-10.csv', format: {kind: 'csv', delimiter: ','}},
          columns: {oblast: 'region', level: {value: 'oblast'}},
        }),
      ],
    })
    const town = await builtCity([city], data, {models: [staging(alerts) as unknown as Model], rules})
    await town.warehouse.close()
    const found = town.built.checked[0]!.results.find(({rule}) => rule === 'alerts_guessed_ends')
    expect(found).toMatchObject({asked: 54_514, faults: 2395 + 22, allowed: 272, severity: 'warn'})
  },
)

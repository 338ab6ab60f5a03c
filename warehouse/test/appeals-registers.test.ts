import {DuckDBInstance} from '@duckdb/node-api'
import {defineCity, loadCities} from '@hromada/datasets'
import {open311Appeals} from '@hromada/datasets/cities/open311.ts'
import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {modelsOf} from './appeals.fixture.ts'
import {builtCity} from './city.fixture.ts'

const data = realData()

/** Minutes that New York's clock is behind UTC at a time of its own, by the platform's tables of zones. */
const offsets = new Map<string, number>()
const newYork = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'medium',
})
function instantOf(local: string): number {
  const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`)
  const hour = local.slice(0, 13)
  let offset = offsets.get(hour)
  if (offset === undefined) {
    const shown = (at: number) => Date.parse(`${newYork.format(at).replace(' ', 'T')}Z`)
    offset = [5, 4].find(hours => shown(asUtc + hours * 3_600_000) === asUtc) ?? 5
    offsets.set(hour, offset)
  }
  return asUtc + offset * 3_600_000
}

describe.skipIf(!data)('registers of other cities', () => {
  let town: Awaited<ReturnType<typeof builtCity>>

  beforeAll(async () => {
    const known = await loadCities()
    const chicago = defineCity({
      id: 'chicago',
      name: {uk: 'Чикаго', en: 'Chicago'},
      nameOf: {uk: 'Чикаго', en: 'Chicago'},
      country: 'US',
      zone: 'America/Chicago',
      bbox: [-87.95, 41.64, -87.52, 42.03],
      feeds: [
        open311Appeals({
          mirror: {path: 'appeals/open311_georeport/service_requests.json', format: {kind: 'json'}},
        }),
      ],
    })
    town = await builtCity([known.get('boston')!, known.get('new-york')!, chicago], data, {
      models: await modelsOf('appeals_durations', 'appeals'),
    })
    return () => town.warehouse.close()
  })

  test('Boston: medians by type are those of a computation of its own, type by type', async () => {
    // The file read as it is, and a product over the sorted durations.
    const instance = await DuckDBInstance.create()
    const duck = await instance.connect()
    const clock = (column: string) =>
      `coalesce(try_strptime(${column}, '%m/%d/%Y %I:%M:%S %p'), try_strptime(${column}, '%Y-%m-%d %H:%M:%S'))::varchar`
    const raw = (
      await duck.runAndReadAll(
        `select REASON as reason, TYPE as type, ${clock('OPEN_DT')} as opened, ${clock('CLOSED_DT')} as closed
         from read_csv('${data}/appeals/boston_311_2015_merged.csv.gz', all_varchar = true, header = true)`,
      )
    ).getRowObjectsJson() as {reason: string; type: string; opened: string; closed: string | null}[]
    duck.closeSync()
    instance.closeSync()
    const appeals = raw.map(({reason, type, opened, closed}) => ({
      key: `${reason}|${type}`,
      opened: instantOf(opened),
      closed: closed === null ? null : instantOf(closed),
    }))
    const end = appeals.reduce((last, one) => Math.max(last, one.opened, one.closed ?? 0), 0)
    const byType = new Map<string, {days: number; isClosed: boolean}[]>()
    for (const {key, opened, closed} of appeals) {
      if (closed !== null && closed < opened) continue
      const watched = byType.get(key) ?? []
      watched.push({days: ((closed ?? end) - opened) / 86_400_000, isClosed: closed !== null})
      byType.set(key, watched)
    }
    const medianOf = (watched: {days: number; isClosed: boolean}[]): number | null => {
      const sorted = watched.toSorted((a, b) => a.days - b.days)
      let share = 1
      for (let from = 0, to = 0; from < sorted.length; from = to) {
        let closed = 0
        for (to = from; to < sorted.length && sorted[to]!.days === sorted[from]!.days; to++)
          if (sorted[to]!.isClosed) closed++
        share *= 1 - closed / (sorted.length - from)
        if (share <= 0.5 + 1e-12) return sorted[from]!.days
      }
      return null
    }

    const published = await town.rows<{category: string; subcategory: string; median_days: number | null}>(
      `select category, subcategory, median_days from appeals_durations
       where city = 'boston' and subcategory <> '' and received > left_out`,
    )
    expect(published.length).toBeGreaterThan(160)
    const differences = published.flatMap(({category, subcategory, median_days}) => {
      const own = medianOf(byType.get(`${category}|${subcategory}`)!)
      const isSame =
        own === null ? median_days === null : median_days !== null && Math.abs(own - median_days) < 1e-9
      return isSame ? [] : [{category, subcategory, own, median_days}]
    })
    expect(differences).toEqual([])
  })

  test('Boston: what its own people enter is no channel of residents', async () => {
    expect(
      await town.rows(
        `select channel_code, count(*) as n from appeals where city = 'boston' group by 1 order by 2 desc`,
      ),
    ).toEqual([
      {channel_code: 'phone', n: 62_304},
      {channel_code: 'staff', n: 12_783 + 14_747 + 198},
      {channel_code: 'app', n: 18_839},
      {channel_code: 'web', n: 12_313},
      {channel_code: 'media', n: 61},
    ])
  })

  test('New York: both vintages are one register', async () => {
    expect(
      await town.row(
        `select count(*) as n, count(*) filter (where received_at < '2018-06-01') as before,
           count(closed_at) as closed, count(*) filter (where channel_code = 'phone') as phone,
           count(*) filter (where channel_code = 'unknown') as unknown,
           count(distinct district) as districts, count(due_at) > 150 as is_due
         from appeals where city = 'new-york'`,
      ),
    ).toEqual({
      n: 1155,
      before: 155,
      closed: 76 + 997,
      phone: 481,
      unknown: 155 + 66,
      districts: 6,
      is_due: true,
    })
    // 01/24/2018 10:18:29 AM and 2020-01-01T03:07:18 in New York.
    const times = await town.rows<{closed_at: Date}>(
      `select closed_at from appeals where city = 'new-york' and closed_at in ('2018-01-24T15:18:29Z', '2020-01-01T08:07:18Z')`,
    )
    expect(times.length).toBeGreaterThanOrEqual(2)
  })

  test('Open311: a change of an open request is no closing', async () => {
    expect(
      await town.rows(
        `select appeal_id, received_at, closed_at, status, category, organization
         from appeals where city = 'chicago' order by appeal_id`,
      ),
    ).toEqual([
      {
        appeal_id: '14-01100627',
        received_at: new Date('2014-07-12T10:48:56-05:00'),
        closed_at: null,
        status: 'open',
        category: 'Building Violation',
        organization: 'DOB - Conservation',
      },
      {
        appeal_id: '14-01100669',
        received_at: new Date('2014-07-12T10:58:43-05:00'),
        closed_at: null,
        status: 'open',
        category: 'Alley Light Out',
        organization: 'Division of Electrical Operations CDOT',
      },
    ])
  })
})

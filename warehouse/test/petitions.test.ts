import {glob, mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type City, defineCity, feed, loadCities, loadDatasets} from '@hromada/datasets'
import {beforeAll, describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {builtCity, dataFolder} from './city.fixture.ts'

const select = '+petitions_funnel,+petitions_calibration,+petitions_spikes,+petitions_by_country'

describe('petitions of a small city, by hand', () => {
  let town: Awaited<ReturnType<typeof builtCity>>
  const csv = {kind: 'csv', delimiter: ';'} as const

  beforeAll(async () => {
    const data = dataFolder()
    const folder = join(data, 'sources/small')
    await mkdir(folder, {recursive: true})
    const write = (name: string, header: string, rows: string[]) =>
      writeFile(join(folder, name), `${[header, ...rows].join('\n')}\n`)
    const petition = (
      uid: string,
      opened: string,
      status: string,
      count: number,
      notice = '',
      answer = '',
      decision = '',
    ) => `${uid};Назва ${uid};${status};${count};${opened};${opened};${notice};${answer};${decision};city`
    await write(
      'petitions.csv',
      'uid;title;status;count;createdDate;startDate;noticeDate;answerDate;decision;scope',
      [
        // Before June 2021 a thousand in 90 days, then 300 in 60.
        petition('old', '2021-01-11', 'Не підтримано', 400),
        petition('new', '2021-07-01', 'З відповіддю', 400, '2021-08-20', '2021-09-03', 'Підтримано частково'),
        petition('war', '2026-01-05', 'З відповіддю', 900, '2026-03-02', '2026-03-17', 'Не підтримано'),
        petition('now', '2026-10-01', 'Триває збір підписів', 120),
        petition('bad', '2026-10-01', 'Відхилено', 0),
      ],
    )
    const counts = [100, 120, 150, 0, 170, 160, 165, 168, 169, 169]
    await write(
      'snapshots.csv',
      'uid;date;count',
      counts.map((count, index) => `war;2026-01-${String(index + 6).padStart(2, '0')};${count}`),
    )
    await write('times.csv', 'uid;signedAt', [
      ...Array.from(
        {length: 240},
        (_, index) => `now;2026-10-0${(index % 5) + 1}T${String(8 + (index % 12)).padStart(2, '0')}:10:00`,
      ),
      ...Array.from(
        {length: 90},
        (_, index) => `war;2026-10-02T03:${String(index % 60).padStart(2, '0')}:00`,
      ),
      ...Array.from({length: 60}, (_, index) => `war;2026-10-0${(index % 5) + 1}T14:10:00`),
    ])
    const datasets = await loadDatasets()
    const made = (id: string, path: string) => feed(datasets.get(id)!, {made: {path, format: csv}})
    const city: City = defineCity({
      id: 'small',
      name: {uk: 'Мале', en: 'Small'},
      nameOf: {uk: 'Малого', en: 'Small'},
      country: 'UA',
      zone: 'Europe/Kyiv',
      bbox: [31.2, 45.8, 31.4, 46],
      population: [{year: 2026, residents: 30_000, source: 'by hand'}],
      petitionRules: [
        {scope: 'city', from: '2015-11-02', signatures: 1000, collection: {days: 90}, source: 'one'},
        {
          scope: 'city',
          from: '2021-06-10',
          signatures: 300,
          collection: {days: 60},
          answerWorkingDays: 10,
          source: 'two',
        },
      ],
      feeds: [
        made('petitions', 'petitions.csv'),
        made('petition-snapshots', 'snapshots.csv'),
        made('petition-signature-times', 'times.csv'),
      ],
    })
    town = await builtCity([city], null, {data, select})
    return () => town.warehouse.close()
  })

  test('the threshold is that of the rule in force when collecting began', async () => {
    const rows = await town.rows(
      'select petition_id, threshold, threshold_source, collection, decision from petitions order by petition_id',
    )
    expect(rows).toEqual([
      {
        petition_id: 'bad',
        threshold: 300,
        threshold_source: 'rule',
        collection: 'rejected',
        decision: 'none',
      },
      {
        petition_id: 'new',
        threshold: 300,
        threshold_source: 'rule',
        collection: 'threshold_reached',
        decision: 'partly_supported',
      },
      {
        petition_id: 'now',
        threshold: 300,
        threshold_source: 'rule',
        collection: 'collecting',
        decision: 'none',
      },
      // «Не підтримано» without an answer is too few signatures; as a decision it is a refusal.
      {
        petition_id: 'old',
        threshold: 1000,
        threshold_source: 'rule',
        collection: 'expired',
        decision: 'none',
      },
      {
        petition_id: 'war',
        threshold: 300,
        threshold_source: 'rule',
        collection: 'threshold_reached',
        decision: 'not_supported',
      },
    ])
  })

  // After Friday 20 August 2021 come ten weekdays up to 3 September, one of them Independence Day; after 2 March 2026
  // eleven up to the 17th, and the holiday among them, on Sunday the 8th, frees nobody under martial law.
  test('answers are counted in working days', async () => {
    const rows = await town.rows(
      'select petition_id, answer_working_days, is_answered_in_time from petitions where answered_at is not null order by petition_id',
    )
    expect(rows).toEqual([
      {petition_id: 'new', answer_working_days: 9, is_answered_in_time: true},
      {petition_id: 'war', answer_working_days: 11, is_answered_in_time: false},
    ])
  })

  test('a zero and a fall are flagged; after a zero the last known count stays', async () => {
    const rows = await town.rows<{
      shown: number
      signatures: number
      added: number | null
      suspect: string | null
      pace: number | null
    }>('select shown, signatures, added, suspect, pace from petitions_history order by date')
    expect(rows.map(({shown, signatures, added, suspect}) => [shown, signatures, added, suspect])).toEqual([
      [100, 100, null, null],
      [120, 120, 20, null],
      [150, 150, 30, null],
      [0, 150, 0, 'zero'],
      [170, 170, 20, null],
      [160, 160, -10, 'fall'],
      [165, 165, 5, null],
      [168, 168, 3, null],
      [169, 169, 1, null],
      [169, 169, 0, null],
    ])
    expect(rows.map(({pace}) => pace).slice(6)).toEqual([null, 9.714, 7, 2.714])
  })

  test('a burst at night is found by what it is: 90 where half a signature was to be expected', async () => {
    const rows = await town.rows<{
      petition_id: string
      signatures: number
      expected: number
      surprise: number
      method: string
    }>('select petition_id, signatures::int as signatures, expected, surprise, method from petitions_spikes')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      petition_id: 'war',
      signatures: 90,
      expected: 0.5,
      method: 'hourly_poisson',
    })
    // Chernoff: n ln(n / λ) − n + λ, in powers of ten; the exact tail of Poisson(0.5) at 90 is smaller still.
    expect(rows[0]!.surprise).toBeCloseTo((90 * Math.log(180) - 90 + 0.5) / Math.LN10, 1)
  })

  test('the funnel adds up', async () => {
    const [all] = await town.rows(`select * from petitions_funnel where dimension = 'all'`)
    expect(all).toMatchObject({
      submitted: 5,
      rejected: 1,
      published: 4,
      closed: 3,
      reached: 2,
      answered: 2,
      supported: 1,
      not_supported: 1,
      support_share: 0.5,
      answer_days_median: 10,
      answered_in_time_share: 0.5,
    })
  })
})

const data = realData()
type Record60 = {
  id: number
  attributes: {
    state: string
    signature_count: number
    government_response_at: string | null
    rejected_at: string | null
    signatures_by_country?: {signature_count: number}[]
  }
}

describe.skipIf(!data)('records of the UK Parliament load into the same model', () => {
  let town: Awaited<ReturnType<typeof builtCity>>
  let records: Map<string, Record60>

  beforeAll(async () => {
    const read = async (pattern: string) => {
      const found: Record60[] = []
      for await (const path of glob(pattern, {cwd: data!})) {
        const answer = JSON.parse(await readFile(join(data!, path), 'utf8')) as {data: Record60 | Record60[]}
        found.push(...[answer.data].flat())
      }
      return found
    }
    records = new Map(
      (await read('petitions/uk_parliament/petition/*.json')).map(one => [String(one.id), one]),
    )
    const london = (await loadCities()).get('london')!
    town = await builtCity(
      [{...london, feeds: london.feeds.filter(({dataset}) => dataset.id === 'petitions')}],
      data,
      {select},
    )
    return () => town.warehouse.close()
  })

  test('each of the 60 with the outcome that its state has', async () => {
    const rows = await town.rows<{
      petition_id: string
      collection: string
      decision: string
      signatures: number
      scope: string
    }>('select petition_id, collection, decision, signatures::int as signatures, scope from petitions')
    expect(rows).toHaveLength(60)
    expect(records.size).toBe(60)
    for (const {petition_id, collection, decision, signatures, scope} of rows) {
      const {attributes} = records.get(petition_id)!
      const expected =
        attributes.state === 'rejected'
          ? 'rejected'
          : attributes.signature_count >= 100_000
            ? 'threshold_reached'
            : attributes.state === 'open'
              ? 'collecting'
              : 'expired'
      expect([petition_id, collection]).toEqual([petition_id, expected])
      expect([petition_id, decision]).toEqual([
        petition_id,
        attributes.government_response_at ? 'answered_unspecified' : 'none',
      ])
      expect([petition_id, signatures]).toEqual([petition_id, attributes.signature_count])
      expect(['national', 'city']).toContain(scope)
    }
  })

  test('countries add up to the signatures', async () => {
    const rows = await town.rows<{petition_id: string; countries: number}>(
      'select petition_id, sum(signatures)::int as countries from petitions_by_country group by 1',
    )
    expect(rows).toHaveLength(60)
    for (const {petition_id, countries} of rows)
      expect([petition_id, countries]).toEqual([
        petition_id,
        records.get(petition_id)!.attributes.signature_count,
      ])
  })
})

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Format} from '@hromada/datasets'
import {describe, expect, test} from 'vitest'
import {realData} from '../../.config/real-data.ts'
import {reading} from './read.fixture.ts'

/*
 * What publishers do to their files, one test each. Numbers of rows and values are those that other programs found
 * (Python's csv, json and pyarrow; xmllint), as the data's own README states them.
 */
const data = realData()
const at = (path: string) => join(data ?? '', path)
const csv: Format = {kind: 'csv'}
const many = (folder: string, ending: string) =>
  data
    ? readdirSync(at(folder))
        .filter(name => name.endsWith(ending))
        .sort()
        .map(name => at(`${folder}/${name}`))
    : []

describe.skipIf(!data)('every record is read, and the reader’s own count agrees', () => {
  test.each<[file: string, rows: number, columns: number | null, format: Format]>([
    ['budgets/ua_openbudget/expenses.parquet', 130_298, null, {kind: 'parquet'}],
    ['budgets/ua_openbudget/incomes.parquet', 227_999, null, {kind: 'parquet'}],
    ['budgets/ua_openbudget/debts.parquet', 56_564, null, {kind: 'parquet'}],
    ['budgets/ua_openbudget/credits.parquet', 10_292, null, {kind: 'parquet'}],
    ['budgets/ua_openbudget/expenses_functional_partial.parquet', 257_813, null, {kind: 'parquet'}],
    ['budgets/ua_participatory_budget_projects.csv', 10_280, 16, csv],
    ['budgets/cologne/teilergebnisplan/teilergebnisplan.csv', 2828, 11, csv],
    ['budgets/cologne/teilergebnisplan/_source/teilergebnisplan.csv', 2828, 11, csv],
    ['budgets/cofog.csv', 188, 5, csv],
    ['appeals/boston_311_2015_merged.csv.gz', 121_245, 33, csv],
    ['appeals/nyc_311_2018_oldschema.csv', 155, 53, csv],
    ['appeals/nyc_311_2020_newschema.csv', 1000, 44, csv],
    ['appeals/kropyvnytskyi_tree_removal_redacted.csv', 1873, 24, csv],
    ['petitions/ua_president_petitions_2015-08-31.json', 740, 3, {kind: 'json'}],
    ['sensors/london_marylebone_hourly_1998_2005.csv', 65_533, 10, csv],
    ['sensors/melbourne_hourly_pedestrians_2016.csv', 78_755, null, csv],
    ['sensors/seattle_fremont_bike_hourly.csv', 14_568, null, csv],
    ['sensors/cologne_nrw_river_gauges/gauge_values_daily.csv', 103_384, null, csv],
    ['sensors/cologne_traffic_load/load_2014-01.csv.gz', 964_126, null, csv],
    ['geo/kyiv_raions.geojson', 10, null, {kind: 'geojson'}],
    ['geo/odesa_hromada.geojson', 4, null, {kind: 'geojson'}],
    ['geo/katottg_2025-05-16.csv', 31_748, 7, csv],
    ['geo/kyiv_shelters_redacted.csv', 4382, 11, csv],
    ['geo/kyiv_shelters_redacted.xlsx', 4382, 11, {kind: 'xlsx'}],
    ['geo/kyiv_street_register.csv', 2843, null, csv],
    ['geo/alerts_official_en_to_2024-04.csv', 43_031, null, csv],
    ['geo/alerts_volunteer_en_to_2024-10.csv', 54_514, null, csv],
    ['geo/gtfs_cairns.zip', 37_790, null, {kind: 'zip', member: 'stop_times.txt', format: csv}],
    ['city3d/denhaag.city.json', 844, null, {kind: 'cityjson', types: ['Building']}],
    ['city3d/tudelft.city.json', 432, null, {kind: 'cityjson', types: ['Building']}],
    ['city3d/delft_cjio.city.json', 160, null, {kind: 'cityjson', types: ['Building']}],
    ['city3d/tile_901_trimmed.city.jsonl', 52, null, {kind: 'cityjsonseq', types: ['Building']}],
    ['city3d/LoD2_32_280_5659_1_NW.gml', 109, null, {kind: 'citygml', types: ['Building']}],
    ['city3d/kharkiv_saltivka_buildings.geojson', 1295, null, {kind: 'geojson'}],
    ['city3d/kharkiv_saltivka_damaged.geojson', 67, null, {kind: 'geojson'}],
    ['catalogues/philadelphia_dcatus_data.json', 402, 15, {kind: 'json', records: 'dataset'}],
  ])('%s: %i', async (file, rows, columns, format) => {
    await reading(at(file), format, table => {
      expect(table.rows).toBe(rows)
      expect(table.setAside).toEqual([])
      if (table.records !== undefined) expect(table.records).toBe(rows)
      if (columns !== null) expect(table.columns).toHaveLength(columns)
    })
  })
})

describe.skipIf(!data)('values stay as the publisher wrote them', () => {
  test('budget codes keep their leading zeros, and integers that lost them stay without', async () => {
    await reading(at('budgets/ua_openbudget/expenses.parquet'), {kind: 'parquet'}, async ({columns, ask}) => {
      const code = columns.find(name => /COD_BUDGET/i.test(name))!
      const [lengths] = await ask<{some: number}>(`select count(*) as some from t where "${code}" like '0%'`)
      expect(lengths!.some).toBeGreaterThan(0)
    })
    await reading(
      at('budgets/ua_openbudget/expenses_functional_partial.parquet'),
      {kind: 'parquet'},
      async ({ask}) => {
        const [nothing] = await ask<{n: number}>('select count(*) as n from t where "CITY" is null')
        expect(nothing!.n).toBe(40_602)
      },
    )
  })

  test('revenue: estimates are empty where the fund is C, and names have hundreds of letters', async () => {
    await reading(at('budgets/ua_openbudget/incomes.parquet'), {kind: 'parquet'}, async ({columns, ask}) => {
      const [filled] = await ask<{n: number}>(
        `select count(*) as n from t where "FUND_TYP" = 'C' and "PLANS_AMT" is not null`,
      )
      expect(filled!.n).toBe(0)
      const longest = columns.map(name => `max(length("${name}"))`).join(', ')
      const [most] = await ask<{n: number}>(`select greatest(${longest}) as n from t`)
      expect(most!.n).toBeGreaterThan(500)
    })
  })

  test('participatory budgets: 4e+05, NA and two ways to write a day', async () => {
    await reading(at('budgets/ua_participatory_budget_projects.csv'), csv, async ({columns, ask}) => {
      const [ids] = await ask<{n: number}>('select count(distinct id) as n from t')
      expect(ids!.n).toBe(10_266)
      const any = (like: string) => columns.map(name => `"${name}" like '${like}'`).join(' or ')
      for (const like of ['4e+05', 'NA', '__.__.20__%', '20__-__-__%']) {
        const [found] = await ask<{n: number}>(`select count(*) as n from t where ${any(like)}`)
        expect(found!.n, like).toBeGreaterThan(0)
      }
    })
  })

  test('Cologne: 203.726 stays 203.726, between semicolons and CR LF', async () => {
    await reading(
      at('budgets/cologne/teilergebnisplan/_source/teilergebnisplan.csv'),
      csv,
      async ({columns, ask}) => {
        const any = columns.map(name => `"${name}" = '203.726'`).join(' or ')
        const [found] = await ask<{n: number}>(`select count(*) as n from t where ${any}`)
        expect(found!.n).toBeGreaterThan(0)
        const ends = columns.map(name => `"${name}" like '%' || chr(13)`).join(' or ')
        expect(await ask(`select * from t where ${ends}`)).toEqual([])
      },
    )
  })

  test('Boston: postcodes with a point, wards in three spellings', async () => {
    await reading(at('appeals/boston_311_2015_merged.csv.gz'), csv, async ({columns, ask}) => {
      const zip = columns.find(name => /zip/i.test(name))!
      const [points] = await ask<{n: number}>(`select count(*) as n from t where "${zip}" like '%.0'`)
      expect(points!.n).toBeGreaterThan(0)
      const wards = await ask<{ward: string}>('select distinct ward from t')
      const said = wards.map(({ward}) => ward)
      expect(said).toEqual(expect.arrayContaining(['06', 'Ward 7', '4']))
    })
  })

  test('New York: two vintages, with places as (lat, lon) and as POINT', async () => {
    const places = async (file: string, like: string) =>
      reading(at(file), csv, async ({columns, ask}) => {
        const any = columns.map(name => `"${name}" like '${like}'`).join(' or ')
        return (await ask<{n: number}>(`select count(*) as n from t where ${any}`))[0]!.n
      })
    expect(await places('appeals/nyc_311_2018_oldschema.csv', '(40.%, -7%)')).toBeGreaterThan(100)
    expect(await places('appeals/nyc_311_2020_newschema.csv', 'POINT (-7%')).toBeGreaterThan(100)
  })

  test('Kropyvnytskyi: line breaks in cells, >80 and 30-40', async () => {
    await reading(at('appeals/kropyvnytskyi_tree_removal_redacted.csv'), csv, async ({columns, ask}) => {
      const any = (condition: string) => columns.map(name => `"${name}" ${condition}`).join(' or ')
      for (const condition of ["like '%' || chr(10) || '%'", "= '>80'", "= '30-40'", "like '%[вилучено]%'"]) {
        const [found] = await ask<{n: number}>(`select count(*) as n from t where ${any(condition)}`)
        expect(found!.n, condition).toBeGreaterThan(0)
      }
      // The first column has no name.
      expect(columns[0]).toBe('column_1')
    })
  })

  test('Open311: empty elements are empty cells; the same in XML and in JSON', async () => {
    const folder = 'appeals/open311_georeport'
    const many = await reading(at(`${folder}/requests_many.xml`), {kind: 'xml', record: 'request'}, ({ask}) =>
      ask<Record<string, string | null>>('select * from t'),
    )
    expect(many.map(row => [row.service_request_id, row.long, row.description, row.media_url])).toEqual([
      ['101005420892', '-79.272306875', null, null],
      ['101005420894', '-79.267190219', null, null],
    ])
    const services = await reading(
      at(`${folder}/services_giessen.xml`),
      {kind: 'xml', record: 'services.service'},
      ({ask}) => ask<Record<string, string | null>>('select * from t'),
    )
    expect(services).toHaveLength(8)
    expect(services[0]).toEqual({
      service_code: '015',
      service_name: 'Abwasser und Wasser',
      metadata: 'false',
      type: 'realtime',
      description: null,
      keywords: null,
    })
    const single = await reading(
      at(`${folder}/requests_single.xml`),
      {kind: 'xml', record: 'request'},
      ({rows}) => rows,
    )
    expect(single).toBe(1)
    for (const name of ['service_list', 'service_requests'])
      expect(await reading(at(`${folder}/${name}.json`), {kind: 'json'}, ({rows}) => rows)).toBeGreaterThan(0)
  })

  test('UK petitions: lists within a record, by a path; pages that repeat each other', async () => {
    let [constituencies, differences] = [0, 0]
    for (const path of many('petitions/uk_parliament/petition', '.json')) {
      const by = (what: string) =>
        reading(
          path,
          {kind: 'json', records: `data.attributes.signatures_by_${what}`},
          async ({rows, ask}) => ({
            rows,
            sum: (await ask<{n: number}>('select sum(signature_count::int)::int as n from t'))[0]!.n,
          }),
        )
      const stated = await reading(path, {kind: 'json', records: 'data'}, async ({ask}) =>
        Number((await ask<{n: string}>('select "attributes.signature_count" as n from t'))[0]!.n),
      )
      constituencies += (await by('constituency')).rows
      if ((await by('country')).sum !== stated) differences++
    }
    expect(constituencies).toBe(35_751)
    expect(differences).toBe(0)

    const ids: string[] = []
    for (const path of many('petitions/uk_parliament/list', '.json'))
      await reading(path, {kind: 'json', records: 'data'}, async ({ask}) => {
        ids.push(...(await ask<{id: string}>('select id from t')).map(({id}) => id))
      }).catch(error => {
        if (error.name !== 'NoRows') throw error
      })
    expect([ids.length, new Set(ids).size]).toEqual([2345, 2110])
  })

  test('Melbourne marks its wall clock with Z, Seattle has an hour twice', async () => {
    await reading(at('sensors/melbourne_hourly_pedestrians_2016.csv'), csv, async ({columns, ask}) => {
      const any = columns.map(name => `"${name}" like '%T__:00:00Z'`).join(' or ')
      const [found] = await ask<{n: number}>(`select count(*) as n from t where ${any}`)
      expect(found!.n).toBe(78_755)
    })
    await reading(at('sensors/seattle_fremont_bike_hourly.csv'), csv, async ({columns, ask}) => {
      const twice = await ask(`select "${columns[0]}" from t group by 1 having count(*) > 1`)
      expect(twice.length).toBeGreaterThan(0)
    })
  })

  test('KATOTTH: five columns of levels, filled to the depth of the place, and CR LF leaves no trace', async () => {
    await reading(at('geo/katottg_2025-05-16.csv'), csv, async ({columns, ask}) => {
      const levels = columns.slice(0, 5).map(name => `"${name}" is not null`)
      const depths = await ask<{n: number}>(
        `select count(*) as n from t group by ${levels.join(', ')} order by ${levels.map(level => `(${level})::int`).join(' + ')}`,
      )
      expect(depths.map(({n}) => n)).toEqual([27, 136, 1772, 29_705, 108])
      const [ends] = await ask<{n: number}>(
        `select count(*) as n from t where "${columns.at(-1)}" like '%' || chr(13)`,
      )
      expect(ends!.n).toBe(0)
    })
  })

  test('Kyiv: <Null>, phones as numbers with a point, dates as Excel’s serial numbers, admin_level as text', async () => {
    await reading(at('geo/kyiv_shelters_redacted.csv'), csv, async ({columns, ask}) => {
      const any = (like: string) => columns.map(name => `"${name}" like '${like}'`).join(' or ')
      for (const like of ['<Null>', '%.0']) {
        const [found] = await ask<{n: number}>(`select count(*) as n from t where ${any(like)}`)
        expect(found!.n, like).toBeGreaterThan(0)
      }
    })
    await reading(at('geo/kyiv_street_register.csv'), csv, async ({ask}) => {
      const [first] = await ask<{day: string}>(
        `select "Дата документу про присвоєння найменування об'єкта" as day from t`,
      )
      expect(first!.day).toBe('27379')
    })
    await reading(at('geo/kyiv_raions.geojson'), {kind: 'geojson'}, async ({ask}) => {
      expect(await ask('select distinct admin_level from t')).toEqual([{admin_level: '10'}])
    })
  })

  test('a timetable’s day has more than 24 hours', async () => {
    const stopTimes = {kind: 'zip', member: 'stop_times.txt', format: csv} as const
    await reading(at('geo/gtfs_cairns.zip'), stopTimes, async ({ask}) => {
      const [latest] = await ask<{t: string}>('select max(departure_time) as t from t')
      expect(latest!.t).toMatch(/^29:39/)
    })
  })

  test('Kharkiv: heights that are misspelt, and missing in 48 buildings', async () => {
    await reading(
      at('city3d/kharkiv_saltivka_buildings.geojson'),
      {kind: 'geojson'},
      async ({columns, ask}) => {
        expect(columns).toContain('level_heigt')
        const [none] = await ask<{n: number}>(
          `select count(*) as n from t where level_heigt is null and "building:levels" is null`,
        )
        expect(none!.n).toBe(48)
      },
    )
  })

  test('files without a header, and with two lines of it', async () => {
    let houses = 0
    for (const path of many('flood/merewether/houses', '.csv'))
      await reading(path, {kind: 'csv', header: ['x', 'y']}, async ({rows, ask}) => {
        expect(rows).toBeGreaterThan(2)
        const [numbers] = await ask<{n: number}>(
          'select count(*) as n from t where try_cast(x as double) is not null and try_cast(y as double) is not null',
        )
        expect(numbers!.n).toBe(rows)
        houses++
      })
    expect(houses).toBeGreaterThan(50)
    const gauges = 'flood/isolated_building/tjhr_a_9521830_sup_0001/building_gauges_h.txt'
    await reading(at(gauges), {kind: 'csv', skipLines: 1}, async ({columns, ask}) => {
      expect(columns).toEqual(['t (s)', 'h (m)', 'h (m)_2', 'h (m)_3', 'h (m)_4', 'h (m)_5', 'h (m)_6'])
      expect((await ask('select * from t'))[1]).toMatchObject({'t (s)': '0.01', 'h (m)_6': '0.3998'})
    })
  })

  test('Philadelphia: 391 nulls where a text belongs', async () => {
    const nulls = await reading(
      at('catalogues/philadelphia_dcatus_data.json'),
      {kind: 'json', records: 'dataset'},
      async ({columns, ask}) => {
        const counts = columns.map(name => `count(*) - count("${name}") as "${name}"`).join(', ')
        return (await ask<Record<string, number>>(`select ${counts} from t`))[0]!
      },
    )
    expect(Object.values(nulls)).toContain(391)
  })

  test('Tokyo: a zip of thousands of files in Japanese, some of them empty; formats that do not exist', async () => {
    // A sixteenth of them; the others are read the same way, and 5,077 take a minute.
    const part = {kind: 'zip', member: 'packages/0*.json', format: {kind: 'json'}} as const
    await reading(at('catalogues/tokyo_ckan_packages.zip'), part, async ({rows, findings, ask}) => {
      const empty = findings.filter(({rule}) => rule === 'empty_file')
      expect(empty.length).toBeGreaterThan(0)
      const [told] = await ask<{n: number; listed: number}>(
        `select sum("result.num_resources"::int)::int as n, sum(json_array_length("result.resources"))::int as listed from t`,
      )
      expect(told!.n).toBe(told!.listed)
      expect(rows).toBeGreaterThan(250)
      const [japanese] = await ask<{n: number}>(
        `select count(*) as n from t where "result.title" similar to '.*[ぁ-んァ-ヶ一-龠].*'`,
      )
      expect(japanese!.n).toBeGreaterThan(rows * 0.9)
    })
  })
})

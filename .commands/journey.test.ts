/// <reference lib="dom" />

import {createHash} from 'node:crypto'
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Lineage} from '@hromada/api'
import {defineCity, feed} from '@hromada/datasets'
import appeals from '@hromada/datasets/appeals/dataset.ts'
import {type CommandEffects, createProgress} from '@hromada/pipelines/command'
import {buildPortal} from '@hromada/portal'
import {currentRelease, type ReleaseManifest} from '@hromada/warehouse'
import {tableFromIPC} from 'apache-arrow'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {hasBrowser, launchBrowser} from '../.config/browser.ts'
import {buildCity} from './steps/build-city.ts'
import {landCities} from './steps/land-cities.ts'
import {sealRelease} from './steps/seal-release.ts'
import {serveCity} from './steps/serve-city.ts'
import {withWarehouse} from './steps/with-warehouse.ts'
import {cellsOf} from './test/cells-of.fixture.ts'

// What a call centre writes down: one appeal, and a line that does not fit. The last three columns are private.
const csv = `Номер;Дата;Тема;Довгота;Широта;Адреса;Текст;Відповідь
12345;02.03.2025 10:15;Яма на дорозі;30.5234;50.4501;вул. Таємна, 7;Мене звати Приватна Особа;Відповіли на 067 123 45 67
12346;02.03.2025 10:20;Ліхтар;30.5;50.4;вул. Таємна, 9;Дзвоніть Приватній Особі;нічого;067 765 43 21
`
const secrets = ['Таємна', 'Приватна Особа', 'Приватній Особі', '067 123 45 67', '067 765 43 21']
const privateColumns = ['address', 'content', 'result']

const town = defineCity({
  id: 'town',
  name: {uk: 'Містечко', en: 'Town'},
  nameOf: {uk: 'Містечка', en: 'Town'},
  country: 'UA',
  zone: 'Europe/Kyiv',
  bbox: [30.4, 50.4, 30.6, 50.5],
  feeds: [
    // Of two lines one does not fit: more than the dataset's own checks allow.
    feed(
      {...appeals, checks: []},
      {
        mirror: {path: 'appeals.csv', format: {kind: 'csv', delimiter: ';'}},
        columns: {
          appeal_id: 'Номер',
          received_at: {from: 'Дата', format: '%d.%m.%Y %H:%M', zone: 'Europe/Kyiv'},
          category: 'Тема',
          status: {value: 'відкрите'},
          lon: 'Довгота',
          lat: 'Широта',
          // Who wrote it agreed to have the place shown.
          is_public_on_map: {value: 'так'},
          address: 'Адреса',
          content: 'Текст',
          result: 'Відповідь',
        },
      },
    ),
  ],
})

let folder: string
let address: string
let manifest: ReleaseManifest
let close: () => Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hromada-journey-'))
  const data = join(folder, 'data')
  await writeFile(join(folder, 'appeals.csv'), csv)

  const stop = new AbortController()
  let hasAddress: (address: string) => void
  const printed = new Promise<string>(found => {
    hasAddress = found
  })
  const effects: CommandEffects = {
    signal: stop.signal,
    progress: createProgress({stream: {write: () => {}}, isTTY: false}),
    print(line) {
      const [found] = /http:\S+/.exec(line) ?? []
      if (found) hasAddress(found)
    },
    report: () => {},
    now: () => new Date('2026-11-21T08:00:00Z'),
    env: {},
  }
  const report = await landCities([town], {data, sources: folder}, effects)
  expect(report).toMatchObject({isNew: 1, unchanged: 0, rows: 1, setAside: 1, failed: []})
  await withWarehouse(data, stop.signal, async warehouse =>
    sealRelease(warehouse, await buildCity(warehouse, [town], data, effects), data, null, effects),
  )
  manifest = (await currentRelease(data))!.manifest
  await buildPortal()
  const served = serveCity({data, port: 0, host: '127.0.0.1'}, effects)
  address = await Promise.race([printed, served.then(() => '')])
  close = async () => {
    stop.abort()
    await served
    await rm(folder, {recursive: true})
  }
})
afterAll(() => close())

const get = (path: string) => fetch(`${address}${path}`)
const text = async (path: string) => (await get(path)).text()
const json = async <T>(path: string) => (await (await get(path)).json()) as T

describe('one appeal, from the file of a call centre', () => {
  test('as CSV: the moment in UTC, the key as it was written, the place', async () => {
    expect(await text('/api/v1/tables/appeals.csv')).toBe(
      'city,appeal_id,received_at,registered_at,first_response_at,due_at,term,extended_to,closed_at,reopened_at,category,subcategory,' +
        'status,source_status,outcome,basis,sign,subject,duplicate_of,channel,channel_code,organization,district,lon,lat,is_closed_before_received,hours_to_close\n' +
        'town,12345,2025-03-02T08:15:00Z,,,,,,,,Яма на дорозі,,open,відкрите,received,unknown,,,,,unknown,,,30.5234,50.4501,false,\n',
    )
  })

  test('as Arrow: the same row, to a program that knows nothing of us', async () => {
    const table = tableFromIPC(await (await get('/api/v1/tables/appeals.arrow')).arrayBuffer())
    expect(table.numRows).toBe(1)
    const row = table.get(0)!.toJSON()
    expect(row).toMatchObject({
      city: 'town',
      appeal_id: '12345',
      category: 'Яма на дорозі',
      lon: 30.5234,
      lat: 50.4501,
    })
    expect(new Date(Number(row.received_at)).toISOString()).toBe('2025-03-02T08:15:00.000Z')
  })

  test('as GeoJSON: a point', async () => {
    expect(
      await json('/api/v1/tables/appeals.geojson?select=appeal_id,received_at,category,lon,lat'),
    ).toEqual({
      type: 'FeatureCollection',
      release: manifest.id,
      row_count: 1,
      features: [
        {
          type: 'Feature',
          id: 'town/12345',
          geometry: {type: 'Point', coordinates: [30.5234, 50.4501]},
          properties: {
            appeal_id: '12345',
            received_at: '2025-03-02T08:15:00Z',
            category: 'Яма на дорозі',
            lon: 30.5234,
            lat: 50.4501,
          },
        },
      ],
    })
  })

  test('from its table to the SQL that made it, its dataset, and the very file, by hash', async () => {
    const table = await json<{sql: string; datasets: string[]; release: string}>('/api/v1/tables/appeals')
    expect(table.sql).toContain('from\n  "int_appeals_coded"')
    expect(table.datasets).toEqual(['appeals'])
    expect(table.release).toBe(manifest.id)

    const dataset = await json<{tables: string[]; feeds: ReleaseManifest['datasets'][number]['feeds']}>(
      `/api/v1/datasets/${table.datasets[0]}`,
    )
    expect(dataset.feeds).toHaveLength(1)
    expect(dataset.feeds[0]).toMatchObject({
      city: 'town',
      retrieved_at: '2026-11-21T08:00:00.000Z',
      rows_landed: 1,
      rows_staged: 1,
      sources: [
        {
          address: 'appeals.csv',
          sha256: createHash('sha256').update(csv).digest('hex'),
          bytes: Buffer.byteLength(csv),
        },
      ],
    })
    expect(dataset.feeds[0]!.findings).toEqual([
      expect.objectContaining({rule: 'too_many_cells', count: 1, example: null}),
    ])
  })

  test('from a column through every table to the header of the landed file', async () => {
    const {models, files} = await json<Lineage>('/api/v1/lineage?of=appeals.received_at')
    const {file} = manifest.datasets[0]!.feeds[0]!.landing
    expect(file).toMatch(/^landing\/town\/appeals\/2026-11-21T08-00-00-000Z-[0-9a-f]{8}\.parquet$/)
    expect(models.map(({name, columns}) => [name, columns])).toEqual([
      ['stg_appeals', [{name: 'received_at', from: [`${file}#Дата`]}]],
      ['int_appeals_coded', [{name: 'received_at', from: ['stg_appeals.received_at']}]],
      ['appeals', [{name: 'received_at', from: ['int_appeals_coded.received_at']}]],
    ])
    const landed = await readFile(join(folder, 'data', file))
    expect(files).toMatchObject([
      {file, sha256: createHash('sha256').update(landed).digest('hex'), sources: [{address: 'appeals.csv'}]},
    ])
  })

  test('the page of its dataset shows it in both languages, with what was wrong in the file', async () => {
    for (const path of ['/data/appeals', '/en/data/appeals']) {
      const page = await text(path)
      expect(page).toContain('12345')
      expect(page).toContain('Яма на дорозі')
      expect(page).toContain('2025-03-02 08:15:00')
    }
    expect(await text('/data/appeals')).toContain('У рядку більше комірок, ніж у заголовку; його відкладено')
  })

  test('the page of its dataset says in five languages how a program gets it', async () => {
    const panels = [
      ...(await text('/data/appeals')).matchAll(/<pre [^>]*aria-label="([^"]+)"[^>]*>([\s\S]*?)<\/pre>/g),
    ]
    const code = Object.fromEntries(panels.map(([, name, lines]) => [name, lines]))
    for (const name of ['DuckDB', 'Python', 'R', 'JavaScript', 'curl'])
      expect(code[name], name).toContain('appeals')
  })

  test('the table counts it in its month', async () => {
    expect(
      await text(
        '/api/v1/tables/appeals_monthly.csv?select=month,category,received,closed&order=-received&limit=1',
      ),
    ).toMatch(/^month,category,received,closed\n2025-03-01,[^,]*,1,0\n$/)
  })
})

describe('what is private', () => {
  test('is kept in the landing, and is in no file of the release', async () => {
    const {dir: landing, name} = {dir: join(folder, 'data/landing/town/appeals'), name: /\.parquet$/}
    const landed = (await readdir(landing)).find(file => name.test(file))!
    expect((await cellsOf(join(landing, landed))).join('\n')).toContain('вул. Таємна, 7')

    const release = join(folder, 'data/releases', manifest.id)
    expect(manifest.tables.map(({name}) => name)).toContain('findings')
    for (const {file, columns} of manifest.tables) {
      const cells = (await cellsOf(join(release, file))).join('\n')
      for (const secret of secrets) expect(cells, file).not.toContain(secret)
      if (file === 'appeals.parquet')
        expect(columns.map(({name}) => name).filter(name => privateColumns.includes(name))).toEqual([])
    }
    const words = await readFile(join(release, 'manifest.json'), 'utf8')
    for (const secret of secrets) expect(words).not.toContain(secret)
    expect(await readdir(release)).toEqual([...manifest.tables.map(({file}) => file), 'manifest.json'].sort())
  })

  test('is in no answer of the API and on no page', async () => {
    const formats = manifest.tables.flatMap(({name, place}) =>
      ['csv', 'json', 'ndjson', ...(place ? ['geojson'] : [])].map(
        format => `/api/v1/tables/${name}.${format}`,
      ),
    )
    const asked = [
      ...formats,
      ...manifest.tables.map(({name}) => `/api/v1/tables/${name}`),
      ...['/catalog', '/tables', '/datasets/appeals', '/openapi.json'].map(path => `/api/v1${path}`),
      ...['/', '/data', '/data/appeals', '/appeals', '/twin', '/quality'].flatMap(path => [
        path,
        `/en${path}`,
      ]),
    ]
    for (const path of asked) {
      const answer = await get(path)
      const words = await answer.text()
      expect([path, answer.status]).toEqual([path, 200])
      for (const secret of secrets) expect(words, path).not.toContain(secret)
    }
    const {columns} = await json<{columns: {name: string}[]}>('/api/v1/datasets/appeals')
    expect(columns.map(({name}) => name).filter(name => privateColumns.includes(name))).toEqual([])
  })

  test('cannot be asked for', async () => {
    for (const question of [
      'select=appeal_id,address',
      "where=content like '%'",
      'order=result',
      'address=x',
    ]) {
      const answer = await get(`/api/v1/tables/appeals.json?${question}`)
      expect([question, answer.status]).toEqual([question, 400])
    }
  })
})

describe.skipIf(!hasBrowser())('the dot in the twin', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  test('by keyboard from the table to the card, to its download, and under the cross-hair', async () => {
    const page = await browser.newPage({viewport: {width: 1280, height: 800}, reducedMotion: 'reduce'})
    await page.goto(`${address}/twin`)
    await page.locator('[data-twin-state=ready]').waitFor({timeout: 40_000})
    const row = page.locator('[data-twin-table] tbody tr')
    expect(await row.count()).toBe(1)
    expect(await row.textContent()).toContain('Яма на дорозі')

    await page.locator('[data-twin-filter]').focus()
    await tabTo(page, '12345')
    await page.keyboard.press('Enter')
    const card = page.locator('[data-twin-card]')
    await expect.poll(() => card.locator('h2').textContent()).toBe('Яма на дорозі')
    expect(await card.locator('.facts').textContent()).toContain('12345')
    expect(new URL(page.url()).searchParams.get('pick')).toBe('appeals:12345')

    const links = await card.locator('a').evaluateAll(all => all.map(one => (one as HTMLAnchorElement).href))
    const download = links.find(link => link.includes('.csv'))!
    expect(await (await fetch(download)).text()).toBe(await text('/api/v1/tables/appeals.csv'))
    const point = links.find(link => link.includes('.geojson'))!
    expect(
      ((await (await fetch(point)).json()) as {features: {geometry: unknown}[]}).features[0]!.geometry,
    ).toEqual({
      type: 'Point',
      coordinates: [30.5234, 50.4501],
    })

    // The view has come close: what the canvas has in its middle is the dot.
    await page.evaluate(() => history.replaceState(null, '', '/twin'))
    await page.locator('[data-twin-scene]').focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => new URL(page.url()).searchParams.get('pick'), {timeout: 20_000})
      .toBe('appeals:12345')
    await page.close()
  })
})

/** Presses Tab until the keyboard is on a row of the list. */
async function tabTo(page: Page, key: string): Promise<void> {
  for (let presses = 0; presses < 10; presses++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.getAttribute('data-key'))) === key) return
  }
  throw new Error(`Ten times Tab did not come to the row ${key}.`)
}

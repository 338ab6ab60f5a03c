import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {countJsonElements} from '../../src/fetchers/count-records.ts'
import {type Asked, json, publisher} from './publisher.fixture.ts'

const csv = {format: {kind: 'csv'}} as const
const socrata = {
  kind: 'socrata',
  portal: 'https://data.example',
  dataset: 'erm2-nwe9',
  as: 'csv',
  pageRows: 3,
} as const

/** A Socrata portal with so many rows; `over` stands in for the answer to a page. */
const portalOf = (rows: () => number, over: (asked: Asked) => string | undefined = () => undefined) =>
  publisher((asked, response) => {
    const {path, query} = asked
    if (query.get('$select')?.startsWith('count')) return json(response, [{rows_in_all: String(rows())}])
    const [offset, limit] = [Number(query.get('$offset')), Number(query.get('$limit'))]
    const ids = Array.from(
      {length: Math.max(0, Math.min(limit, rows() - offset))},
      (_, index) => offset + index,
    )
    if (path.endsWith('.json'))
      return json(
        response,
        ids.map(id => ({unique_key: String(id)})),
      )
    response.end(
      over(asked) ?? `"unique_key","note"\n${ids.map(id => `"${id}","two\nlines, ""quoted"""\n`).join('')}`,
    )
  })

test('a dataset of Socrata is read page by page, in the order of :id', async () => {
  const {fetch, asked, texts} = await portalOf(() => 7)
  const files = await fetch({...socrata, where: "created_date > '2026-01-01'"}, csv)
  expect((await texts(files)).map(text => text.split('""quoted').length - 1)).toEqual([3, 3, 1])
  expect(files[0]?.address).toBe(
    "https://data.example/resource/erm2-nwe9.csv?$where=created_date%20%3E%20'2026-01-01'&$order=:id&$limit=3&$offset=0",
  )
  expect(asked.map(({path, query}) => [path, query.get('$offset') ?? query.get('$select')])).toEqual([
    ['/resource/erm2-nwe9.json', 'count(*) as rows_in_all'],
    ['/resource/erm2-nwe9.csv', '0'],
    ['/resource/erm2-nwe9.csv', '3'],
    ['/resource/erm2-nwe9.csv', '6'],
    ['/resource/erm2-nwe9.json', 'count(*) as rows_in_all'],
  ])
  expect(asked.every(({query}) => query.get('$where') === "created_date > '2026-01-01'")).toBe(true)
})

test('rows that fill the last page to the brim are followed by an empty one, which is not handed on', async () => {
  const {fetch, asked} = await portalOf(() => 6)
  expect(await fetch(socrata, csv)).toHaveLength(2)
  expect(asked).toHaveLength(5)
})

test('JSON is read likewise', async () => {
  const {fetch, texts} = await portalOf(() => 4)
  expect(await texts(await fetch({...socrata, as: 'json'}))).toEqual([
    '[{"unique_key":"0"},{"unique_key":"1"},{"unique_key":"2"}]',
    '[{"unique_key":"3"}]',
  ])
})

test('a portal that gives fewer rows than it counts is not believed; one that grows meanwhile is', async () => {
  const cut = await portalOf(
    () => 7,
    ({query}) => (query.get('$offset') === '3' ? '"unique_key","note"\n"3",""\n' : undefined),
  )
  await expect(cut.fetch(socrata, csv)).rejects.toThrow('gave 4 records and says there are 7.')
  let rows = 6
  const growing = await portalOf(() => rows++)
  expect(await growing.fetch(socrata, csv)).not.toHaveLength(0)
})

test('the application token travels as a header, and stays out of sight', async () => {
  const {fetch, asked, files} = await portalOf(() => 1)
  const key = {env: 'SOCRATA_APP_TOKEN'}
  const found = await fetch({...socrata, key}, {...csv, env: {SOCRATA_APP_TOKEN: 'sesame-1234'}})
  expect(asked.every(({headers}) => headers['x-app-token'] === 'sesame-1234')).toBe(true)
  const {readFile} = await import('node:fs/promises')
  expect(JSON.stringify(found) + (await readFile(join(files, 'fetched.ndjson'), 'utf8'))).not.toContain(
    'sesame',
  )
  await expect(fetch({...socrata, key}, csv)).rejects.toThrow(
    'The environment variable SOCRATA_APP_TOKEN is not set. It must hold the key that https://data.example in its developer settings gives out.',
  )
})

const ods = {kind: 'opendatasoft', portal: 'https://data.example', dataset: 'trees', as: 'csv'} as const

/** An Opendatasoft portal: an export, and the count that `/records` gives. */
const exportOf = (text: string, counts: number[]) =>
  publisher(({path}, response) =>
    path.endsWith('/records')
      ? json(response, {total_count: counts.length > 1 ? counts.shift() : counts[0], results: []})
      : response.end(text),
  )

test('an export of Opendatasoft is one file, held against the count', async () => {
  const {fetch, asked, texts} = await exportOf('id;name\n1;"a;\nb"\n2;c\n', [2])
  const files = await fetch({...ods, where: "district = 'Центр'"}, csv)
  expect(await texts(files)).toEqual(['id;name\n1;"a;\nb"\n2;c\n'])
  expect(asked.map(({path}) => path)).toEqual([
    '/api/explore/v2.1/catalog/datasets/trees/records',
    '/api/explore/v2.1/catalog/datasets/trees/exports/csv',
  ])
  expect(Object.fromEntries(asked[1]!.query)).toEqual({
    where: "district = 'Центр'",
    delimiter: ';',
    use_labels: 'false',
  })
})

test.each([
  ['csv', 'id\n1\n2\n'],
  ['json', '[{"id": 1, "tags": ["a", "b"]}, {"id": 2}]'],
  ['jsonl', '{"id": 1}\n{"id": 2}\n'],
] as const)('an export as %s that breaks off unnoticed is refused', async (as, text) => {
  const {fetch} = await exportOf(text, [3])
  await expect(fetch({...ods, as}, {format: {kind: as === 'json' ? 'json' : 'csv'}})).rejects.toThrow(
    'gave 2 records and says there are 3. The export broke off: run it again.',
  )
  const good = await exportOf(text, [2])
  expect(await good.fetch({...ods, as}, {format: {kind: as === 'json' ? 'json' : 'csv'}})).toHaveLength(1)
  const growing = await exportOf(text, [1, 3])
  expect(await growing.fetch({...ods, as}, {format: {kind: as === 'json' ? 'json' : 'csv'}})).toHaveLength(1)
})

test('its key is an Apikey', async () => {
  const {fetch, asked} = await exportOf('id\n1\n', [1])
  await fetch({...ods, key: {env: 'ODS_KEY'}}, {...csv, env: {ODS_KEY: 'abc'}})
  expect(asked.map(({headers}) => headers.authorization)).toEqual(['Apikey abc', 'Apikey abc'])
})

test('elements of JSON are counted as a parser counts them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'count-'))
  const path = join(folder, 'x.json')
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue()), fc.nat(2), async (list, indent) => {
        await writeFile(path, JSON.stringify(list, null, indent))
        expect(await countJsonElements(path)).toBe(list.length)
      }),
      {numRuns: 200, seed: 4},
    )
  } finally {
    await rm(folder, {recursive: true})
  }
})

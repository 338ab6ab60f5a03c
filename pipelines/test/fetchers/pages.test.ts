import {appendFile, readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {json, publisher} from './publisher.fixture.ts'

const source = {kind: 'ogc-features', landing: 'https://geo.example', collection: 'trees'} as const
const geo = {format: {kind: 'geojson'}} as const
const feature = (id: number) => ({type: 'Feature', id, geometry: null, properties: {}})

/** Pages of one feature each, linked by `next`; what the test wants different is in `over`. */
const pagesOf = (
  count: number,
  over: (page: number) => Record<string, unknown> | undefined = () => undefined,
) =>
  publisher(({query}, response) => {
    const page = Number(query.get('page') ?? 1)
    json(response, {
      type: 'FeatureCollection',
      timeStamp: new Date().toISOString(),
      numberMatched: count,
      features: [feature(page)],
      links: page < count ? [{rel: 'next', href: `/collections/trees/items?page=${page + 1}`}] : [],
      ...over(page),
    })
  })

const idsIn = async (texts: Promise<string[]>) =>
  (await texts).map(text => (JSON.parse(text) as {features: {id: number}[]}).features.map(({id}) => id))

test('pages are followed in order, each into a file as the publisher wrote it', async () => {
  const {fetch, texts, asked} = await pagesOf(3)
  const files = await fetch(source, geo)
  expect(await idsIn(texts(files))).toEqual([[1], [2], [3]])
  expect(files.map(({address}) => address)).toEqual([
    'https://geo.example/collections/trees/items?limit=1000',
    'https://geo.example/collections/trees/items?page=2',
    'https://geo.example/collections/trees/items?page=3',
  ])
  expect(asked).toHaveLength(3)
})

test('a run that was cut goes on after the last page it has', async () => {
  let isDown = true
  const {fetch, asked, texts} = await publisher(({query}, response) => {
    const page = Number(query.get('page') ?? 1)
    if (page === 3 && isDown) return response.writeHead(404).end()
    json(response, {
      features: [feature(page)],
      links: page < 4 ? [{rel: 'next', href: `?page=${page + 1}`}] : [],
    })
  })
  await expect(fetch(source, geo)).rejects.toThrow('?page=3 could not be fetched')
  isDown = false
  expect(await idsIn(texts(await fetch(source, geo)))).toEqual([[1], [2], [3], [4]])
  expect(asked.map(({query}) => query.get('page'))).toEqual([null, '2', '3', '3', '4'])
})

test('a run that was cut days ago is not gone on with: its pages would be of another time', async () => {
  let isDown = true
  const {fetch, asked, clock} = await pagesOf(2, page =>
    page === 2 && isDown ? {features: 'gone'} : undefined,
  )
  await expect(fetch(source, geo)).rejects.toThrow('has no list "features"')
  isDown = false
  clock.time += 25 * 3_600_000
  await fetch(source, geo)
  expect(asked.map(({query}) => query.get('page'))).toEqual([null, '2', null, '2'])
})

test('a journal whose last line was cut loses that page and no more', async () => {
  let isDown = true
  const {fetch, asked, files} = await pagesOf(3, page => (page === 3 && isDown ? {features: 0} : undefined))
  await expect(fetch(source, geo)).rejects.toThrow()
  isDown = false
  await appendFile(join(files, 'fetched.ndjson'), '{"name":"items-00003","addr')
  await fetch(source, geo)
  expect(asked.map(({query}) => query.get('page'))).toEqual([null, '2', '3', '3'])
})

test('another question is not answered with the pages of the last one', async () => {
  let isDown = true
  const {fetch, asked} = await pagesOf(2, page => (page === 2 && isDown ? {features: 0} : undefined))
  await expect(fetch(source, geo)).rejects.toThrow()
  isDown = false
  await fetch({...source, parameters: {bbox: '30,50,31,51'}}, geo)
  expect(asked.map(({query}) => query.get('bbox'))).toEqual([null, null, '30,50,31,51', null])
})

test('the same records under another time stamp leave the files as they were', async () => {
  let time = 1
  const {fetch, texts} = await publisher((_, response) =>
    json(response, {timeStamp: `2026-11-21T12:00:0${time++}Z`, features: [feature(1)]}),
  )
  const first = await texts(await fetch(source, geo))
  const second = await texts(await fetch(source, geo))
  expect(second).toEqual(first)
  expect(first[0]).toContain('12:00:01Z')
})

test('a page that names itself, or an earlier one, as the next is a circle', async () => {
  const itself = await pagesOf(3, page =>
    page === 2 ? {links: [{rel: 'next', href: '?page=2'}]} : undefined,
  )
  await expect(itself.fetch(source, geo)).rejects.toThrow(
    'https://geo.example/collections/trees/items?page=2 is named as the page after itself: the service leads in a circle.',
  )
  const earlier = await pagesOf(4, page =>
    page === 3 ? {links: [{rel: 'next', href: '?page=2'}]} : undefined,
  )
  await expect(earlier.fetch(source, geo)).rejects.toThrow('leads in a circle')
})

test('a page that repeats another one is not taken for more', async () => {
  const {fetch, asked} = await pagesOf(5, page => (page > 2 ? {features: [feature(2)]} : undefined))
  await expect(fetch(source, geo)).rejects.toThrow(
    'Page 3 of https://geo.example/collections/trees/items?limit=1000 repeats page 2: the service does not heed the page it is asked for.',
  )
  // What came is not gone on with.
  await expect(fetch(source, geo)).rejects.toThrow('repeats page 2')
  expect(asked.map(({query}) => query.get('page'))).toEqual([null, '2', '3', null, '2', '3'])
})

test('fewer records than the service says there are, or more, are not taken for all', async () => {
  const few = await pagesOf(3, () => ({numberMatched: 5}))
  await expect(few.fetch(source, geo)).rejects.toThrow(
    "gave 3 records and says there are 5. Run it again; if it stays so, the service's count cannot be relied on.",
  )
  const many = await pagesOf(3, () => ({numberMatched: 2}))
  await expect(many.fetch(source, geo)).rejects.toThrow('gave 3 records and says there are 2.')
  expect(await many.fetch({...source, isTotalRough: true}, geo)).toHaveLength(3)
})

test('a table that grows while it is read is not a fault', async () => {
  const {fetch} = await pagesOf(3, page => ({numberMatched: page === 1 ? 2 : 4}))
  expect(await fetch(source, geo)).toHaveLength(3)
})

test('an empty page holds no rows, and is not handed on', async () => {
  const {fetch, texts} = await pagesOf(3, page =>
    page === 2 ? {features: [], numberMatched: 1} : {numberMatched: 1},
  )
  // A page that is empty is the last one, whatever it links to.
  expect(await idsIn(texts(await fetch(source, geo)))).toEqual([[1]])
})

test('a source without a single record is told of, and what lay there goes away', async () => {
  let features = [feature(1)]
  const {fetch, files} = await publisher((_, response) => json(response, {features}))
  await fetch(source, geo)
  features = []
  await expect(fetch(source, geo)).rejects.toThrow(
    'https://geo.example (ogc-features) answers, but has no records.',
  )
  expect(await readdir(files)).toEqual(['fetched.ndjson'])
})

test.each([
  ['a web page', '<html><title>Sign in</title>', 'answers with a web page ("Sign in") instead of data'],
  ['JSON that breaks', '{"features": [{"id": 1}', 'answers with JSON that breaks'],
  ['JSON without records', '{"description": "Limit too large"}', 'has no list "features": Limit too large'],
])('%s in place of a page is told of', async (_, text, why) => {
  const {fetch} = await publisher((_asked, response) => response.end(text))
  await expect(fetch(source, geo)).rejects.toThrow(why)
})

test('numbers stay as they were written', async () => {
  const {fetch, texts} = await publisher((_, response) =>
    response.end('{"features":[{"id":12345678901234567890,"properties":{"area":1.10}}]}'),
  )
  expect(await texts(await fetch(source, geo))).toEqual([
    '{"features":[{"id":12345678901234567890,"properties":{"area":1.10}}]}',
  ])
})

test('hundreds of pages are as many requests, one after the other', async () => {
  let open = 0
  let most = 0
  const {fetch, asked, files} = await publisher(({query}, response) => {
    most = Math.max(most, ++open)
    response.on('finish', () => open--)
    const page = Number(query.get('page') ?? 1)
    json(response, {
      features: [feature(page)],
      links: page < 300 ? [{rel: 'next', href: `?page=${page + 1}`}] : [],
    })
  })
  expect(await fetch(source, geo)).toHaveLength(300)
  expect([asked.length, most]).toEqual([300, 1])
  expect((await readFile(join(files, 'fetched.ndjson'), 'utf8')).trim().split('\n')).toHaveLength(302)
})

test('a page that would not fit into memory is not taken in', async () => {
  const {fetch} = await publisher((_, response) => {
    response.writeHead(200, {'content-length': String(65 * 2 ** 20)})
    response.write('{"features": [')
  })
  await expect(fetch(source, geo)).rejects.toThrow('is larger than 67108864 bytes')
})

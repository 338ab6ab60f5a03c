import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {realData} from '../../../.config/real-data.ts'
import {json, publisher} from './publisher.fixture.ts'

const open311 = {
  kind: 'open311',
  endpoint: 'https://311.example/open311/v2',
  as: 'json',
  since: '2026-11-01',
  windowDays: 30,
} as const

const request = (id: number) =>
  `<request><service_request_id>${id}</service_request_id><status>open</status><description/></request>`

test('requests of Open311 are asked for by days and service, as the standard has it', async () => {
  const {fetch, asked} = await publisher((_, response) => json(response, [{service_request_id: '1'}]))
  const files = await fetch({...open311, jurisdiction: 'boston.gov', services: ['PTHL', 'GRFT']})
  expect(asked.map(({path, query}) => [path, Object.fromEntries(query)])).toEqual([
    [
      '/open311/v2/requests.json',
      {
        jurisdiction_id: 'boston.gov',
        service_code: 'PTHL,GRFT',
        start_date: '2026-11-01T00:00:00Z',
        end_date: '2026-11-21T23:59:59Z',
      },
    ],
  ])
  expect(files).toHaveLength(1)
})

test('pages are read until one is empty, whatever size the endpoint thinks fit', async () => {
  const {fetch, asked, texts} = await publisher(({query}, response) => {
    const page = Number(query.get('page'))
    // Asked for a hundred, it gives two.
    json(response, page > 3 ? [] : [{service_request_id: page * 2}, {service_request_id: page * 2 + 1}])
  })
  const files = await fetch({...open311, pages: {size: 100, sizeParameter: 'per_page'}})
  expect(await texts(files)).toHaveLength(3)
  expect(asked.map(({query}) => [query.get('page'), query.get('per_page')])).toEqual([
    ['1', '100'],
    ['2', '100'],
    ['3', '100'],
    ['4', '100'],
  ])
})

test('an endpoint that knows no pages, though it is said to, is found out', async () => {
  const {fetch} = await publisher((_, response) => json(response, [{service_request_id: 1}]))
  await expect(fetch({...open311, pages: {size: 100, sizeParameter: 'page_size'}})).rejects.toThrow(
    'repeats page 1: the service does not heed the page it is asked for',
  )
})

test('XML is counted by its requests', async () => {
  const {fetch, asked} = await publisher(({query}, response) => {
    const days =
      query.get('start_date') === '2026-11-01T00:00:00Z' && query.get('end_date')?.startsWith('2026-11-21')
    response.end(
      `<?xml version="1.0" encoding="utf-8"?>\n<service_requests>${request(1)}${days ? request(2) : ''}</service_requests>`,
    )
  })
  const files = await fetch({...open311, as: 'xml', most: 2}, {format: {kind: 'csv'}})
  expect(files).toHaveLength(2)
  expect(asked.map(({path}) => path)).toEqual(Array(3).fill('/open311/v2/requests.xml'))
})

test('an endpoint that answers with errors is quoted', async () => {
  const xml = await publisher((_, response) =>
    response.end(
      '<?xml version="1.0"?><errors><error><code>400</code><description>end_date is wrong</description></error></errors>',
    ),
  )
  await expect(xml.fetch({...open311, as: 'xml'})).rejects.toThrow(
    'has no service_requests: end_date is wrong',
  )
  const asJson = await publisher((_, response) =>
    response
      .writeHead(400, {'content-type': 'application/json'})
      .end('[{"code":400,"description":"end_date is wrong"}]'),
  )
  await expect(asJson.fetch(open311)).rejects.toThrow(
    '400 Bad Request: [{"code":400,"description":"end_date is wrong"}]',
  )
})

test('more than ninety days are not asked for', async () => {
  const {fetch, asked} = await publisher(() => {})
  await expect(fetch({...open311, windowDays: 91})).rejects.toThrow('Open311 answers for 90 days at most')
  expect(asked).toEqual([])
})

test('services are a file of their own', async () => {
  const {fetch, asked} = await publisher((_, response) => json(response, [{service_code: 'PTHL'}]))
  await fetch({kind: 'open311-services', endpoint: 'https://311.example/v2/', as: 'json', jurisdiction: 'x'})
  expect(asked.map(({path, query}) => path + query)).toEqual(['/v2/services.jsonjurisdiction_id=x'])
})

test.skipIf(!realData())("real answers of Toronto's endpoint are taken", async () => {
  const folder = join(realData()!, 'appeals/open311_georeport')
  const many = await readFile(join(folder, 'requests_many.xml'))
  const records = many.toString().match(/<service_request_id>/g)!.length
  const {fetch} = await publisher((_, response) => response.end(many))
  expect(await fetch({...open311, as: 'xml'})).toHaveLength(1)
  // As many as there are is one too many when that is the most.
  await expect(fetch({...open311, as: 'xml', since: '2026-11-21', most: records})).rejects.toThrow(
    `2026-11-21 alone has ${records} records or more`,
  )
})

const features = {
  kind: 'ogc-features',
  landing: 'https://geo.example/api/',
  collection: 'дерева міста',
} as const
const geo = {format: {kind: 'geojson'}} as const

test('features are asked for as the standard has it, with the parameters of the city', async () => {
  const {fetch, asked} = await publisher((_, response) => json(response, {features: [{id: 1}]}))
  await fetch({...features, pageFeatures: 500, parameters: {datetime: '2026-01-01/..'}}, geo)
  expect(asked[0]).toMatchObject({path: '/api/collections/дерева міста/items'})
  expect(Object.fromEntries(asked[0]!.query)).toEqual({datetime: '2026-01-01/..', limit: '500'})
  expect(asked[0]?.headers.accept).toBe('application/geo+json, application/json;q=0.9')
})

test('of several next links the one to JSON is followed, also from the Link header', async () => {
  const body = await publisher(({query}, response) =>
    json(response, {
      features: [{id: query.get('offset')}],
      links: query.has('offset')
        ? []
        : [
            {rel: 'self', href: 'https://geo.example/api'},
            {rel: 'next', type: 'text/html', href: '?offset=1&f=html'},
            {rel: 'next', type: 'application/geo+json', href: '?offset=1'},
          ],
    }),
  )
  expect(await body.fetch(features, geo)).toHaveLength(2)
  expect(body.asked[1]?.query.get('f')).toBeNull()
  const header = await publisher(({query}, response) =>
    json(
      response,
      {features: [{id: query.get('offset')}]},
      query.has('offset')
        ? {}
        : {link: '</a?x=1>; rel="prev", <?offset=2>; rel="next"; type="application/geo+json"'},
    ),
  )
  expect(await header.fetch(features, geo)).toHaveLength(2)
})

test.each([
  ['http instead of https', 'http://geo.example/api/collections/дерева міста/items?offset=1'],
  ['the name behind its proxy', 'http://localhost:8080/collections/дерева міста/items?offset=1'],
])('a service that writes %s into its links is asked under its own name', async (_, href) => {
  const {fetch, asked} = await publisher(({query}, response) =>
    json(response, {
      features: [{id: query.get('offset')}],
      links: query.has('offset') ? [] : [{rel: 'next', href}],
    }),
  )
  expect(await fetch(features, geo)).toHaveLength(2)
  expect(asked.map(({host, path}) => host + path)).toEqual(
    Array(2).fill('geo.example/api/collections/дерева міста/items'),
  )
})

test.each(['https://other.example/secret?offset=1', 'http://169.254.169.254/latest/meta-data'])(
  'a service that sends for its next page to %s is not followed',
  async href => {
    const {fetch, asked} = await publisher((_, response) =>
      json(response, {features: [{id: 1}], links: [{rel: 'next', href}]}),
    )
    await expect(fetch(features, geo)).rejects.toThrow('as its next page, another place altogether')
    expect(asked).toHaveLength(1)
  },
)

const things = {kind: 'sensorthings', root: 'https://sta.example/FROST-Server/v1.1', path: 'Things'} as const

test('entities of SensorThings are followed by their links, expanded as asked', async () => {
  const {fetch, asked} = await publisher(({query}, response) => {
    const skip = Number(query.get('$skip') ?? 0)
    json(response, {
      '@iot.count': 3,
      value: [{'@iot.id': skip + 1}],
      ...(skip < 2
        ? {
            '@iot.nextLink': `http://localhost:8080/FROST-Server/v1.1/Things?$top=1&$skip=${skip + 1}&$expand=Locations`,
          }
        : {}),
    })
  })
  expect(
    await fetch({...things, expand: 'Locations,Datastreams($expand=ObservedProperty)', pageEntities: 1}),
  ).toHaveLength(3)
  expect(asked[0]?.path).toBe('/FROST-Server/v1.1/Things')
  expect(Object.fromEntries(asked[0]!.query)).toEqual({
    $expand: 'Locations,Datastreams($expand=ObservedProperty)',
    $top: '1',
    $count: 'true',
  })
  expect(asked[2]?.query.get('$skip')).toBe('2')
})

test('observations are asked for in windows that leave no gap and do not overlap', async () => {
  const {fetch, asked} = await publisher((_, response) => json(response, {value: [{result: 1}]}))
  await fetch({
    ...things,
    path: 'Datastreams(4)/Observations',
    filter: 'result gt 0',
    observations: {since: '2026-11-01', windowDays: 10},
  })
  expect(asked.map(({path}) => path)).toEqual(Array(3).fill('/FROST-Server/v1.1/Datastreams(4)/Observations'))
  const filters = asked.map(({query}) => query.get('$filter'))
  expect(filters).toEqual([
    '(result gt 0) and phenomenonTime lt 2026-11-11T00:00:00Z and not (phenomenonTime lt 2026-11-01T00:00:00Z)',
    '(result gt 0) and phenomenonTime lt 2026-11-21T00:00:00Z and not (phenomenonTime lt 2026-11-11T00:00:00Z)',
    '(result gt 0) and phenomenonTime lt 2026-11-22T00:00:00Z and not (phenomenonTime lt 2026-11-21T00:00:00Z)',
  ])
  expect(asked[0]?.query.get('$orderby')).toBe('phenomenonTime asc')
})

test('fewer observations than are counted are not taken for all', async () => {
  const {fetch} = await publisher((_, response) => json(response, {'@iot.count': 9, value: [{result: 1}]}))
  await expect(fetch({...things, path: 'Observations', observations: {since: '2026-11-20'}})).rejects.toThrow(
    'gave 1 records and says there are 9',
  )
})

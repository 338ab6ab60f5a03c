import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {LiveSource} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {openPromise} from 'yauzl'
import {realData} from '../../../.config/real-data.ts'
import {json, publisher} from './publisher.fixture.ts'

const csv = {format: {kind: 'csv'}} as const

const resource = (id: string, name: string, format: string, changed: string | null = null) => ({
  id,
  name,
  format,
  state: 'active',
  url: `https://files.example/${id}`,
  created: '2020-01-01T00:00:00.000000',
  last_modified: changed,
})

/** A CKAN portal with one package, and the files its resources point to. */
const ckan = (resources: unknown[]) =>
  publisher(({path, query}, response) => {
    if (path !== '/api/3/action/package_show') return response.end(`file\n${path}\n`)
    if (query.get('id') !== 'zvernennia')
      return response
        .writeHead(404, {'content-type': 'application/json'})
        .end('{"success": false, "error": {"__type": "Not Found Error", "message": "Not found"}}')
    json(response, {help: '…', success: true, result: {id: 'zvernennia', resources}})
  })

const source = (which: Extract<LiveSource, {kind: 'ckan'}>['resource'], id = 'zvernennia') =>
  ({kind: 'ckan', portal: 'https://data.example/', package: id, resource: which}) as const

const years = [
  resource('r1', 'Звернення за 2024 рік', 'CSV', '2025-01-10T08:00:00.000000'),
  resource('r2', 'Звернення за 2025 рік', 'CSV', '2026-01-12T08:00:00.000000'),
  resource('r3', 'Структура', 'XLSX', '2026-02-01T08:00:00.000000'),
  {...resource('r4', 'Звернення за 2026 рік', 'CSV', '2026-11-01T08:00:00.000000'), state: 'deleted'},
]

test('a resource of CKAN is found by its id', async () => {
  const {fetch, asked} = await ckan(years)
  const files = await fetch(source({id: 'r3'}), {format: {kind: 'xlsx'}})
  expect(files.map(({address}) => address)).toEqual(['https://files.example/r3'])
  expect(asked.map(({host, path}) => host + path)).toEqual([
    'data.example/api/3/action/package_show',
    'files.example/r3',
  ])
})

test('or the newest of those whose names fit', async () => {
  const {fetch} = await ckan(years)
  const files = await fetch(source({name: '^звернення за \\d{4}', format: 'csv', take: 'newest'}), csv)
  expect(files.map(({address}) => address)).toEqual(['https://files.example/r2'])
})

test('or all of them, in the order of their names', async () => {
  const {fetch} = await ckan([
    resource('b', 'Part 10', 'CSV'),
    resource('c', 'Part 9', 'CSV'),
    resource('a', 'Part 1', 'CSV'),
  ])
  const files = await fetch(source({format: 'CSV', take: 'all'}), csv)
  expect(files.map(({address}) => address.slice(-1))).toEqual(['a', 'c', 'b'])
})

test('where nothing says when it changed, the newest is the one with the latest name', async () => {
  const {fetch} = await ckan(
    ['Data 2024', 'Data 2026', 'Data 2025'].map((name, index) => ({
      ...resource(`r${index}`, name, 'CSV'),
      created: null,
    })),
  )
  const files = await fetch(source({format: 'CSV', take: 'newest'}), csv)
  expect(files[0]?.address).toBe('https://files.example/r1')
})

test('where several fit and one is wanted, or none does, it is told which there are', async () => {
  const {fetch} = await ckan(years)
  await expect(fetch(source({format: 'CSV'}), csv)).rejects.toThrow(
    'The package "zvernennia" has 2 files with the format CSV: "Звернення за 2024 рік" (CSV, r1), "Звернення за 2025 рік" (CSV, r2). Say more in the city\'s profile, or take the newest, or all.',
  )
  await expect(fetch(source({name: 'укриття', format: 'CSV'}), csv)).rejects.toThrow(
    'has no file with a name like "укриття" and the format CSV. It has "Звернення за 2024 рік" (CSV, r1)',
  )
  await expect(fetch(source({id: 'r4'}), csv)).rejects.toThrow('has no file with the id r4')
  await expect(fetch(source({id: 'r1'}, 'other'), csv)).rejects.toThrow(
    /other could not be fetched \(1 try\): the server answers 404 Not Found: .*Not Found Error/,
  )
})

test('a resource that lies in the city’s network is not fetched for a portal outside', async () => {
  const {fetchGuarded, origin, asked} = await ckan([
    {...resource('r1', 'x', 'CSV'), url: 'http://192.168.0.7/registry.csv'},
  ])
  await expect(fetchGuarded({...source({id: 'r1'}), portal: origin}, csv)).rejects.toThrow(
    'leads to 192.168.0.7, an address of a private network',
  )
  expect(asked).toHaveLength(1)
})

/** One catalogue in the shapes that JSON-LD allows, and as data.json. */
const distribution = {
  '@type': 'dcat:Distribution',
  'dct:title': 'Дерева, CSV',
  'dcat:downloadURL': {'@id': 'https://files.example/trees.csv'},
  'dct:format': {'@id': 'http://publications.europa.eu/resource/authority/file-type/CSV'},
}
const shapes: Record<string, unknown> = {
  'nested, with prefixes': {
    '@context': {},
    '@type': 'dcat:Catalog',
    'dcat:dataset': [
      {'@id': 'https://data.example/other', '@type': 'dcat:Dataset', 'dct:title': 'Other'},
      {
        '@id': 'https://data.example/trees',
        '@type': 'dcat:Dataset',
        'dct:identifier': 'trees',
        'dcat:distribution': [distribution],
      },
    ],
  },
  'as a graph of references': {
    '@graph': [
      {
        '@id': 'https://data.example/trees',
        '@type': ['dcat:Dataset'],
        'dct:identifier': 'trees',
        'dcat:distribution': {'@id': '_:d1'},
      },
      {...distribution, '@id': '_:d1'},
    ],
  },
  'with whole names, expanded': [
    {
      '@id': 'https://data.example/trees',
      '@type': ['http://www.w3.org/ns/dcat#Dataset'],
      'http://purl.org/dc/terms/identifier': [{'@value': 'trees'}],
      'http://www.w3.org/ns/dcat#distribution': [{'@id': 'https://data.example/trees/csv'}],
    },
    {
      '@id': 'https://data.example/trees/csv',
      '@type': ['http://www.w3.org/ns/dcat#Distribution'],
      'http://www.w3.org/ns/dcat#accessURL': [{'@id': 'https://files.example/trees.csv'}],
      'http://www.w3.org/ns/dcat#mediaType': [{'@value': 'text/csv'}],
    },
  ],
  'of DCAT-US': {
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: [
      {
        '@type': 'dcat:Dataset',
        identifier: 'trees',
        title: 'Trees',
        distribution: [
          {
            '@type': 'dcat:Distribution',
            downloadURL: 'https://files.example/trees.csv',
            mediaType: 'text/csv',
            title: null,
          },
          {'@type': 'dcat:Distribution', accessURL: 'https://files.example/page', mediaType: 'text/html'},
        ],
      },
    ],
  },
}

test.each(Object.keys(shapes))('a distribution is found in a catalogue %s', async shape => {
  const {fetch} = await publisher(({path}, response) =>
    path === '/catalog.jsonld' ? json(response, shapes[shape]) : response.end('id\n1\n'),
  )
  const dcat = {kind: 'dcat', catalogue: 'https://data.example/catalog.jsonld'} as const
  for (const dataset of shape.startsWith('of') ? ['trees'] : ['trees', 'https://data.example/trees']) {
    const files = await fetch({...dcat, dataset, distribution: {format: 'csv'}}, csv)
    expect(files.map(({address}) => address)).toEqual(['https://files.example/trees.csv'])
  }
  await expect(fetch({...dcat, dataset: 'parks', distribution: {format: 'csv'}}, csv)).rejects.toThrow(
    /The catalogue https:\/\/data\.example\/catalog\.jsonld has no dataset "parks" among its [12]\./,
  )
})

test('a catalogue in pages is followed to the one that has the dataset', async () => {
  const page = (n: number) => ({
    '@graph': [
      {
        '@id': `https://data.example/catalog.jsonld?page=${n}`,
        '@type': 'hydra:PagedCollection',
        ...(n < 3 ? {'hydra:next': {'@id': `https://data.example/catalog.jsonld?page=${n + 1}`}} : {}),
      },
      {
        '@id': `https://data.example/${n}`,
        '@type': 'dcat:Dataset',
        'dct:identifier': `d${n}`,
        'dcat:distribution': {...distribution, '@id': `_:${n}`},
      },
    ],
  })
  const {fetch, asked} = await publisher(({path, query}, response) =>
    path === '/catalog.jsonld'
      ? json(response, page(Number(query.get('page') ?? 1)))
      : response.end('id\n1\n'),
  )
  await fetch(
    {
      kind: 'dcat',
      catalogue: 'https://data.example/catalog.jsonld',
      dataset: 'd3',
      distribution: {format: 'CSV'},
    },
    csv,
  )
  expect(asked.map(({query}) => query.get('page'))).toEqual([null, '2', '3', null])
})

test.skipIf(!realData())(
  'the catalogue of Philadelphia: every dataset with a CSV file is found',
  async () => {
    const text = await readFile(join(realData()!, 'catalogues/philadelphia_dcatus_data.json'))
    const {dataset: datasets} = JSON.parse(text.toString()) as {
      dataset: {
        identifier: string
        distribution?: {format?: string; mediaType?: string; downloadURL?: string; accessURL?: string}[]
      }[]
    }
    const {fetch} = await publisher(({path}, response) =>
      path === '/data.json' ? response.end(text) : response.end('id\n1\n'),
    )
    const withCsv = datasets.filter(({distribution = []}) =>
      distribution.some(({format, downloadURL, accessURL}) => format === 'CSV' && (downloadURL ?? accessURL)),
    )
    expect(withCsv.length).toBeGreaterThan(100)
    for (const {identifier, distribution = []} of withCsv.slice(0, 40)) {
      const wanted = distribution.flatMap(({format, downloadURL, accessURL}) =>
        format === 'CSV' ? [new URL((downloadURL ?? accessURL)!).href] : [],
      )
      const files = await fetch(
        {
          kind: 'dcat',
          catalogue: 'https://phila.example/data.json',
          dataset: identifier,
          distribution: {format: 'CSV', take: 'all'},
        },
        csv,
      )
      expect(files.map(({address}) => address).sort()).toEqual(wanted.sort())
    }
  },
)

test.skipIf(!realData())('the CKAN of Tokyo: resources of its packages are found by id', async () => {
  const archive = await openPromise(join(realData()!, 'catalogues/tokyo_ckan_packages.zip'), {
    autoClose: false,
  })
  const packages: {text: Buffer; resources: {id: string; url: string}[]}[] = []
  for await (const entry of archive.eachEntry()) {
    if (entry.uncompressedSize < 500 || packages.length >= 25) continue
    const pieces: Buffer[] = []
    for await (const piece of await archive.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    const text = Buffer.concat(pieces)
    const {result} = JSON.parse(text.toString()) as {result: {resources: {id: string; url: string}[]}}
    if (result.resources.some(({url}) => /^https?:/.test(url)))
      packages.push({text, resources: result.resources})
  }
  archive.close()
  for (const {text, resources} of packages) {
    const {fetch} = await publisher(({path}, response) =>
      path.endsWith('package_show') ? response.end(text) : response.end('id\n1\n'),
    )
    const {id, url} = resources.find(one => /^https?:/.test(one.url))!
    const files = await fetch(source({id}), csv)
    expect(files[0]?.address).toBe(new URL(url.trim()).href)
  }
})

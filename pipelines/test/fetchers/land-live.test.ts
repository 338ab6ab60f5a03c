import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type City, column, defineCity, defineDataset, type Feed, feed, licences} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {land, landingFolder} from '../../src/index.ts'
import {rowsIn} from '../lake.fixture.ts'
import {json, publisher} from './publisher.fixture.ts'

const trees = defineDataset({
  id: 'town-trees',
  title: {uk: 'Дерева', en: 'Trees'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'ENVI',
  cadence: 'DAILY',
  key: ['tree_id'],
  columns: {
    tree_id: column.text({from: 'id', describe: {uk: 'Номер', en: 'Number'}}),
    species: column.text({from: 'species', nullable: true, describe: {uk: 'Вид', en: 'Species'}}),
  },
})

/** A town that reads one live source, and how to land it. */
function townOf(live: NonNullable<Feed['live']>, data: string, effects: Parameters<typeof land>[4]) {
  const city: City = defineCity({
    id: 'town',
    name: {uk: 'Місто', en: 'Town'},
    nameOf: {uk: 'Міста', en: 'Town'},
    country: 'UA',
    zone: 'Europe/Kyiv',
    bbox: [30, 50, 31, 51],
    feeds: [feed(trees, {live: {...live, secondsBetween: 0}})],
  })
  return async () => {
    const {manifest, isNew} = await land(city, city.feeds[0]!, data, null, effects)
    const folder = landingFolder(data, 'town', trees.id)
    return {
      manifest,
      isNew,
      rows: await rowsIn(join(folder, manifest.file)),
      text: await readFile(join(folder, manifest.file.replace('.parquet', '.json')), 'utf8'),
    }
  }
}

test('pages of features become one landing, and the same features again change nothing', async () => {
  let last = 5
  const {effects, data} = await publisher(({query}, response) => {
    const page = Number(query.get('page') ?? 1)
    json(response, {
      type: 'FeatureCollection',
      timeStamp: new Date().toISOString(),
      features: [page * 2 - 1, page * 2]
        .filter(id => id <= last)
        .map(id => ({
          type: 'Feature',
          id: `0${id}`,
          geometry: {type: 'Point', coordinates: [30.5, 50.45]},
          properties: {species: 'липа'},
        })),
      links: page * 2 < last ? [{rel: 'next', href: `?page=${page + 1}`}] : [],
    })
  })
  const source = {kind: 'ogc-features', landing: 'https://geo.example', collection: 'trees'} as const
  const landIt = townOf({source, format: {kind: 'geojson'}}, data, effects)
  const first = await landIt()
  expect(first.rows.map(({id}) => id)).toEqual(['01', '02', '03', '04', '05'])
  expect(first.manifest.sources.map(({address}) => address)).toEqual([
    'https://geo.example/collections/trees/items?limit=1000',
    'https://geo.example/collections/trees/items?page=2',
    'https://geo.example/collections/trees/items?page=3',
  ])
  expect((await landIt()).isNew).toBe(false)
  last = 6
  const more = await landIt()
  expect([more.isNew, more.rows.length]).toEqual([true, 6])
})

test('pages of CSV, each under its own header, become one landing', async () => {
  const {effects, data} = await publisher(({query}, response) => {
    if (query.get('$select')) return json(response, [{rows_in_all: '3'}])
    const offset = Number(query.get('$offset'))
    const rows = ['1,"липа, серцелиста"\n', '2,клен\n', '3,\n'].slice(offset, offset + 2)
    response.end(`id,species\n${rows.join('')}`)
  })
  const source = {
    kind: 'socrata',
    portal: 'https://data.example',
    dataset: 'abcd-1234',
    as: 'csv',
    pageRows: 2,
  } as const
  const {rows, manifest} = await townOf({source, format: {kind: 'csv', delimiter: ','}}, data, effects)()
  expect(rows).toEqual([
    {id: '1', species: 'липа, серцелиста'},
    {id: '2', species: 'клен'},
    {id: '3', species: null},
  ])
  expect(manifest.records).toEqual({read: 3, landed: 3, setAside: 0, filtered: 0})
})

test('a key gets into no manifest', async () => {
  const {effects, data} = await publisher((_, response) => json(response, {alerts: [{id: 1, species: 'x'}]}))
  const source = {kind: 'alerts-in-ua', key: {env: 'ALERTS_IN_UA_TOKEN'}} as const
  const {text} = await townOf({source, format: {kind: 'json', records: 'alerts'}}, data, {
    ...effects,
    env: {ALERTS_IN_UA_TOKEN: 'token-of-ours'},
  })()
  expect(text).toContain('https://api.alerts.in.ua/v1/alerts/active.json')
  expect(text).not.toContain('token-of-ours')
})

import {appendFile, chmod, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import appealsData from '@hromada/datasets/appeals/dataset.ts'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {
  defineModel,
  listReleases,
  type Model,
  pinRelease,
  ReleaseRefused,
  retireReleases,
  staging,
  verifyRelease,
} from '../src/index.ts'
import {builtCity, dataFolder, sampleCity} from './city.fixture.ts'

const text = {uk: 'Перевірка', en: 'Test'}
const base = {title: text, describe: text, publish: true, inputs: [staging(appealsData)] as const}

/** All appeals; those of one status; how many there are. The last never changes here. */
const models = (isShort: boolean): Model[] => [
  defineModel({
    ...base,
    name: 'listed',
    grain: ['city', 'appeal_id'],
    query: db =>
      isShort
        ? db.selectFrom('stg_appeals').select(['city', 'appeal_id']).orderBy('appeal_id').limit(10)
        : db.selectFrom('stg_appeals').select(['city', 'appeal_id', 'status']).orderBy('appeal_id'),
  }) as unknown as Model,
  defineModel({
    ...base,
    name: 'counted',
    grain: ['city'],
    columns: {appeals: {uk: 'Звернень', en: 'Appeals', unit: '1'}},
    query: db =>
      db
        .selectFrom('stg_appeals')
        .select(eb => ['city', eb.fn.countAll<number>().as('appeals')])
        .groupBy('city'),
  }) as unknown as Model,
]

const town = async (data: string, isShort: boolean) => {
  const demo = await sampleCity()
  const city = {...demo, feeds: demo.feeds.filter(({dataset}) => dataset.id === 'appeals')}
  return builtCity([city], null, {data, models: models(isShort)})
}
const verify = (data: string, id: string) =>
  verifyRelease(data, id, {signal: new AbortController().signal, onFile: () => {}})
const day = (date: number) => new Date(`2026-11-${date}T08:00:00Z`)

let data: string
let first: string
beforeAll(async () => {
  data = dataFolder()
  const whole = await town(data, false)
  first = (await whole.release(day(10))).manifest.id
  await whole.warehouse.close()
})
afterAll(() => rm(data, {recursive: true, force: true}))

test('a release that loses rows and a column waits for a reason, which is published with it', async () => {
  const short = await town(data, true)
  await expect(short.release(day(11))).rejects.toThrow(ReleaseRefused)
  await expect(short.release(day(11))).rejects.toThrow('listed: the column status would be gone.')
  await expect(short.release(day(11))).rejects.toThrow(/listed: 170 of 180 rows would be gone \(94\.4 %/)
  await expect(short.release(day(11))).rejects.toMatchObject({exitCode: 3})
  expect((await listReleases(data)).map(({id}) => id)).toEqual([first])
  expect((await readdir(join(data, 'releases'))).filter(name => name.startsWith('.'))).toEqual([])

  const {manifest} = await short.release(day(11), 'Only the first ten are right')
  await short.warehouse.close()
  expect(manifest.reason).toBe('Only the first ten are right')
  expect(manifest.tool).toMatchObject({name: 'hromada', version: '0.1.0', node: process.versions.node})
  expect(manifest.models.map(({name, kind}) => [name, kind])).toEqual([
    ['stg_appeals', 'staging'],
    ['listed', 'model'],
    ['counted', 'model'],
  ])
  expect((await listReleases(data)).map(({sealedAt, reason}) => [sealedAt, reason])).toEqual([
    ['2026-11-11T08:00:00.000Z', 'Only the first ten are right'],
    ['2026-11-10T08:00:00.000Z', null],
  ])
})

test('what did not change is the same file on the disk', async () => {
  const [second] = await listReleases(data)
  const inode = async (id: string, file: string) => (await stat(join(data, 'releases', id, file))).ino
  expect(await inode(second!.id, 'counted.parquet')).toBe(await inode(first, 'counted.parquet'))
  expect(await inode(second!.id, 'listed.parquet')).not.toBe(await inode(first, 'listed.parquet'))
})

test('a reason that nobody needed is not published', async () => {
  const whole = await town(data, false)
  const {manifest} = await whole.release(day(12), 'Just so')
  await whole.warehouse.close()
  expect(manifest.reason).toBe(null)
})

test('a release is found to be as it was sealed, and every change of it is found', async () => {
  expect(await verify(data, first)).toEqual([])
  const folder = join(data, 'releases', first)
  const manifestPath = join(folder, 'manifest.json')
  const manifest = await readFile(manifestPath, 'utf8')
  await chmod(join(folder, 'listed.parquet'), 0o644)
  const bytes = await readFile(join(folder, 'listed.parquet'))

  const changed = Buffer.from(bytes)
  changed[200]! ^= 1
  await writeFile(join(folder, 'listed.parquet'), changed)
  expect(await verify(data, first)).toEqual(['listed.parquet has another content than was sealed.'])
  await appendFile(join(folder, 'listed.parquet'), 'x')
  expect(await verify(data, first)).toEqual([
    `listed.parquet has ${bytes.length + 1} bytes instead of ${bytes.length}.`,
  ])
  await writeFile(join(folder, 'listed.parquet'), bytes)

  const other = JSON.parse(manifest) as {tables: {name: string}[]}
  await chmod(manifestPath, 0o644)
  await writeFile(manifestPath, JSON.stringify({...other, tables: other.tables.slice(1)}))
  expect(await verify(data, first)).toEqual([
    'manifest.json lists other files than were sealed: its digest does not fit.',
  ])
  await writeFile(manifestPath, manifest)
  expect(await verify(data, first)).toEqual([])
  expect(await verify(data, 'nothing')).toEqual(['nothing: it has no manifest.json that can be read.'])
})

test('old releases go with the files that no other has; pinned ones and the current one stay', async () => {
  const objects = async () =>
    (await readdir(join(data, 'objects'), {recursive: true})).filter(name => name.length > 60).length
  const releases = await listReleases(data)
  expect(releases).toHaveLength(3)
  await pinRelease(data, first)
  const before = await objects()
  expect(await retireReleases(data, {releases: 1, days: 0}, day(21))).toEqual([releases[1]!.id])
  expect((await listReleases(data)).map(({id}) => id)).toEqual([releases[0]!.id, first])
  // The short list is no other's, nor is the table of official fields: one of them had no column there.
  expect(before - (await objects())).toBe(2)
  expect(await verify(data, first)).toEqual([])
  expect(await verify(data, releases[0]!.id)).toEqual([])
})

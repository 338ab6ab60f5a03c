import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {pointAt, sealRelease} from '../../test/release-folder.ts'
import {appeals, demoBudget} from '../../test/sample-tables.ts'
import {ReleaseReader} from './release-reader.ts'

let data: string
let reader: ReleaseReader
let said: string[]

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'hromada-reader-'))
  said = []
  const log = {
    info: (message: string) => said.push(message),
    error: (message: string) => said.push(`! ${message}`),
  }
  reader = new ReleaseReader({data, checkEveryMilliseconds: 0, retryAfterMilliseconds: 0, log})
})
afterEach(async () => {
  await reader.close()
  await rm(data, {recursive: true})
})

const file = (id: string, name: string) => join(data, 'releases', id, name)
const count = (sql: string) => ({sql, parameters: []})

/** Opens a release whose folder was changed after it was sealed, and says why it is not served. */
async function problemAfter(damage: () => Promise<unknown>): Promise<string | null> {
  await sealRelease(data, 'good', {tables: [appeals]})
  expect(await reader.state()).toMatchObject({release: 'good', problem: null})
  await sealRelease(data, 'bad', {tables: [appeals, demoBudget]})
  await damage()
  const {release, problem} = await reader.state()
  expect(release).toBe('good')
  const lease = await reader.acquire()
  expect(lease.release.id).toBe('good')
  expect(await lease.release.count(count('select count(*) from appeals'))).toBe(3)
  lease.done()
  expect(problem).not.toContain(data)
  return problem
}

test('without a release there is a reason', async () => {
  expect(await reader.state()).toMatchObject({
    release: null,
    problem: 'The data folder has no file "current": no release was sealed yet.',
  })
  await expect(reader.acquire()).rejects.toMatchObject({code: 'NO_RELEASE'})
})

test('a release that comes later is found', async () => {
  await reader.state()
  await sealRelease(data, 'first', {tables: [appeals]})
  expect(await reader.state()).toMatchObject({release: 'first', problem: null})
  expect(said).toEqual(['Serving the release first.'])
})

test('answers under way keep their release until the last has ended', async () => {
  await sealRelease(data, 'first', {tables: [appeals]})
  const [one, two] = await Promise.all([reader.acquire(), reader.acquire()])
  await sealRelease(data, 'second', {tables: [demoBudget]})
  const next = await reader.acquire()
  expect([one.release.id, two.release.id, next.release.id]).toEqual(['first', 'first', 'second'])
  one.done()
  one.done()
  expect(await two.release.count(count("select count(*) from appeals where city = 'odesa'"))).toBe(2)
  const {scratch} = two.release
  expect(await readdir(scratch)).toEqual([])
  two.done()
  await expect.poll(() => readdir(scratch).catch(() => 'gone')).toBe('gone')
  next.done()
})

test('many who ask at once open a release once', async () => {
  await sealRelease(data, 'first', {tables: [appeals]})
  const leases = await Promise.all(Array.from({length: 20}, () => reader.acquire()))
  expect(new Set(leases.map(lease => lease.release)).size).toBe(1)
  expect((await reader.state()).readers).toBe(20)
  for (const lease of leases) lease.done()
  expect((await reader.state()).readers).toBe(0)
})

test.each<[string, () => Promise<unknown>, string]>([
  [
    'a folder that is missing',
    () => rm(join(data, 'releases/bad'), {recursive: true}),
    'has no manifest.json',
  ],
  [
    'a manifest that was cut',
    () => truncate(file('bad', 'manifest.json'), 200),
    'is not JSON: it was cut or changed',
  ],
  [
    'a manifest of something else',
    () => writeFile(file('bad', 'manifest.json'), '{"id": "bad"}'),
    'manifest.json that is not one',
  ],
  [
    'a manifest of another release',
    () => rename('bad', {id: 'other'}),
    'has the manifest.json of the release "other"',
  ],
  ['a file that is missing', () => rm(file('bad', 'appeals.parquet')), 'has no file appeals.parquet'],
  [
    'a file that was cut',
    () => truncate(file('bad', 'appeals.parquet'), 100),
    'damaged file appeals.parquet: 100 bytes instead of',
  ],
  ['a file that grew', () => appendFile(file('bad', 'appeals.parquet'), 'x'), 'damaged file appeals.parquet'],
  ['a file that is none', () => overwrite('bad', 'appeals.parquet'), 'damaged file appeals.parquet: '],
  ['a name that leads out', () => pointAt(data, '../../etc'), 'has a name that is no name'],
  ['an empty name', () => pointAt(data, ''), 'has a name that is no name'],
  [
    'a path that leads out',
    () =>
      edit('bad', manifest => {
        manifest.tables[0].file = '../good/appeals.parquet'
      }),
    'names a file outside its folder',
  ],
  [
    'a column that the file lacks',
    () =>
      edit('bad', manifest => {
        manifest.tables[0].columns[0].name = 'town'
        manifest.tables[0].grain = ['town']
      }),
    'damaged file appeals.parquet: ',
  ],
  [
    'a column of another type',
    () =>
      edit('bad', manifest => {
        manifest.tables[0].columns[0].type = 'integer'
      }),
    'its column "city" is VARCHAR, which does not hold integer values',
  ],
  [
    "a number of rows that is not the file's",
    () =>
      edit('bad', manifest => {
        manifest.tables[0].row_count = 4
      }),
    'it has 3 rows instead of 4',
  ],
  [
    'a grain of no column',
    () =>
      edit('bad', manifest => {
        manifest.tables[0].grain = ['town']
      }),
    'names a column it lacks: "town"',
  ],
  [
    'a name that is no identifier',
    () =>
      edit('bad', manifest => {
        manifest.tables[0].name = 'a"; drop table x'
      }),
    '/tables/0/name',
  ],
])('%s keeps the release before it', async (_, damage, reason) => {
  const problem = await problemAfter(damage)
  expect(problem).toContain(reason)
  expect(said.at(-1)).toBe(`! ${problem}`)
})

test('a release that was repaired is taken up', async () => {
  const whole = await sealRelease(data, 'first', {tables: [appeals]})
  await truncate(file('first', 'manifest.json'), 10)
  expect((await reader.state()).release).toBe(null)
  await writeFile(file('first', 'manifest.json'), JSON.stringify(whole))
  expect(await reader.state()).toMatchObject({release: 'first', problem: null})
})

test('a release below a link is opened like any other', async () => {
  await sealRelease(data, 'first', {tables: [appeals]})
  await mkdir(join(data, 'elsewhere'))
  await symlink(data, join(data, 'elsewhere/data'))
  const linked = new ReleaseReader({data: join(data, 'elsewhere/data')})
  expect(await linked.state()).toMatchObject({release: 'first'})
  await linked.close()
})

test('the database of a release reads nothing else', async () => {
  await sealRelease(data, 'first', {tables: [appeals]})
  await writeFile(join(data, 'secret.csv'), 'a\n1\n')
  const {release, done} = await reader.acquire()
  const refused = [
    `select count(*) from read_csv('${join(data, 'secret.csv')}')`,
    `select count(*) from read_text('/etc/passwd')`,
    `select count(*) from '${join(data, 'releases/first/../../secret.csv')}'`,
    `attach '${join(data, 'other.duckdb')}'`,
    `copy appeals to '${join(data, 'out.csv')}'`,
    `set enable_external_access = true`,
    `set threads = 1`,
    `install spatial`,
    `load spatial`,
  ]
  for (const sql of refused)
    await expect(release.run(count(sql)), sql).rejects.toThrow(
      /Permission|Cannot change|locked|disabled|not found/i,
    )
  expect(await readFile(join(data, 'secret.csv'), 'utf8')).toBe('a\n1\n')
  done()
})

// biome-ignore lint/suspicious/noExplicitAny: a manifest is broken on purpose
async function edit(id: string, change: (manifest: any) => void): Promise<void> {
  const path = file(id, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  change(manifest)
  await writeFile(path, JSON.stringify(manifest))
}

const rename = (id: string, changes: object) => edit(id, manifest => Object.assign(manifest, changes))

/** Other bytes, as many as before. */
async function overwrite(id: string, name: string): Promise<void> {
  const {length} = await readFile(file(id, name))
  await writeFile(file(id, name), Buffer.alloc(length, 'x'))
}

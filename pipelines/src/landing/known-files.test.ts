import {createHash} from 'node:crypto'
import {mkdtemp, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {KnownFiles} from './known-files.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'known-files-'))
  path = join(folder, 'rows.csv')
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** Longer than a file system that knows whole seconds needs. */
const settled = () => setTimeout(2100)

async function identified(): Promise<string> {
  const known = await KnownFiles.read(folder)
  const one = await known.identify({path, address: 'rows.csv', etag: '"a"'})
  await known.keep()
  expect(one).toMatchObject({address: 'rows.csv', etag: '"a"', bytes: (await stat(path)).size})
  return one.sha256
}

test('a file that nobody has touched is not read again', async () => {
  await writeFile(path, 'a;b\n1;2\n')
  await settled()
  expect(await identified()).toBe(sha256('a;b\n1;2\n'))
  // What is remembered is believed: were the file read, this would not be its hash.
  const kept = await readFile(join(folder, '.known-files'), 'utf8')
  await writeFile(join(folder, '.known-files'), kept.replace(sha256('a;b\n1;2\n'), 'remembered'))
  expect(await identified()).toBe('remembered')
  expect(await identified()).toBe('remembered')
})

test('a file of the same size and time is read where its bytes were written again', async () => {
  await writeFile(path, 'a;b\n1;2\n')
  await settled()
  await identified()
  const {atime, mtime} = await stat(path)
  await writeFile(path, 'a;b\n1;3\n')
  await utimes(path, atime, mtime)
  expect((await stat(path)).mtimeMs).toBeCloseTo(mtime.getTime(), -1)
  expect(await identified()).toBe(sha256('a;b\n1;3\n'))
})

test('a file that was written just now is not remembered, and a torn memory is none', async () => {
  await writeFile(path, 'a\n1\n')
  const soon = new Date(Date.now() + 60_000)
  await utimes(path, soon, soon)
  await identified()
  expect(await readFile(join(folder, '.known-files'), 'utf8').catch(() => '[]')).toBe('[]')
  await writeFile(join(folder, '.known-files'), '[["rows')
  expect(await identified()).toBe(sha256('a\n1\n'))
})

import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, it} from 'vitest'
import {Outbox} from './outbox.ts'
import {ZipFile} from './zip-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'zip-'))
afterAll(() => rmSync(folder, {recursive: true}))

const entries: [string, string][] = [
  ['agency.txt', 'agency_id,agency_name\n1,Приклад\n'],
  ['empty.txt', ''],
  ['long.txt', 'море '.repeat(300_000)],
]

function write(name: string): Buffer {
  const outbox = new Outbox(folder)
  const zip = new ZipFile(outbox.file(name))
  for (const [path, text] of entries) zip.entry(path, Buffer.from(text))
  outbox.done(zip)
  return readFileSync(join(folder, name))
}

/** Another program's reading of the archive, or null where this machine does not have the program. */
function ask(program: string, args: string[]): string | null {
  try {
    return execFileSync(program, args, {encoding: 'utf8', maxBuffer: 1 << 24})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

it('writes the same bytes every time', () => {
  expect(write('one.zip').equals(write('two.zip'))).toBe(true)
})

it('counts its entries', () => {
  const outbox = new Outbox(folder)
  const zip = new ZipFile(outbox.file('counted.zip'))
  zip.entry('a', Buffer.from('a'))
  outbox.done(zip)
  expect(outbox.finish()[0]).toMatchObject({path: 'counted.zip', records: 1, bytes: 30 + 1 + 1 + 46 + 1 + 22})
})

it('is an archive that other programs read', () => {
  write('read.zip')
  const path = join(folder, 'read.zip')
  const script = [
    'import json, sys, zipfile',
    'z = zipfile.ZipFile(sys.argv[1])',
    'print(json.dumps([z.testzip(), [[i.filename, z.read(i).decode(), list(i.date_time), i.CRC] for i in z.infolist()]]))',
  ].join('\n')
  const python = ask('python3', ['-c', script, path])
  const unzip = ask('unzip', ['-t', path])
  expect(python ?? unzip, 'neither python3 nor unzip is on this machine').not.toBeNull()
  if (python) {
    const [bad, read] = JSON.parse(python) as [null, [string, string, number[], number][]]
    expect(bad).toBeNull()
    expect(read.map(([name, text]) => [name, text])).toEqual(entries)
    expect(read[0]![2]).toEqual([2026, 1, 1, 0, 0, 0])
    // CRC-32 of nothing is 0 (RFC 1952).
    expect(read[1]![3]).toBe(0)
  }
  if (unzip) expect(unzip).toContain('No errors detected')
})

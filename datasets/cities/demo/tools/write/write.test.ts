import {createHash} from 'node:crypto'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {Outbox} from './outbox.ts'
import {encodeWindows1251} from './windows-1251.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-write-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

test('a CSV file quotes what needs it, counts its rows, and knows its hash', async () => {
  const outbox = new Outbox(folder)
  const file = outbox.csv('a/b.csv', ['id', 'text'], {delimiter: ';', hasMark: true, lineEnd: '\r\n'})
  file.row([1, 'рядок; з «лапками» "тут"'])
  file.row([2, null])
  file.row(['3', 'два\nрядки'])
  file.line('ragged;line;as;it;is')
  outbox.done(file)
  const bytes = await readFile(join(folder, 'a/b.csv'))
  expect(bytes.toString('utf8')).toBe(
    '\ufeffid;text\r\n1;"рядок; з «лапками» ""тут"""\r\n2;\r\n3;"два\nрядки"\r\nragged;line;as;it;is\r\n',
  )
  expect(outbox.finish()).toEqual([
    {
      path: 'a/b.csv',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      records: 4,
    },
  ])
})

test('a large file is the same as in one piece', async () => {
  const outbox = new Outbox(folder)
  const file = outbox.csv('large.csv', ['n', 'text'], {encoding: 'windows-1251'})
  const lines = ['n,text']
  for (let n = 0; n < 100_000; n++) {
    file.row([n, 'їжак'])
    lines.push(`${n},їжак`)
  }
  outbox.done(file)
  expect(new TextDecoder('windows-1251').decode(await readFile(join(folder, 'large.csv')))).toBe(
    `${lines.join('\n')}\n`,
  )
})

test('windows-1251 holds every Ukrainian letter, and refuses what it has not', () => {
  const text = 'АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ абвгґдеєжзиіїйклмнопрстуфхцчшщьюя «№ – —»'
  expect(new TextDecoder('windows-1251').decode(encodeWindows1251(text))).toBe(text)
  expect(encodeWindows1251('обʼєкт').length).toBe(6)
  expect(() => encodeWindows1251('漢')).toThrow('windows-1251 has no "漢"')
})

test('a GeoJSON file is GeoJSON and says that it is invented', async () => {
  const outbox = new Outbox(folder)
  const file = outbox.geojson('places.geojson', 'places')
  file.feature({name: 'тут'}, {type: 'Point', coordinates: [31.3, 45.9]})
  file.feature({name: 'ніде'}, null)
  outbox.done(file)
  const read = JSON.parse(await readFile(join(folder, 'places.geojson'), 'utf8')) as {
    description: string
    features: unknown[]
  }
  expect(read.description).toContain('nothing in it is real')
  expect(read.features).toEqual([
    {type: 'Feature', properties: {name: 'тут'}, geometry: {type: 'Point', coordinates: [31.3, 45.9]}},
    {type: 'Feature', properties: {name: 'ніде'}, geometry: null},
  ])
})

test('a file left open is found out', () => {
  const outbox = new Outbox(folder)
  const file = outbox.text('open.txt')
  expect(() => outbox.finish()).toThrow('Not closed: open.txt.')
  outbox.done(file)
})

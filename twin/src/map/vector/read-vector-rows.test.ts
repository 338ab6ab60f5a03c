import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, expect, test} from 'vitest'
import {changedFiles} from '../../tiles/changed-files.fixture.ts'
import type {Query} from '../../tiles/release-artefacts.ts'
import {readVectorRows} from './read-vector-rows.ts'
import {area, line, rectangle} from './vector-town.fixture.ts'
import {writeVectorTiles} from './write-vector-tiles.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => rm(folder, {recursive: true}))))

const inserts = [
  `insert into land_use values ('x', 'A10', 'park', 'парк', null, '${area(rectangle(0, 0, 90, 90))}')`,
  `insert into land_use values ('x', 'A9', 'wood', null, 'Wood', '${area(rectangle(0, 100, 90, 190))}')`,
  `insert into land_use values ('y', 'A9', 'wood', 'ліс', 'Wood', '${area(rectangle(0, 100, 90, 190))}')`,
  `insert into roads values ('x', 'E2', 'street', false, true, 'S', 'вул. Нова', '${line([9, 0], [90, 9])}')`,
  `insert into roads values ('x', 'E1', 'street', true, false, 'S', 'вул. Нова', '${line([9, 0], [-90, 9])}')`,
  `insert into roads values ('x', 'E3', 'lane', false, false, null, null, '${line([9, 0], [0, -90])}')`,
  `insert into streets values ('x', 'S', 'Nova Street')`,
  `insert into streets values ('y', 'S', 'Other Street')`,
  `insert into addresses values ('x', 'W2', ' 7-Б ', 31.0001, 46, 'Чинна')`,
  `insert into addresses values ('x', 'W1', '5', 31.0002, 46, 'Скасована')`,
]

async function warehouse(statements: string[]): Promise<Query> {
  const connection = await (await DuckDBInstance.create()).connect()
  await connection.run(`
    create table cities (city varchar, name_uk varchar, name_en varchar, country varchar, is_demo boolean, residents bigint, lon double, lat double, west double, south double, east double, north double);
    insert into cities values
      ('x', 'Ікс', 'Ex', 'UA', true, 5000, 31, 46, 30.9, 45.9, 31.1, 46.1),
      ('y', 'Ігрек', 'Why', 'AT', false, null, 31, 46, 30.9, 45.9, 31.1, 46.1);
    create table land_use (city varchar, area_id varchar, kind varchar, name_uk varchar, name_en varchar, geometry varchar);
    create table roads (city varchar, edge_id varchar, class varchar, is_bridge boolean, is_oneway boolean, street_id varchar, street varchar, geometry varchar);
    create table streets (city varchar, street_id varchar, name_en varchar);
    create table addresses (city varchar, address_id varchar, house varchar, lon double, lat double, status varchar);`)
  for (const statement of statements) await connection.run(statement)
  return async sql => (await connection.runAndReadAll(sql)).getRowObjectsJS()
}

test('rows of a city with their names, those of others and cancelled addresses left out', async () => {
  const rows = await readVectorRows(await warehouse(inserts), 'x')
  expect(rows.city).toMatchObject({name: 'Ікс', nameEn: 'Ex', isDemo: true, residents: 5000})
  expect(rows.areas.map(({id, name, nameEn}) => [id, name, nameEn])).toEqual([
    ['A10', 'парк', null],
    ['A9', 'Wood', 'Wood'],
  ])
  expect(
    rows.roads.map(({id, name, nameEn, isBridge, isOneway}) => [id, name, nameEn, isBridge, isOneway]),
  ).toEqual([
    ['E1', 'вул. Нова', 'Nova Street', true, false],
    ['E2', 'вул. Нова', 'Nova Street', false, true],
    ['E3', null, null, false, false],
  ])
  expect(rows.addresses).toEqual([{id: 'W2', house: '7-Б', lon: 31.0001, lat: 46}])
  // This warehouse has no such tables.
  expect([rows.tracks, rows.buildings, rows.districts]).toEqual([[], [], []])
})

test('outside Ukraine a place does not write its names in Ukrainian', async () => {
  const rows = await readVectorRows(await warehouse(inserts), 'y')
  expect(rows.city).toMatchObject({name: 'Why', nameEn: 'Why', residents: null})
  expect(rows.areas[0]).toMatchObject({name: 'Wood', nameEn: 'Wood'})
})

test('a city that nobody knows is an error of ours', async () => {
  await expect(readVectorRows(await warehouse(inserts), 'z')).rejects.toThrow('cities does not have z')
})

test('rows that come in another order give the same bytes', async () => {
  const written = await Promise.all(
    [inserts, inserts.toReversed()].map(async statements => {
      const folder = await mkdtemp(join(tmpdir(), 'hromada-order-'))
      folders.push(folder)
      const rows = await readVectorRows(await warehouse(statements), 'x')
      const {files} = await writeVectorTiles(rows, folder)
      expect(files.length).toBeGreaterThan(1)
      return folder
    }),
  )
  expect(await changedFiles(written[0]!, written[1]!)).toEqual([])
})

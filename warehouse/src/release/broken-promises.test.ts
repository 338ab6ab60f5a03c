import {expect, test} from 'vitest'
import {brokenPromises, type NextTable} from './broken-promises.ts'
import type {ReleaseManifest, ReleaseTable} from './release-manifest.ts'

const column = (name: string, type: ReleaseTable['columns'][number]['type'] = 'text') => ({
  name,
  type,
  unit: null,
  description: {uk: name, en: name},
})
const table = (change: Partial<NextTable> = {}): NextTable => ({
  name: 'appeals',
  columns: [column('city'), column('appeal_id'), column('status')],
  grain: ['city', 'appeal_id'],
  row_count: 1000,
  largestDrop: 0.2,
  notices: [],
  ...change,
})
const cities = [{id: 'odesa'}]
const last = {tables: [table()], cities} as unknown as ReleaseManifest
const broken = (next: NextTable[], of = cities) =>
  brokenPromises(last, {tables: next, cities: of}, '2026-11-21')

test('more columns and a few rows less break nothing', () => {
  expect(broken([table({row_count: 801, columns: [...table().columns, column('new')]})])).toEqual([])
  expect(broken([table({row_count: 800})])).toEqual([])
})

test('a table that goes, or loses more rows than it may, needs a reason', () => {
  expect(broken([])).toEqual(['appeals: the table would be gone (1000 rows).'])
  expect(broken([table({row_count: 799})])).toEqual([
    'appeals: 201 of 1000 rows would be gone (20.1 %; more than 20 % needs a reason).',
  ])
  expect(broken([table({row_count: 0, largestDrop: 1})])).toEqual([])
})

test('a column that goes or changes its type needs a notice whose day has come', () => {
  const without = table({columns: [column('city'), column('appeal_id', 'integer')]})
  expect(broken([without])).toEqual([
    'appeals: the column appeal_id would be integer instead of text.',
    'appeals: the column status would be gone.',
  ])
  const notice = (name: string, on: string) => ({column: name, on, uk: 'Буде змінено', en: 'Will change'})
  const announced = [notice('appeal_id', '2026-11-01'), notice('status', '2026-11-21')]
  expect(broken([{...without, notices: announced}])).toEqual([])
  expect(broken([{...without, notices: [announced[0]!, notice('status', '2026-11-22')]}])).toEqual([
    'appeals: the column status would be gone.',
  ])
})

test('what one row is may not change unsaid', () => {
  expect(broken([table({grain: ['city', 'appeal_id', 'status']})])).toEqual([
    'appeals: a row would be one city, appeal_id, status instead of one city, appeal_id.',
  ])
})

test('a release of other cities is not compared', () => {
  expect(broken([], [{id: 'kyiv'}])).toEqual([])
  expect(broken([], [{id: 'odesa'}, {id: 'kyiv'}])).toEqual([])
})

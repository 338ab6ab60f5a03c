import {column, type Dataset, defineDataset, licences} from '@hromada/datasets'
import {expect, test} from 'vitest'
import {defineModel, type Model, staging} from '../model.ts'
import {plainTables} from './plain-table.ts'

const hydrants = defineDataset({
  id: 'fire-hydrants',
  title: {uk: 'Гідранти', en: 'Hydrants'},
  describe: {uk: 'Для перевірок.', en: 'For tests.'},
  publisher: {uk: 'Місто', en: 'City'},
  licence: licences.ccBy4,
  theme: 'GOVE',
  cadence: 'ANNUAL',
  key: ['hydrant_id'],
  columns: {
    hydrant_id: column.text({from: 'id', describe: {uk: 'Номер', en: 'Number'}}),
    lon: column.number({
      from: 'lon',
      nullable: true,
      unit: 'deg',
      describe: {uk: 'Довгота', en: 'Longitude'},
    }),
    lat: column.number({from: 'lat', nullable: true, unit: 'deg', describe: {uk: 'Широта', en: 'Latitude'}}),
    law: column.text({from: 'law', privacy: 'public_by_law', describe: {uk: 'Акт', en: 'Act'}}),
    keeper: column.text({from: 'keeper', privacy: 'internal', describe: {uk: 'Хто', en: 'Who'}}),
    holder: column.text({from: 'holder', privacy: 'forbidden', describe: {uk: 'Чий', en: 'Whose'}}),
    days: column.integer({from: 'days', privacy: 'aggregate_only', describe: {uk: 'Діб', en: 'Days'}}),
  },
})

test('a dataset that no model reads is a table of its public columns, with its words and its place', () => {
  const [table, ...others] = plainTables([], [hydrants, hydrants])
  expect(others).toEqual([])
  expect(table).toMatchObject({
    name: 'fire_hydrants',
    title: hydrants.title,
    publish: true,
    grain: ['city', 'hydrant_id'],
    place: {kind: 'point', lon: 'lon', lat: 'lat'},
    columns: {lon: {en: 'Longitude', unit: 'deg'}},
  })
  expect(table!.sql).toBe(
    'select "city", "hydrant_id", "lon", "lat", "law" from "stg_fire_hydrants" order by "city", "hydrant_id"',
  )
})

test('a model that reads it, or bears its name, takes its place', () => {
  const reader = defineModel({
    name: 'hydrants_by_day',
    title: hydrants.title,
    describe: hydrants.describe,
    grain: ['city'],
    inputs: [staging(hydrants)],
    query: db => db.selectFrom('stg_fire_hydrants').select('city').distinct(),
  }) as Model
  expect(plainTables([reader], [hydrants])).toEqual([])
  expect(plainTables([{...reader, name: 'fire_hydrants', inputs: []}], [hydrants])).toEqual([])
})

test('rows that nothing public tells apart are not published', () => {
  const keys = (...key: string[]) => ({...hydrants, key}) as Dataset
  expect(plainTables([], [keys()])).toEqual([])
  expect(plainTables([], [keys('hydrant_id', 'keeper')])).toEqual([])
})

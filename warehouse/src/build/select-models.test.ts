import {expect, test} from 'vitest'
import type {Model} from '../model.ts'
import {selectModels, withMissingInputs} from './select-models.ts'

const model = (name: string, inputs: Model[] = [], tags: string[] = []) =>
  ({name, inputs, tags}) as unknown as Model
// stg ─ clean ─ monthly ─ yearly
//          └─── map
const stg = model('stg')
const clean = model('clean', [stg])
const monthly = model('monthly', [clean], ['figures'])
const yearly = model('yearly', [monthly], ['figures'])
const map = model('map', [clean])
const all = [stg, clean, monthly, yearly, map]
const chosen = (selection: string) => [...selectModels(selection, all)].sort().join(' ')

test.each([
  ['clean', 'clean'],
  ['+monthly', 'clean monthly stg'],
  ['monthly+', 'monthly yearly'],
  ['+monthly+', 'clean monthly stg yearly'],
  ['clean+', 'clean map monthly yearly'],
  ['tag:figures', 'monthly yearly'],
  ['+tag:figures', 'clean monthly stg yearly'],
  ['stg, map', 'map stg'],
])('%s', (selection, expected) => {
  expect(chosen(selection)).toBe(expected)
})

test('what is not there is named with what is', () => {
  expect(() => chosen('mnthly')).toThrow(
    'There is no model "mnthly". Models: stg, clean, monthly, yearly, map.',
  )
  expect(() => chosen('tag:other')).toThrow('No model has the tag "other". Tags: figures.')
})

test('of what a selection reads, what is not there is needed too', () => {
  const needed = (selection: string, ...there: string[]) =>
    [...withMissingInputs(selectModels(selection, all), all, name => there.includes(name))].sort().join(' ')
  expect(needed('yearly')).toBe('clean monthly stg yearly')
  expect(needed('yearly', 'monthly')).toBe('yearly')
  expect(needed('yearly', 'clean')).toBe('monthly yearly')
  expect(needed('map,monthly', 'stg')).toBe('clean map monthly')
})

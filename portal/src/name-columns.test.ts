import {expect, test} from 'vitest'
import {nameColumns} from './name-columns.ts'

const columns = [
  {name: 'lon', description: {uk: 'Довгота', en: 'Longitude'}},
  {name: 'lat', description: {uk: 'Широта', en: 'Latitude'}},
  {name: 'received_at', description: {uk: 'Коли надійшло', en: 'When it was received, closed_at not yet'}},
  {name: 'closed_at', description: {uk: 'Коли закрито', en: 'When it was closed'}},
]
const english = (text: {uk: string; en: string}) => text.en

test('each column of a rule has its meaning beside it, once', () => {
  expect(nameColumns('lon, lat lies in the city', 'lon, lat', columns, english)).toBe(
    'lon (Longitude), lat (Latitude) lies in the city',
  )
  expect(
    nameColumns('closed_at is no earlier than received_at', 'received_at, closed_at', columns, english),
  ).toBe(
    'closed_at (When it was closed) is no earlier than received_at (When it was received, closed_at not yet)',
  )
})

test('words that only begin like a column, columns that are not of the table, and rules about none stay as they are', () => {
  expect(nameColumns('later is not lat', 'lat', columns, english)).toBe('later is not lat (Latitude)')
  expect(nameColumns('ward is filled', 'ward', columns, english)).toBe('ward is filled')
  expect(nameColumns('The line is cut off', null, columns, english)).toBe('The line is cut off')
})

import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import model from './appeals_former_names.ts'

const street = (street_id: string, name_uk: string, former_name_uk: string | null): GivenRow => ({
  city: 'lutsk',
  street_id,
  type: 'вулиця',
  name_uk,
  former_name_uk,
  named_date: '2023-05-03',
})
const appeals = (n: number, address: string, day: string): GivenRow[] =>
  Array.from({length: n}, (_, at) => ({
    city: 'lutsk',
    appeal_id: `${address} ${day} ${at}`,
    address,
    received_at: `${day}T09:00:00Z`,
  }))

test('appeals since the renaming by either name; a name that two streets bear says nothing, few appeals neither', async () => {
  const rows = await modelRows(model, {
    cities: [{city: 'lutsk', zone: 'Europe/Kyiv'}],
    stg_streets: [
      street('1', 'Орачів', 'вул. Космонавтів'),
      street('2', 'Садова', 'вул. Лугова'),
      // Another street bears the former name of the second one today.
      street('3', 'Лугова', null),
      street('4', 'Тиха', 'вул. Гучна'),
    ],
    stg_appeals: [
      ...appeals(10, 'вул. Космонавтів', '2023-05-03'),
      ...appeals(20, 'вул. Орачів', '2023-06-01'),
      ...appeals(10, 'вулиця Орачів', '2023-07-01'),
      ...appeals(50, 'вул. Космонавтів', '2023-05-02'),
      ...appeals(40, 'вул. Лугова', '2023-06-01'),
      ...appeals(30, 'вул. Садова', '2023-06-01'),
      ...appeals(29, 'вул. Гучна', '2023-06-01'),
    ],
  })
  const shown = rows
    .map(({street_id, year, n, by_former_name, share}) => [street_id, year, n, by_former_name, share])
    .sort()
  expect(shown).toEqual([
    ['', 2023, 70, 10, 0.1429],
    ['1', 2023, 40, 10, 0.25],
    ['2', 2023, 30, 0, 0],
  ])
  // Wilson's interval of 10 of 40: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
  expect(rows.find(({street_id}) => street_id === '1')).toMatchObject({
    street: 'вулиця Орачів',
    former_name_uk: 'вул. Космонавтів',
    share_low: 0.1419,
    share_high: 0.4019,
  })
})

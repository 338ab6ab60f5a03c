import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import watch from '../../intermediate/appeals/int_appeals_watch.ts'
import ages from '../../reference/appeal_ages.ts'
import model from './appeals_backlog.ts'

const end = Date.UTC(2025, 11, 31)
const ago = (days: number) => new Date(end - days * 86_400_000).toISOString()

test('open appeals are in bands of their age on the day of the last event, closed ones in none, and a band without any is there', async () => {
  const days = [0.5, 29.9, 30, 90, 91, 100, 181.9, 273, 500, 900]
  const appeals: GivenRow[] = [
    ...days.map((age, i) => ({city: 'lutsk', appeal_id: `${i}`, received_at: ago(age), status: 'open'})),
    {city: 'lutsk', appeal_id: 'done', received_at: ago(400), closed_at: ago(0), status: 'closed'},
    {city: 'rivne', appeal_id: 'done', received_at: ago(400), closed_at: ago(0), status: 'closed'},
  ]
  const cities = ['lutsk', 'rivne'].map(city => ({city, zone: 'Europe/Kyiv'}))
  const rows = await modelRows(model, {int_appeals_coded: appeals, cities, appeal_ages: ages.rows!([])}, [
    watch,
  ])
  expect(rows.map(row => [row.city, row.from_days, row.to_days, row.appeals, row.share])).toEqual([
    ['lutsk', 0, 30, 2, 0.2],
    ['lutsk', 30, 91, 2, 0.2],
    ['lutsk', 91, 182, 3, 0.3],
    ['lutsk', 182, 273, 0, 0],
    ['lutsk', 273, null, 3, 0.3],
  ])
  expect(rows[0]!.seen_at).toEqual(new Date(end))
})

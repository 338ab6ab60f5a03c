import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import model from './appeals_duplicates.ts'

const start = Date.UTC(2025, 0, 1)
/** An appeal so many hours after the new year, in a cell. */
const appeal = (id: string, hour: number, cell: number, is_marked = false): GivenRow => ({
  city: 'lutsk',
  appeal_id: id,
  received_at: new Date(start + hour * 3_600_000).toISOString(),
  received_on: new Date(start + (hour + 2) * 3_600_000).toISOString().slice(0, 10),
  category: 'Водопостачання',
  subcategory: 'Порив',
  is_marked,
  h3: `cell ${cell}`,
})

test('near is the same matter from the same cell within a day; what is near by chance is taken off', async () => {
  const all = [
    appeal('1', 100, 7),
    appeal('2', 102, 7, true),
    appeal('3', 110, 7),
    // A day and an hour later, and elsewhere on the same day.
    appeal('4', 135, 7),
    appeal('5', 101, 8),
    // Months later.
    appeal('6', 2500, 9),
  ]
  const rows = await modelRows(model, {int_appeals_cells: all})
  // Three unmarked of four in cell 7, one alone in its cell, in a month of 31 days.
  const byChance = 3 * (1 - Math.exp(-3 / 31))
  expect(rows.map(({month, placed}) => [month, placed])).toEqual([
    ['2025-01-01', 5],
    ['2025-04-01', 1],
  ])
  expect(rows[0]).toMatchObject({marked: 1, marked_nearby: 1, unmarked_nearby: 1})
  expect(rows[0]!.unmarked_by_chance).toBeCloseTo(byChance, 12)
  expect(rows[0]!.unmarked_probable).toBeCloseTo(1 - byChance, 12)
  expect(rows[1]).toMatchObject({unmarked_nearby: 0, unmarked_by_chance: 0, unmarked_probable: 0})
})

test('of two that came at once the unmarked one is the first, however rows lie', async () => {
  const both = [appeal('1', 100, 7), appeal('2', 100, 7, true)]
  for (const all of [both, both.toReversed()]) {
    const [row] = await modelRows(model, {int_appeals_cells: all})
    expect(row).toMatchObject({marked: 1, marked_nearby: 1, unmarked_nearby: 0})
  }
})

import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import model from './appeals_per_resident.ts'

const watched_until = '2025-12-31T00:00:00Z'
const appeal = (district: string | null, received_at: string): GivenRow => ({
  city: 'lutsk',
  district,
  received_at,
  watched_until,
})
const lived = (city: string, district: string, residents: number): GivenRow => ({
  city,
  district,
  age_group: '',
  built: '',
  residents,
})

test('districts add up to the city, also where one asked for nothing for a year', async () => {
  const rows = await modelRows(model, {
    int_appeals_durations: [
      appeal('north', '2025-12-01T08:00:00Z'),
      appeal('north', '2025-01-02T08:00:00Z'),
      appeal(null, '2025-06-01T08:00:00Z'),
      appeal('unheard of', '2025-06-01T08:00:00Z'),
      appeal('south', '2024-12-01T08:00:00Z'),
    ],
    int_appeals_watch: [{city: 'lutsk', watched_until}],
    residents_by_age: [
      lived('lutsk', '', 5000),
      lived('lutsk', 'north', 1000),
      lived('lutsk', 'south', 4000),
      // A city whose appeals nobody knows is not one without any.
      lived('rivne', '', 10),
      lived('rivne', 'east', 10),
    ],
  })
  expect(rows.map(row => Object.values(row))).toEqual([
    ['lutsk', '', 5000, 4, 0.8],
    ['lutsk', 'north', 1000, 2, 2],
    ['lutsk', 'south', 4000, 0, 0],
  ])
})

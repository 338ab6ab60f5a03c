import {expect, test} from 'vitest'
import {modelRows} from '../../../test/model-rows.fixture.ts'
import model from './sensor_latest.ts'

test('the latest count in and out, however a register names other directions', async () => {
  const counted = (direction: string | null, hour: number, vehicles: number) => ({
    city: 'lutsk',
    counter_id: 'TC-1',
    direction,
    counted_at: `2025-07-01T0${hour}:00:00Z`,
    vehicles,
  })
  const rows = await modelRows(model, {
    traffic_hourly: [
      counted('in', 1, 10),
      counted('in', 2, 20),
      counted('out', 1, 30),
      counted('OUT', 2, 40),
      counted(null, 2, 50),
    ],
  })
  expect(rows.map(row => [row.station_id, row.property, row.value])).toEqual([
    ['TC-1', 'vehicles_in', 20],
    ['TC-1', 'vehicles_out', 30],
  ])
})

import {expect, test} from 'vitest'
import {modelRows} from '../../../test/model-rows.fixture.ts'
import model from './int_air_hours.ts'

test('a number that several networks have given is the station of the surest', async () => {
  const reading = (station_id: string, hour: number, pm25: number) => ({
    city: 'lutsk',
    station_id,
    observed_at: `2025-07-01T0${hour}:00:00Z`,
    pm25,
  })
  const {station_id: sensor_id, ...rest} = reading('5', 1, 40)
  const rows = await modelRows(model, {
    stg_air_quality: [reading('5', 1, 10)],
    // The same hour, and another one of the same day.
    stg_air_lun: [reading('5', 1, 20), reading('5', 2, 20), reading('6', 1, 30)],
    stg_air_community: [
      {...rest, sensor_id},
      {...rest, sensor_id: '6'},
      {...rest, sensor_id: '7'},
    ],
  })
  expect(rows.map(row => [row.station_id, row.network, row.pm25]).sort()).toEqual([
    ['5', 'reference', 10],
    ['6', 'lun', 30],
    ['7', 'community', 40],
  ])
})

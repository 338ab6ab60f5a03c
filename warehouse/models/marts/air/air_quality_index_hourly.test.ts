import {expect, test} from 'vitest'
import {type GivenRow, modelRows} from '../../../test/model-rows.fixture.ts'
import model from './air_quality_index_hourly.ts'

const hour = (at: number) => new Date(Date.UTC(2026, 5, 1, at)).toISOString()
const reading = (station_id: string, property: string, at: number, value: number): GivenRow => ({
  city: 'lutsk',
  station_id,
  property,
  observed_at: hour(at),
  value,
  is_valid: true,
})
/** One value in each hour of a span. */
const steady = (station: string, property: string, from: number, until: number, value: number) =>
  Array.from({length: until - from}, (_, i) => reading(station, property, from + i, value))

// Concentrations at 293 K and 101.3 kPa: 160 µg/m³ of O3 are 80 ppb, 260 are 130; 12 mg/m³ of CO are 10.3 ppm.
test('gases decide the US index by the means it asks for, and no sooner than enough of their hours are there', async () => {
  const rows = await modelRows(model, {
    air_quality_hourly: [
      ...steady('ozone', 'o3', 0, 8, 160),
      reading('peak', 'o3', 0, 260),
      ...steady('carbon', 'co', 0, 8, 12),
      ...steady('both', 'pm25', 0, 3, 10),
      ...steady('both', 'no2', 0, 3, 200),
    ],
  })
  const at = (station: string, when: number) => {
    const row = rows.find(
      one => one.station_id === station && (one.observed_at as Date).toISOString() === hour(when),
    )!
    return [row.us_aqi, row.us_aqi_pollutant]
  }
  // Five hours are too few for a mean over eight; one hour of 80 ppb decides nothing.
  expect(at('ozone', 4)).toEqual([null, null])
  // (150 − 101) / (85 − 71) · (80 − 71) + 101
  expect(at('ozone', 5)).toEqual([Math.round((49 / 14) * 9 + 101), 'o3'])
  // (150 − 101) / (164 − 125) · (130 − 125) + 101
  expect(at('peak', 0)).toEqual([Math.round((49 / 39) * 5 + 101), 'o3'])
  // (150 − 101) / (12.4 − 9.5) · (10.3 − 9.5) + 101
  expect(at('carbon', 7)).toEqual([Math.round((49 / 2.9) * 0.8 + 101), 'co'])
  // PM2.5 of 10 is 53; 200 µg/m³ of NO2 are 104 ppb.
  expect(at('both', 2)).toEqual([Math.round((49 / 259) * (104 - 101) + 101), 'no2'])
})

import type {Weather} from '../../world/weather/weather.ts'
import type {HourCalendar} from '../sensors/hour-calendar.ts'
import type {SensorPeriod} from '../sensors/sensor-period.ts'
import {meltedSnow} from './melt.ts'
import {snowBelow} from './rain-field.ts'
import {type Catchment, ravineFlow, routed} from './ravine-flow.ts'
import {alongReach, riverInflow, throughReservoir, together} from './river-flow.ts'

const ravines = {
  northern: {squareKm: 9, paved: 0.08, delayMinutes: 70, springs: 0.02},
  centralUpper: {squareKm: 3.1, paved: 0.24, delayMinutes: 34, springs: 0.012},
  centralLower: {squareKm: 2.9, paved: 0.22, delayMinutes: 30, springs: 0.012},
  western: {squareKm: 4.2, paved: 0.2, delayMinutes: 42, springs: 0.01},
  farBank: {squareKm: 7.5, paved: 0.1, delayMinutes: 64, springs: 0.016},
} satisfies Record<string, Catchment>

/** Heights of gauges' zeros above the city's datum, metres. Those of streams are the beds that they stand in. */
export const zeroMetres: Record<string, number> = {
  'WL-01': 10,
  'WL-02': -0.4,
  'WL-03': -0.4,
  'WL-04': -0.42,
  'WL-05': -0.44,
  'WL-06': -0.85,
  'WL-11': -5,
}

/** Discharge at the places where water is gauged, m³/s by steps of ten minutes. */
export type WaterFlows = Record<
  | 'belowDam'
  | 'meadows'
  | 'northBridge'
  | 'southBridge'
  | 'mouth'
  | 'northern'
  | 'upper'
  | 'lower'
  | 'western'
  | 'farBank',
  Float32Array
>

/**
 * From rain and snow to flows, and to the level of the reservoir that they fill.
 * @param rain at each rain gauge; see rain-field.ts
 */
export function waterFlows(
  seed: number,
  period: SensorPeriod,
  calendar: HourCalendar,
  weather: Weather,
  rain: Float32Array[],
): {flows: WaterFlows; poolMetres: Float32Array} {
  const melt = meltedSnow(period, weather)
  const offset = period.firstHour - weather.firstHour
  const runsOff = Uint8Array.from({length: period.hours}, (_, at) =>
    weather.temperature[offset + at]! < snowBelow ? 0 : 1,
  )
  const over = (catchment: Catchment, gauge: number) => ravineFlow(catchment, rain[gauge]!, runsOff, melt)
  const northern = over(ravines.northern, 4)
  const upper = over(ravines.centralUpper, 1)
  const lower = together(routed(upper, 25), over(ravines.centralLower, 3))
  const western = over(ravines.western, 5)
  const farBank = over(ravines.farBank, 2)

  const {metres: poolMetres, outflow: belowDam} = throughReservoir(
    riverInflow(seed, period, calendar, weather, melt),
  )
  const meadows = together(alongReach(belowDam, 40), northern, farBank)
  const northBridge = alongReach(meadows, 40)
  const southBridge = alongReach(together(northBridge, lower), 55)
  const mouth = alongReach(southBridge, 25)
  return {
    flows: {
      belowDam,
      meadows,
      northBridge,
      southBridge,
      mouth,
      northern,
      upper,
      lower,
      western,
      farBank,
    },
    poolMetres,
  }
}

/** Stages by rating curves h = a √Q, centimetres above the zero of each level gauge, in the order of `levelGauges`. */
export function waterLevels(
  {flows, poolMetres}: {flows: WaterFlows; poolMetres: Float32Array},
  sea: Float32Array,
): Float32Array[] {
  const stage = (flow: Float32Array, rating: number) =>
    flow.map(cubicMetres => 100 * rating * Math.sqrt(cubicMetres))
  return [
    poolMetres.map(metres => 100 * (metres - zeroMetres['WL-01']!)),
    stage(flows.belowDam, 0.235),
    stage(flows.meadows, 0.215),
    stage(flows.northBridge, 0.205),
    stage(flows.southBridge, 0.192),
    // At the mouth the river lies on the sea, and less the more water it brings.
    flows.mouth.map((cubicMetres, step) => {
      const own = 12 * Math.sqrt(cubicMetres)
      return 60 + own + sea[step]! * (40 / (40 + own / 4))
    }),
    stage(flows.northern, 0.52),
    stage(flows.upper, 0.6),
    stage(flows.lower, 0.58),
    stage(flows.western, 0.58),
    sea.map(centimetres => centimetres - 100 * zeroMetres['WL-11']!),
    stage(flows.farBank, 0.52),
  ]
}

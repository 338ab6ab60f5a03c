import {hash} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import type {Events} from '../events.ts'
import type {Layer, Sky} from './sky.ts'

/** An event's hold on the air: values that layers take, in full between the ramps. */
type Hold = {from: number; to: number; rampIn: number; rampOut: number} & Partial<Record<Layer, number>>

/** Course of a fall of snow, as factors of its mean. */
const snowfall = [0.3, 0.7, 1.1, 1.5, 1.8, 1.4, 1.1, 0.7, 0.4]

/** How far values waver about those of a hold, in the layer's unit. */
const waverWidths: Partial<Record<Layer, number>> = {
  temperature: 2.2,
  moisture: 9,
  pressure: 5,
  cloud: 0.25,
  fromEast: 2,
  fromNorth: 2,
  range: 0.3,
}

/** Lays over the weather what `events` tell of it. */
export function plant(sky: Sky, seed: number, events: Events): void {
  const {heatingFailure: frost, springFlood: flood, cloudburst, steppeFire: fire, storm} = events
  const hold = ({from, to, rampIn, rampOut, ...values}: Hold) => {
    for (const [layer, value] of Object.entries({...values, imposed: 1}) as [Layer, number][]) {
      const width = waverWidths[layer] ?? 0
      const key = hash(seed, 'waver', layer)
      for (let hour = from - rampIn; hour < to + rampOut; hour++) {
        const share = Math.max(
          0,
          Math.min(1, (hour - from + rampIn) / rampIn, (to + rampOut - hour) / rampOut),
        )
        const waved = value + width * (wander(key, hour / 43) + 0.6 * wander(key + 1, hour / 17))
        sky.set(layer, hour, sky.at(layer, hour) * (1 - share) + share * waved)
      }
    }
  }
  const rain = (from: number, millimetres: readonly number[]) => {
    for (const [index, value] of millimetres.entries()) sky.set('rain', from + index, value)
  }
  const nothing = (from: number, to: number) => rain(from, new Array<number>(to - from).fill(0))
  const hourOf = (day: number, hour = 0) => day * 24 + hour

  // A high from the north-east: clear, dry, −14 °C before dawn.
  nothing(hourOf(frost.from - 2), hourOf(frost.to + 1))
  rain(hourOf(frost.from - 1, 6), [0.3, 0.6, 0.9, 1.1, 0.8, 0.6, 0.3])
  hold({
    from: hourOf(frost.from),
    to: hourOf(frost.to),
    rampIn: 34,
    rampOut: 44,
    temperature: -10,
    moisture: 63,
    pressure: 1034,
    cloud: 0.22,
    fromEast: 2.1,
    fromNorth: 1.7,
    calm: 0,
    range: 1.5,
  })

  // Ten cold days with snow, then a warm front that rains on it for a day and a half.
  nothing(hourOf(flood.from - 11), hourOf(flood.to))
  for (const [before, millimetres] of [
    [9, 0.7],
    [7, 1.1],
    [6, 0.6],
    [4, 0.9],
    [2, 0.8],
  ] as const)
    rain(
      hourOf(flood.from - before, before),
      snowfall.map(share => Math.round(share * millimetres * 10) / 10),
    )
  rain(hourOf(flood.from, 10), [0.3, 0.7, 1.2, 1.5, 1.3, 1, 0.8, 0.5])
  rain(
    hourOf(flood.from + 1, 3),
    [
      0.8, 1.2, 1.6, 2.1, 2.6, 2.9, 2.4, 1.9, 1.5, 1.1, 0.8, 0.9, 1.3, 1.8, 2.2, 2.5, 2.3, 1.9, 1.6, 1.4, 1.1,
      0.9, 0.7, 0.6, 0.5, 0.6, 0.8, 0.6, 0.4, 0.3,
    ],
  )
  hold({
    from: hourOf(flood.from - 9),
    to: hourOf(flood.from - 1),
    rampIn: 30,
    rampOut: 20,
    temperature: -3,
    moisture: 84,
    cloud: 0.8,
    calm: 0,
    range: 0.9,
  })
  hold({
    from: hourOf(flood.from, 8),
    to: hourOf(flood.peak),
    rampIn: 20,
    rampOut: 30,
    temperature: 8.5,
    moisture: 90,
    pressure: 1001,
    cloud: 0.97,
    fromEast: -2.5,
    fromNorth: -4.5,
    calm: 0,
    range: 0.8,
  })

  // Dry and sultry, then 74 mm from noon to three o'clock UTC, half of it in the hour of the peak.
  const peakHour = Math.floor(cloudburst.peakMinute / 60)
  nothing(hourOf(cloudburst.day - 5), hourOf(cloudburst.day + 2))
  hold({
    from: hourOf(cloudburst.day - 1),
    to: peakHour - 2,
    rampIn: 24,
    rampOut: 2,
    temperature: 27.5,
    moisture: 66,
    pressure: 1008,
    cloud: 0.2,
    fromEast: 0.5,
    fromNorth: -1.5,
    calm: 0,
  })
  hold({
    from: peakHour - 1,
    to: peakHour + 3,
    rampIn: 1,
    rampOut: 9,
    temperature: 20,
    moisture: 92,
    pressure: 1004,
    cloud: 1,
    fromEast: -5,
    fromNorth: 7.5,
    calm: 0,
    range: 0.2,
  })
  rain(peakHour - 1, [19.4, 37.2, 17.4])

  // A week of drought, then the dry north wind that carries the smoke.
  nothing(hourOf(fire.from - 9), hourOf(fire.to + 2))
  hold({
    from: hourOf(fire.from - 3),
    to: hourOf(fire.to),
    rampIn: 48,
    rampOut: 30,
    temperature: 28.5,
    moisture: 38,
    pressure: 1015,
    cloud: 0.05,
    fromEast: 0.8,
    fromNorth: 4.6,
    calm: 0,
    range: 1.15,
  })

  // A deep low: a mean wind of 17 m/s in the afternoon, with gusts half as strong again.
  hold({
    from: hourOf(storm.day, 9),
    to: hourOf(storm.day, 16),
    rampIn: 9,
    rampOut: 11,
    pressure: 988,
    cloud: 0.95,
    fromEast: -11,
    fromNorth: 12.5,
    calm: 0,
    range: 0.5,
  })
  rain(hourOf(storm.day, 7), [0.4, 1.2, 2.6, 3.4, 2.2, 1.7, 2.1, 1.3, 0.6])
}

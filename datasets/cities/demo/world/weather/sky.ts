/** What the weather is made of, hour by hour, before the day's course is laid over it. */
const layers = [
  'temperature',
  'moisture',
  'pressure',
  'cloud',
  'fromEast',
  'fromNorth',
  'rain',
  'calm',
  'range',
  'imposed',
] as const
export type Layer = (typeof layers)[number]

/**
 * `temperature`: mean of the day, °C; `moisture`: relative humidity at that mean, %; `cloud`: 0 … 1; `fromEast` and
 * `fromNorth`: m/s; `calm`: 1 in the middle of a calm spell; `range`: factor of the daily range; `imposed`: 1 where an
 * event governs the air. Hours outside are taken and forgotten.
 */
export type Sky = Record<Layer, Float32Array> & {
  firstHour: number
  hours: number
  at: (layer: Layer, hour: number) => number
  set: (layer: Layer, hour: number, value: number) => void
  add: (layer: Layer, hour: number, value: number) => void
}

export function emptySky(firstHour: number, endHour: number): Sky {
  const hours = endHour - firstHour
  const data = Object.fromEntries(layers.map(layer => [layer, new Float32Array(hours)])) as Record<
    Layer,
    Float32Array
  >
  data.range.fill(1)
  return {
    ...data,
    firstHour,
    hours,
    at: (layer, hour) => data[layer][hour - firstHour] ?? 0,
    set: (layer, hour, value) => {
      if (hour >= firstHour && hour < endHour) data[layer][hour - firstHour] = value
    },
    add: (layer, hour, value) => {
      if (hour >= firstHour && hour < endHour) data[layer][hour - firstHour]! += value
    },
  }
}

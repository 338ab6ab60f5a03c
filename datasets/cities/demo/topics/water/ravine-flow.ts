import {hourSteps} from './rain-field.ts'

/** A valley that drains by itself: its size, how much of it is paved, and how slowly its slopes let go of the rain. */
export type Catchment = {squareKm: number; paved: number; delayMinutes: number; springs: number}

/**
 * Discharge at a catchment's outlet, m³/s, by steps of ten minutes. Runoff is the paved share, more as the ground
 * fills; most of it passes two equal linear stores one after the other (Nash 1957), the rest seeps out over a day.
 * @param rain millimetres by step
 * @param runsOff by hour: 0 where it falls as snow
 * @param melt millimetres by hour
 */
export function ravineFlow(
  {squareKm, paved, delayMinutes, springs}: Catchment,
  rain: Float32Array,
  runsOff: Uint8Array,
  melt: Float32Array,
): Float32Array {
  const flow = new Float32Array(rain.length)
  const share = 10 / (delayMinutes / 2)
  // A millimetre on a square kilometre in ten minutes.
  const cubicMetres = (squareKm * 1000) / 600
  let [filled, first, second, seeping] = [0, 0, 0, 0]
  for (let step = 0; step < rain.length; step++) {
    const hour = Math.floor(step / hourSteps)
    const water = rain[step]! * runsOff[hour]! + melt[hour]! / hourSteps
    // The ground forgets its water in about two days.
    filled = filled * 0.9965 + water
    const runs = paved + (0.62 - paved) * (filled / (filled + 55))
    const input = water * runs * cubicMetres
    first += (0.88 * input - first) * share
    second += (first - second) * share
    seeping += (0.12 * input - seeping) * 0.02
    flow[step] = springs * (1 + filled / 60) + second + seeping
  }
  return flow
}

/** A flow that arrives later: a channel of that many minutes, as two stores. */
export function routed(flow: Float32Array, minutes: number): Float32Array {
  const later = new Float32Array(flow.length)
  const share = 10 / (minutes / 2 + 5)
  let [first, second] = [flow[0]!, flow[0]!]
  for (let step = 0; step < flow.length; step++) {
    first += (flow[step]! - first) * share
    second += (first - second) * share
    later[step] = second
  }
  return later
}

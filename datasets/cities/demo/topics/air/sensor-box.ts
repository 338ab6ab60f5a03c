import {Draw} from '../../tools/numbers/draw.ts'

/** How a sensor in a small plastic box differs from the air around it, always. */
export type SensorBox = {
  /** Degrees Celsius that it reads more, day and night: its own electronics, and the wall it hangs on. */
  degrees: number
  /** And in full sun. */
  sunDegrees: number
  /** Percent of relative humidity that its hygrometer reads more, besides what the warmth dries. */
  humidity: number
}

/** The box of a station: one in three hangs where the sun comes to it. */
export function boxOf(seed: number, station: string): SensorBox {
  const draw = new Draw(seed, 'sensor box', station)
  return {
    degrees: Math.max(-2, Math.min(4, draw.normal(0.8, 1.2))),
    sunDegrees: draw.chance(1 / 3) ? draw.between(3, 6) : draw.between(0.3, 1.5),
    humidity: Math.max(-9, Math.min(9, draw.normal(0, 4))),
  }
}

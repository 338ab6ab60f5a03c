import {hash} from '../../tools/numbers/hash.ts'
import {wander} from '../../tools/numbers/noise.ts'
import type {Events} from '../../world/events.ts'

/** How much burned on each day of the fire, as a factor. */
const burned = [0.8, 1.1, 1, 1.2, 0.95]

/**
 * Fine particles that the steppe fire sends over the city, µg/m³; 0 on other days.
 * @param hour UTC, in hours since 1970
 * @param sunHeight sine of the sun's height: by day the plume rises and thins, at night it lies on the city
 */
export function steppeSmoke(
  seed: number,
  hour: number,
  {steppeFire: {from, to}}: Events,
  sunHeight: number,
): number {
  const since = hour - from * 24 - 5
  if (since < 0 || hour >= to * 24 + 4) return 0
  const today = burned[Math.min(burned.length - 1, Math.floor(since / 24))]!
  const gusts = 1 + 0.35 * wander(hash(seed, 'smoke'), hour / 5.3)
  return 205 * today * gusts * (1 - 0.55 * sunHeight) * Math.min(1, (since + 2) / 8)
}

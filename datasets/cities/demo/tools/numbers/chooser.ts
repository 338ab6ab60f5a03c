import type {Draw} from './draw.ts'
import {firstAbove} from './first-above.ts'

/**
 * Chooses among values by weight. Weights are at least 0 and not all 0.
 * @throws RangeError otherwise
 */
export function chooser<T>(weighted: readonly (readonly [value: T, weight: number])[]): (draw: Draw) => T {
  const ends = new Float64Array(weighted.length)
  let sum = 0
  weighted.forEach(([, weight], index) => {
    if (!(weight >= 0)) throw new RangeError(`A weight is ${weight}; weights are at least 0.`)
    sum += weight
    ends[index] = sum
  })
  if (!(sum > 0)) throw new RangeError('Nothing to choose from: all weights are 0.')
  return draw => weighted[firstAbove(ends, draw.unit() * sum)]![0]
}

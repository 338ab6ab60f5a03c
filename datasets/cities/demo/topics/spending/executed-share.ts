import type {TextKind} from './slot.ts'

/** Of a hundred contracts, how many were executed to which share of their value. */
type Step = readonly [contracts: number, from: number, to: number]

const goods: readonly Step[] = [
  [68, 1, 1],
  [16, 0.93, 1],
  [10, 0.7, 0.93],
  [6, 0.3, 0.7],
]
const works: readonly Step[] = [
  [56, 1, 1],
  [24, 0.95, 1],
  [13, 0.75, 0.95],
  [7, 0.25, 0.75],
]
/** What was read on the meters is never what was expected; half are cut to it in December. */
const meter: readonly Step[] = [
  [46, 1, 1],
  [36, 0.88, 1],
  [15, 0.72, 0.88],
  [3, 0.5, 0.72],
]
const steps: Partial<Record<TextKind, readonly Step[]>> = {goods, works, meter}

/** How much of a contract is executed when it is over, from a number from 0 to 1. Most to the end, some were ended early. */
export function executedShare(text: TextKind, unit: number): number {
  let left = unit * 100
  for (const [contracts, from, to] of steps[text] ?? goods) {
    if (left < contracts) return from + ((to - from) * left) / contracts
    left -= contracts
  }
  return 1
}

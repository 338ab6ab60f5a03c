import {unitOf} from '../numbers/hash.ts'

/** The faults of one row, each drawn by itself. */
export type RowFaults<Fault extends string> = {
  /** Those that the row has; one that is in several cells is there as often. */
  found: Fault[]
  /** Has the row this fault? So many of all rows do, where it is possible at all. One that it has is noted. */
  has: (fault: Fault, share: number, isPossible?: boolean) => boolean
}

/**
 * @param table names the draws: two tables of the same things have faults of their own
 * @param key the row's identity
 */
export function rowFaults<Fault extends string>(seed: number, table: string, key: string): RowFaults<Fault> {
  const found: Fault[] = []
  const has = (fault: Fault, share: number, isPossible = true) => {
    if (!isPossible || unitOf(seed, table, fault, key) >= share) return false
    found.push(fault)
    return true
  }
  return {found, has}
}

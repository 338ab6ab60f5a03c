import type {Text} from '../../../../src/index.ts'
import type {Dirt} from '../../chapter.ts'

/** Counts of faults before the first of them is made. */
export const noneOf = <Fault extends string>(faults: Record<Fault, Text>): Record<Fault, number> =>
  Object.fromEntries(Object.keys(faults).map(fault => [fault, 0])) as Record<Fault, number>

/**
 * What is wrong with a file.
 * @param file its path, or a glob of several
 * @param faults what each kind is called, in the order in which they are told
 * @param counts how often each has been written
 */
export const dirtOf = <Fault extends string>(
  file: string,
  faults: Record<Fault, Text>,
  counts: NoInfer<Record<Fault, number>>,
): Dirt[] => Object.entries<Text>(faults).map(([id, fault]) => ({file, fault, count: counts[id as Fault]}))

import {isPresent} from './styling.ts'

/** A condition on a column: a number within a range whose ends may be open, or one of several words. */
export type Filter =
  | {column: string; kind: 'range'; from: number | null; to: number | null}
  | {column: string; kind: 'values'; values: string[]}

/** Whether a value meets a filter. A missing one never does. */
export function meets(filter: Filter, value: unknown): boolean {
  if (!isPresent(value)) return false
  if (filter.kind === 'values') return filter.values.includes(String(value))
  return (
    typeof value === 'number' &&
    (filter.from === null || value >= filter.from) &&
    (filter.to === null || value <= filter.to)
  )
}

/** The words of a column and how many rows have each, the most frequent first, then by the alphabet. */
export function wordsOf(values: Iterable<unknown>): {value: string; count: number}[] {
  const counts = new Map<string, number>()
  for (const value of values)
    if (isPresent(value)) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({value, count}))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

import type {Format} from '../format.ts'

/** A step of a time slider as people read it: 2026, листопад 2026, 21.11.2026, 21.11.2026, 08:00. */
export function writeStep(step: string, f: Format): string {
  if (step.length === 4) return step
  if (step.length === 7) return f.month(`${step}-01`)
  if (step.length === 10) return f.date(step)
  return `${f.date(step.slice(0, 10))}, ${step.slice(11, 13)}:00`
}

import type {Trip} from './make-timetable.ts'
import type {Direction} from './plan-lines.ts'

/**
 * Seconds after a run's departure at which it is so far along its line; null before its first stop and after its last.
 * Between stops it is taken to move evenly.
 */
export function secondsAt({stops}: Direction, {pace}: Trip, metres: number): number | null {
  const next = stops.findIndex(stop => stop.metres >= metres)
  if (next < 1) return null
  const [from, to] = [stops[next - 1]!.metres, stops[next]!.metres]
  return pace[next - 1]! + ((pace[next]! - pace[next - 1]!) * (metres - from)) / (to - from)
}

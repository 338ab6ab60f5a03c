import {two} from '../../tools/time/days.ts'
import {utcHourText} from './hour-calendar.ts'

/** 2026-11-21T10:40:00Z, for steps of ten minutes since 1970. */
export function utcStepText(step: number): string {
  const hour = Math.floor(step / 6)
  return `${utcHourText(hour).slice(0, 14)}${two((step % 6) * 10)}:00Z`
}

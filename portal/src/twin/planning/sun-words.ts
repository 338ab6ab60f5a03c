import type {Shade} from '@hromada/twin/planning'
import type {Format} from '../../format.ts'
import type {PlanningTexts} from './planning-texts.ts'

/** Where the sun stands at an hour of the clock. */
export const sunWords = ({sun}: Shade, clock: string, t: PlanningTexts, f: Format): string =>
  sun.isUp
    ? t.sunIs(clock, f.number(sun.altitudeDegrees, 1), f.number(sun.azimuthDegrees, 1))
    : t.sunIsDown(clock)

/** Minutes after midnight as a clock shows them. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

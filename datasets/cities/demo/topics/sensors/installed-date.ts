import {Draw} from '../../tools/numbers/draw.ts'
import {isoDate} from '../../tools/time/days.ts'
import type {SensorPeriod} from './sensor-period.ts'

/** When a device was put up: some day in the six years before its readings begin. */
export const installedDate = (seed: number, id: string, {firstHour}: SensorPeriod): string =>
  isoDate(Math.floor(firstHour / 24) - 20 - new Draw(seed, 'installed', id).below(2150))

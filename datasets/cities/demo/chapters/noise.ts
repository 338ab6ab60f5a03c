import type {Chapter} from '../chapter.ts'
import {writeNoise} from '../noise/write-noise.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'

export const noise: Chapter = {
  id: 'noise',
  title: {uk: 'Шум щогодини', en: 'Noise, hourly'},
  needsGround: false,
  truths: [],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    return {dirt: writeNoise(scope, outbox, period, hourCalendar(period))}
  },
}

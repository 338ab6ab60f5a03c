import type {Chapter} from '../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {writeCounts} from '../traffic/write-counts.ts'

export const traffic: Chapter = {
  id: 'traffic',
  title: {uk: 'Рух транспорту щогодини', en: 'Traffic, hourly'},
  needsGround: false,
  truths: [],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    return {dirt: writeCounts(scope, outbox, period, hourCalendar(period))}
  },
}

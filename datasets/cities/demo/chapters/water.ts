import type {Chapter} from '../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {waterLevels} from '../water/water-levels.ts'
import {writeLevels} from '../water/write-levels.ts'
import {writeRain} from '../water/write-rain.ts'

export const water: Chapter = {
  id: 'water',
  title: {uk: 'Рівні води й дощ', en: 'Water levels and rain'},
  needsGround: false,
  truths: [],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    const {levels, rain} = waterLevels(
      scope.seed,
      period,
      hourCalendar(period),
      scope.weather(),
      scope.events,
    )
    return {
      dirt: [...writeLevels(scope, outbox, period, levels), ...writeRain(scope, outbox, period, rain.gauges)],
    }
  },
}

import {cityAir} from '../air/city-air.ts'
import {writeCitizens} from '../air/write-citizens.ts'
import {writeCommunity} from '../air/write-community.ts'
import {writeReference} from '../air/write-reference.ts'
import type {Chapter} from '../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'

export const air: Chapter = {
  id: 'air',
  title: {uk: 'Повітря щогодини', en: 'Air, hourly'},
  needsGround: false,
  truths: [],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    const series = cityAir(scope.seed, period, hourCalendar(period), scope.weather(), scope.events)
    return {
      dirt: [
        ...writeReference(scope, outbox, period, series),
        ...writeCitizens(scope, outbox, period, series),
        ...writeCommunity(scope, outbox, period, series),
      ],
    }
  },
}

import type {Chapter} from '../../chapter.ts'
import {dateOf, dayOf} from '../../tools/time/days.ts'
import {AppealLines} from './appeal-lines.ts'
import {Arrivals} from './arrivals.ts'
import {Calendar} from './calendar.ts'
import {appealHeaders} from './columns.ts'
import {dayConditions} from './day-conditions.ts'
import {Faults} from './faults.ts'
import {Places} from './places.ts'
import {truths} from './truths.ts'

/** What residents turn to the city with, day by day, one file a year. */
export const appeals: Chapter = {
  id: 'appeals',
  title: {uk: 'Звернення мешканців', en: 'Residents’ appeals'},
  thread: 'first',
  truths,
  write: (scope, outbox) => {
    const {firstDay, today} = scope
    const calendar = new Calendar(firstDay - 10, today + 60)
    const faults = new Faults()
    const conditions = dayConditions(scope.weather(), firstDay, today, day => dateOf(day).month)
    const arrivals = new Arrivals(scope, calendar, new Places(scope.ground(), scope.seed), conditions)
    const lines = new AppealLines(scope, calendar, conditions, faults)
    for (let day = firstDay; day < today; ) {
      const {year} = dateOf(day)
      const file = outbox.csv(`appeals/appeals-${year}.demo.csv`, appealHeaders, {
        delimiter: ';',
        hasMark: true,
      })
      const write = (line: string) => file.line(line)
      for (const end = Math.min(today, dayOf(year + 1, 1, 1)); day < end; day++)
        for (const arrival of arrivals.on(day)) lines.write(arrival, write)
      outbox.done(file)
    }
    return {dirt: faults.dirt('appeals/appeals-*.demo.csv')}
  },
}

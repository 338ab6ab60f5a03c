import type {Chapter} from '../../chapter.ts'
import {writeGtfs} from './write-gtfs.ts'

export const transit: Chapter = {
  id: 'transit',
  title: {uk: 'Громадський транспорт', en: 'Public transport'},
  thread: 'first',
  truths: [
    {
      id: 'transit-no-sundays',
      title: {
        uk: 'Єдиний автобус до дач, № 12, не ходить у неділю',
        en: 'The only bus to the allotments, No. 12, does not run on Sundays',
      },
      where: {
        uk: 'transit/gtfs.demo.zip: у trips.txt рейси маршруту B12 мають лише service_id workdays і saturdays; за calendar.txt жоден з них не діє в неділю, а всі інші маршрути мають weekends або daily.',
        en: 'transit/gtfs.demo.zip: in trips.txt the trips of route B12 have the service_id workdays and saturdays alone; by calendar.txt neither runs on Sunday, while every other route has weekends or daily.',
      },
    },
  ],
  write(scope, outbox) {
    writeGtfs(scope, scope.ground(), outbox)
    return {dirt: []}
  },
}

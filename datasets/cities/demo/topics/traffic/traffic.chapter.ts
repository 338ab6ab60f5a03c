import type {Chapter} from '../../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {writeCounts} from './write-counts.ts'

export const traffic: Chapter = {
  id: 'traffic',
  title: {uk: 'Рух транспорту щогодини', en: 'Traffic, hourly'},
  thread: 'first',
  truths: [
    {
      id: 'traffic-bridge-closed',
      title: {
        uk: 'Південний міст закрили на три тижні',
        en: 'The southern bridge was closed for three weeks',
      },
      where: {
        uk: 'traffic/traffic-*.demo.csv, вересень: TC-01 – самі нулі, TC-02 на північному мості – на 60 % більше машин, ніж звичайно, машин на TC-03 і TC-04 на під’їздах – менш ніж половина. Автобуси їдуть в об’їзд: на TC-03 і TC-04 їх немає, на TC-02 – у кілька разів більше.',
        en: 'traffic/traffic-*.demo.csv, September: TC-01 shows nothing but zeros, TC-02 on the northern bridge 60 % more than usual, cars at TC-03 and TC-04 on the approaches less than half. Buses are diverted: none at TC-03 and TC-04, several times as many at TC-02.',
      },
    },
    {
      id: 'traffic-counted-twice',
      title: {
        uk: 'Лічильник TC-11 бачить один напрямок двічі',
        en: 'Counter TC-11 sees one direction twice',
      },
      where: {
        uk: 'traffic/traffic-*.demo.csv: за два роки в обидва боки проїжджає майже порівну (різниця до 4 %) – скрізь, крім TC-11, де in удвічі більше за out.',
        en: 'traffic/traffic-*.demo.csv: over the two years almost as many pass in as out (within 4 %) at every counter but TC-11, where in is twice out.',
      },
    },
    {
      id: 'traffic-to-the-beach',
      title: {
        uk: 'Спека веде місто на пляж',
        en: 'Heat takes the city to the beach',
      },
      where: {
        uk: 'traffic/traffic-*.demo.csv: спекотними вихідними влітку на TC-25 і TC-26 удвічі-втричі більше машин, ніж у будні весною; зранку out, увечері in.',
        en: 'traffic/traffic-*.demo.csv: on hot weekends in summer TC-25 and TC-26 count two or three times the cars of a weekday in spring; out in the morning, in in the evening.',
      },
    },
  ],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    return {dirt: writeCounts(scope, outbox, period, hourCalendar(period))}
  },
}

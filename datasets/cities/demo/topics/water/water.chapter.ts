import type {Chapter} from '../../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {rainField} from './rain-field.ts'
import {seaLevel} from './sea-level.ts'
import {waterFlows, waterLevels} from './water-levels.ts'
import {writeLevels} from './write-levels.ts'
import {writeRain} from './write-rain.ts'

export const water: Chapter = {
  id: 'water',
  title: {uk: 'Рівні води й дощ', en: 'Water levels and rain'},
  thread: 'second',
  truths: [
    {
      id: 'water-spring-flood',
      title: {
        uk: 'Весняна повінь: дощ на талому снігу',
        en: 'The spring flood: rain on melting snow',
      },
      where: {
        uk: 'water/levels-*.demo.csv, березень: WL-02 … WL-05 дві доби ростуть, за тиждень спадають; вершина проходить від греблі до південного мосту за кілька годин і нижчає. Небезпечний рівень (water/gauges.demo.csv) перевищено на всіх.',
        en: 'water/levels-*.demo.csv, March: WL-02 … WL-05 rise for two days and fall for a week; the crest takes some hours from the dam to the southern bridge and gets lower. The level of danger (water/gauges.demo.csv) is exceeded at all of them.',
      },
    },
    {
      id: 'water-cloudburst',
      title: {
        uk: 'Злива: 74 мм за три години',
        en: 'The cloudburst: 74 mm in three hours',
      },
      where: {
        uk: 'water/rain-*.demo.csv, липень: за три години п’ять дощомірів зібрали близько 74 мм. water/levels-*.demo.csv: балки WL-07 … WL-10 і WL-12 за годину піднялися вище небезпечного рівня, річка – лише на метр, а водосховище (WL-01) майже не змінилося.',
        en: 'water/rain-*.demo.csv, July: in three hours five rain gauges caught about 74 mm. water/levels-*.demo.csv: the ravines WL-07 … WL-10 and WL-12 rose above danger within an hour, the river by a metre only, and the reservoir (WL-01) hardly at all.',
      },
    },
    {
      id: 'water-moved-gauge',
      title: {
        uk: 'Пост WL-07 переставили, а нуль у реєстрі лишився',
        en: 'Gauge WL-07 was moved, its zero in the register was not',
      },
      where: {
        uk: 'water/levels-*.demo.csv: сухого травневого ранку рівень WL-07 стрибає на 42 см і більше не вертається; сусідні балки спокійні.',
        en: 'water/levels-*.demo.csv: on a dry morning in May the level of WL-07 jumps by 42 cm and never comes back; the other ravines are calm.',
      },
    },
    {
      id: 'water-blocked-rain-gauge',
      title: {
        uk: 'Дощомір RG-4 проспав зливу',
        en: 'Rain gauge RG-4 slept through the cloudburst',
      },
      where: {
        uk: 'water/rain-*.demo.csv: від початку липня майже до кінця RG-4 показує 0.0 за будь-якого дощу, зокрема в день зливи: лійка забита листям.',
        en: 'water/rain-*.demo.csv: from the start of July almost to its end RG-4 reads 0.0 in any rain, the cloudburst included: its funnel was full of leaves.',
      },
    },
  ],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    const calendar = hourCalendar(period)
    const weather = scope.weather()
    const rain = rainField(scope.seed, period, weather, scope.events)
    const flows = waterFlows(scope.seed, period, calendar, weather, rain)
    const levels = waterLevels(flows, seaLevel(period, calendar, weather))
    return {
      dirt: [...writeLevels(scope, outbox, period, levels), ...writeRain(scope, outbox, period, rain)],
    }
  },
}

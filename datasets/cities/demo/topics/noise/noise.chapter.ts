import type {Chapter} from '../../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {writeNoise} from './write-noise.ts'

export const noise: Chapter = {
  id: 'noise',
  title: {uk: 'Шум щогодини', en: 'Noise, hourly'},
  needsGround: false,
  truths: [
    {
      id: 'noise-beach-nights',
      title: {
        uk: 'Пляжі не сплять у ніч на суботу й неділю',
        en: 'The beaches do not sleep on Friday and Saturday nights',
      },
      where: {
        uk: 'noise/noise-*.demo.csv: із червня до серпня на NS-04 і NS-05 LAeq з 22:00 до 04:00 за Києвом у ночі на суботу й неділю близько 70 дБ, в інші ночі – на 8 і більше дБ тихіше.',
        en: 'noise/noise-*.demo.csv: from June to August at NS-04 and NS-05 LAeq from 22:00 to 04:00 Kyiv time is about 70 dB on Friday and Saturday nights and 8 dB or more lower on others.',
      },
    },
    {
      id: 'noise-bridge-closed',
      title: {
        uk: 'Біля закритого мосту стало тихіше',
        en: 'It was quieter by the closed bridge',
      },
      where: {
        uk: 'noise/noise-*.demo.csv, вересень: поки південний міст закрито, LAeq удень на NS-01 на 4–5 дБ нижчий; на решті станцій, крім пляжних, де скінчився сезон, – як завжди.',
        en: 'noise/noise-*.demo.csv, September: while the southern bridge is closed, daytime LAeq at NS-01 is 4–5 dB lower; elsewhere it is as ever, but at the beaches, whose season is over.',
      },
    },
  ],
  write(scope, outbox) {
    const period = sensorPeriod(scope)
    return {dirt: writeNoise(scope, outbox, period, hourCalendar(period))}
  },
}

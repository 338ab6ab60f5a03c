import type {Chapter} from '../../chapter.ts'
import {hourCalendar} from '../sensors/hour-calendar.ts'
import {sensorPeriod} from '../sensors/sensor-period.ts'
import {writeNoise} from './write-noise.ts'

export const noise: Chapter = {
  id: 'noise',
  title: {uk: 'Шум щогодини', en: 'Noise, hourly'},
  thread: 'second',
  truths: [
    {
      id: 'noise-beach-nights',
      title: {
        uk: 'У п’ятницю й суботу пляжі гучні до самої комендантської години',
        en: 'On Fridays and Saturdays the beaches are loud right up to the curfew',
      },
      where: {
        uk: 'noise/noise-*.demo.csv: із червня до серпня на NS-04 і NS-05 LAeq з 20:00 до 23:00 за Києвом у п’ятницю й суботу – 67–70 дБ, в інші вечори – на 8 дБ тихіше. Після опівночі, коли діє комендантська година, різниці немає: близько 39 дБ щоночі.',
        en: 'noise/noise-*.demo.csv: from June to August at NS-04 and NS-05 LAeq from 20:00 to 23:00 Kyiv time is 67–70 dB on Fridays and Saturdays and 8 dB lower on other evenings. After midnight, when the curfew holds, there is no difference: about 39 dB every night.',
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

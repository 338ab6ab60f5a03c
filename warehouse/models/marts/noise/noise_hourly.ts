import noise from '@hromada/datasets/noise/dataset.ts'
import {localDate, localHour} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'

/** A sound calibrator gives exactly this, in dB (IEC 60942). */
const calibratorLevel = 94

export default defineModel({
  name: 'noise_hourly',
  title: {uk: 'Шум щогодини', en: 'Noise, hourly'},
  describe: {
    uk: 'Рівні звуку за годину: LAeq і фоновий L90, година за годинником міста, частина доби за директивою 2002/49/ЄС. Сумнівне позначено, а не вилучено.',
    en: 'Sound levels of an hour: LAeq and the background L90, the hour by the city’s clock, and the part of the day of directive 2002/49/EC. What is doubtful is flagged, not removed.',
  },
  grain: ['city', 'station_id', 'observed_at'],
  publish: true,
  inputs: [staging(noise), cities],
  columns: {
    date: {uk: 'Дата за годинником міста', en: 'Date by the city’s clock'},
    local_hour: {uk: 'Година за годинником міста, 0–23', en: 'Hour by the city’s clock, 0–23'},
    period: {
      uk: 'Частина доби: day 07–19, evening 19–23, night 23–07',
      en: 'Part of the day: day 07–19, evening 19–23, night 23–07',
    },
    flag: {
      uk: 'ok; missing – показу немає; offline_zero – мікрофон вимкнено; swapped – L90 вищий за LAeq; calibrator – 94,0 дБ калібратора; out_of_range – поза 15–120 дБ',
      en: 'ok; missing: no reading; offline_zero: the microphone is off; swapped: L90 is above LAeq; calibrator: the calibrator’s 94.0 dB; out_of_range: beyond 15–120 dB',
    },
  },
  query: db =>
    db
      .selectFrom('stg_noise as hour')
      .innerJoin('cities', 'cities.city', 'hour.city')
      .select(eb => {
        const local = localHour(eb.ref('hour.observed_at'), eb.ref('cities.zone'))
        return [
          'hour.city',
          'hour.station_id',
          'hour.observed_at',
          localDate(eb.ref('hour.observed_at'), eb.ref('cities.zone')).as('date'),
          local.as('local_hour'),
          eb
            .case()
            .when(eb.or([eb(local, '>=', 23), eb(local, '<', 7)]))
            .then('night')
            .when(local, '>=', 19)
            .then('evening')
            .else('day')
            .end()
            .as('period'),
          'hour.laeq',
          'hour.l90',
          eb
            .case()
            .when('hour.laeq', 'is', null)
            .then('missing')
            .when('hour.laeq', '=', 0)
            .then('offline_zero')
            .when('hour.laeq', '=', calibratorLevel)
            .then('calibrator')
            .when(eb.or([eb('hour.laeq', '<', 15), eb('hour.laeq', '>', 120)]))
            .then('out_of_range')
            .when('hour.l90', '>', eb.ref('hour.laeq'))
            .then('swapped')
            .else('ok')
            .end()
            .as('flag'),
        ]
      })
      .orderBy('hour.city')
      .orderBy('hour.station_id')
      .orderBy('hour.observed_at'),
})

import airQuality from '@hromada/datasets/air-quality/dataset.ts'
import {defineModel, staging} from '../../../src/model.ts'

const pollutants = ['pm25', 'pm10', 'no2', 'o3', 'so2', 'co', 'nox'] as const

export default defineModel({
  name: 'air_quality_hourly',
  title: {uk: 'Повітря щогодини', en: 'Air, hourly'},
  describe: {
    uk: 'Виміри станцій щогодини, як їх подав видавець. Порожнє – виміру немає; сумнівне позначено, але не вилучено.',
    en: 'Hourly readings of stations as published. Empty means no reading; what is doubtful is flagged, not removed.',
  },
  grain: ['city', 'station_id', 'observed_at'],
  publish: true,
  inputs: [staging(airQuality)],
  columns: {
    flag: {
      uk: 'ok; missing – немає жодного виміру; out_of_range – відʼємне або понад можливе',
      en: 'ok; missing: no reading at all; out_of_range: negative or beyond what is possible',
    },
  },
  query: db =>
    db
      .selectFrom('stg_air_quality')
      .select(eb => [
        'city',
        'station_id',
        'observed_at',
        ...pollutants,
        'wind_speed',
        'wind_direction',
        eb
          .case()
          .when(eb.and(pollutants.map(name => eb(name, 'is', null))))
          .then('missing')
          .when(
            eb.or(pollutants.flatMap(name => [eb(name, '<', 0), eb(name, '>', name === 'co' ? 150 : 3000)])),
          )
          .then('out_of_range')
          .else('ok')
          .end()
          .as('flag'),
      ])
      .orderBy('city')
      .orderBy('station_id')
      .orderBy('observed_at'),
})

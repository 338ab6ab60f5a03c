import {type Expression, expressionBuilder} from 'kysely'
import {caqi, caqiPollutants} from '../../../src/air/caqi.ts'
import {eaqi, eaqiPollutants} from '../../../src/air/eaqi.ts'
import {nowCast} from '../../../src/air/now-cast.ts'
import {isBeyondUsAqi, type UsAqiMean, usAqi} from '../../../src/air/us-aqi.ts'
import {earlierRow, hoursTouched, integer, rolling, rounded, truncated} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import hourly from './air_quality_hourly.ts'

const pollutants = ['pm25', 'pm10', 'no2', 'o3', 'so2', 'co'] as const
const usPollutants = ['pm25', 'pm10'] as const

/** Means that the index of the United States is of, beside NowCasts of particles, and of how many hours with readings. */
const usMeans = {
  o3_8h: {of: 'o3', hours: 8, least: 6},
  co_8h: {of: 'co', hours: 8, least: 6},
  so2_24h: {of: 'so2', hours: 24, least: 18},
} as const

/** What decides the index of the United States: each mean, where it stands, and the name of its pollutant. */
const usDeciding = [
  {name: 'pm25', mean: 'pm25', column: 'pm25_nowcast'},
  {name: 'pm10', mean: 'pm10', column: 'pm10_nowcast'},
  {name: 'o3', mean: 'o3_8h', column: 'o3_8h'},
  {name: 'o3', mean: 'o3_1h', column: 'o3'},
  {name: 'co', mean: 'co_8h', column: 'co_8h'},
  {name: 'so2', mean: 'so2_1h', column: 'so2'},
  {name: 'so2', mean: 'so2_24h', column: 'so2_24h'},
  {name: 'no2', mean: 'no2_1h', column: 'no2'},
] as const satisfies {name: string; mean: UsAqiMean; column: string}[]

/** Which of these is the largest, and its name; null where none is known. */
function worst<Name extends string>(values: {name: Name; value: Expression<number | null>}[]) {
  // biome-ignore lint/suspicious/noExplicitAny: expressions for queries over any tables
  const eb = expressionBuilder<any, any>()
  const known = values.map(({value}) => eb.fn.coalesce(value, eb.lit(-1)))
  const largest = eb.fn<number>('greatest', known)
  const named = values.reduce(
    (cases, {name, value}) => cases.when(value, '=', largest).then(name as string),
    eb
      .case()
      .when(largest, '<', 0)
      .then(eb.cast<string | null>(eb.lit(null), 'varchar')),
  )
  return {value: eb.fn<number | null>('nullif', [largest, eb.lit(-1)]), name: named.end()}
}

export default defineModel({
  name: 'air_quality_index_hourly',
  title: {uk: 'Індекси якості повітря щогодини', en: 'Air quality indices, hourly'},
  describe: {
    uk: 'Індекси кожної станції за кожну годину: США 2024 (пил за NowCast, озон і CO за 8 годин, гази в ppb за 293 К), Європейський 2024–25 і CAQI. Загальний індекс – за найгіршою речовиною. Без NO2 чи O3 індекси часткові. Це не українська норма.',
    en: 'Indices of every station in every hour: the United States’ of 2024 (particles by NowCast, ozone and CO over 8 hours, gases in ppb at 293 K), the European of 2024–25, and CAQI. The index is that of the worst pollutant. Without NO2 or O3 the indices are partial. None is a Ukrainian limit.',
  },
  grain: ['city', 'station_id', 'observed_at'],
  publish: true,
  inputs: [hourly],
  columns: {
    observed_at: {uk: 'Година', en: 'Hour'},
    pm25_nowcast: {uk: 'NowCast PM2.5 за 12 годин', en: 'NowCast of PM2.5 over 12 hours', unit: 'ug/m3'},
    pm10_nowcast: {uk: 'NowCast PM10 за 12 годин', en: 'NowCast of PM10 over 12 hours', unit: 'ug/m3'},
    us_aqi: {
      uk: 'Індекс США 2024 за найгіршою з речовин, які міряє станція, 0–500',
      en: 'US AQI of 2024 by the worst of what the station measures, 0–500',
      unit: '1',
    },
    us_aqi_pollutant: {uk: 'Речовина, що визначає індекс США', en: 'Pollutant that decides the US index'},
    is_beyond_us_aqi: {
      uk: 'Чи повітря брудніше за кінець шкали США',
      en: 'Is the air beyond the end of the US scale',
    },
    eaqi: {
      uk: 'Європейський індекс: 1 добрий, 2 задовільний, 3 помірний, 4 поганий, 5 дуже поганий, 6 надзвичайно поганий',
      en: 'European index: 1 good, 2 fair, 3 moderate, 4 poor, 5 very poor, 6 extremely poor',
      unit: '1',
    },
    eaqi_pollutant: {
      uk: 'Речовина, що визначає Європейський індекс',
      en: 'Pollutant that decides the European index',
    },
    is_eaqi_partial: {
      uk: 'Чи немає NO2 або O3: тоді індекси часткові',
      en: 'Are NO2 or O3 missing, so that the indices are partial',
    },
    caqi: {uk: 'CAQI за годину', en: 'CAQI of the hour', unit: '1'},
    caqi_pollutant: {uk: 'Речовина, що визначає CAQI', en: 'Pollutant that decides CAQI'},
  },
  query: db => {
    const hours = db
      .selectFrom('air_quality_hourly')
      .where('is_valid', '=', true)
      .where('property', 'in', pollutants)
      .select(['city', 'station_id', 'observed_at'])
      .select(eb =>
        pollutants.map(name =>
          eb.fn.max(eb.case().when('property', '=', name).then(eb.ref('value')).end()).as(name),
        ),
      )
      .groupBy(['city', 'station_id', 'observed_at'])
    // Every hour of a station, also those without readings: twelve rows back are twelve hours back.
    const clock = db
      .selectFrom(
        db
          .selectFrom(hours.as('hour'))
          .select(eb => [
            'city',
            'station_id',
            eb.fn.min('observed_at').as('first_at'),
            eb.fn.max('observed_at').as('last_at'),
          ])
          .groupBy(['city', 'station_id'])
          .as('series'),
      )
      .crossJoin(eb => hoursTouched(eb.ref('series.first_at'), eb.ref('series.last_at')))
      .leftJoin(hours.as('hour'), join =>
        join
          .onRef('hour.city', '=', 'series.city')
          .onRef('hour.station_id', '=', 'series.station_id')
          .onRef('hour.observed_at', '=', 'touched.hour'),
      )
      .select(['series.city', 'series.station_id', 'touched.hour as observed_at'])
      .select(pollutants.map(name => `hour.${name}` as const))
    const backwards = db
      .selectFrom(clock.as('clock'))
      .selectAll()
      .select(eb => {
        const [station, at] = [[eb.ref('city'), eb.ref('station_id')], eb.ref('observed_at')]
        const particles = usPollutants.flatMap(name => [
          ...Array.from({length: 11}, (_, index) =>
            earlierRow(eb.ref(name), index + 1, station, at).as(`${name}_${index + 1}`),
          ),
          rolling('min', eb.ref(name), 11, station, at).as(`${name}_least`),
          rolling('max', eb.ref(name), 11, station, at).as(`${name}_most`),
        ])
        const means = Object.entries(usMeans).map(([name, {of, hours, least}]) =>
          eb
            .case()
            .when(rolling('count', eb.ref(of), hours - 1, station, at), '>=', least)
            .then(rolling('mean', eb.ref(of), hours - 1, station, at))
            .end()
            .$castTo<number | null>()
            .as(name as keyof typeof usMeans),
        )
        return [...particles, ...means]
      })
    const casts = db
      .selectFrom(backwards.as('hour'))
      .select(['city', 'station_id', 'observed_at', ...pollutants, 'o3_8h', 'co_8h', 'so2_24h'])
      .select(eb => {
        const ref = (name: string) => eb.ref(name as 'pm25')
        return usPollutants
          .map(name =>
            nowCast(
              [ref(name), ...Array.from({length: 11}, (_, index) => ref(`${name}_${index + 1}`))],
              ref(`${name}_least`),
              ref(`${name}_most`),
            ),
          )
          .map((value, index) =>
            eb.cast<number | null>(value, 'double precision').as(`${usPollutants[index]!}_nowcast`),
          )
      })
    return db
      .selectFrom(casts.as('hour'))
      .where(eb => eb.or(pollutants.map(name => eb(name, 'is not', null))))
      .select(eb => {
        const us = worst(
          usDeciding.map(({name, mean, column}) => ({name, value: usAqi(mean, eb.ref(column))})),
        )
        const european = worst(eaqiPollutants.map(name => ({name, value: eaqi(name, eb.ref(name))})))
        const common = worst(
          caqiPollutants.map(name => ({
            name,
            value: caqi(name, name === 'co' ? eb(eb.ref(name), '*', eb.lit(1000)) : eb.ref(name)),
          })),
        )
        return [
          'city',
          'station_id',
          'observed_at',
          truncated(eb.ref('pm25_nowcast').$notNull(), 1).as('pm25_nowcast'),
          truncated(eb.ref('pm10_nowcast').$notNull(), 0).as('pm10_nowcast'),
          integer(us.value).as('us_aqi'),
          us.name.as('us_aqi_pollutant'),
          eb
            .or(usDeciding.map(({mean, column}) => isBeyondUsAqi(mean, eb.ref(column))))
            .$castTo<boolean | null>()
            .as('is_beyond_us_aqi'),
          integer(european.value).as('eaqi'),
          european.name.as('eaqi_pollutant'),
          eb
            .or([eb('no2', 'is', null), eb('o3', 'is', null)])
            .$castTo<boolean>()
            .as('is_eaqi_partial'),
          rounded(common.value, 1).as('caqi'),
          common.name.as('caqi_pollutant'),
        ]
      })
      .orderBy('city')
      .orderBy('station_id')
      .orderBy('observed_at')
  },
})

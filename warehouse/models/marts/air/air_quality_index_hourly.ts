import {type Expression, expressionBuilder} from 'kysely'
import {countWhere, integer, quotient, rounded, truncated} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import means from '../../intermediate/air/int_air_means.ts'
import bands from '../../reference/air_index_bands.ts'

const indices = ['us_aqi', 'eaqi', 'caqi'] as const

/** Pollutants of each index, in the order in which they are named where several share the worst. */
const named = {
  us_aqi: ['pm25', 'pm10', 'o3', 'co', 'so2', 'no2'],
  eaqi: ['pm25', 'pm10', 'no2', 'o3', 'so2'],
  caqi: ['no2', 'pm10', 'pm25', 'o3', 'co', 'so2'],
} as const

/** Which of these is the largest, and its name; null where none is known. */
function worst(values: {name: string; value: Expression<number | null>}[]) {
  // biome-ignore lint/suspicious/noExplicitAny: expressions for queries over any tables
  const eb = expressionBuilder<any, any>()
  const largest = eb.fn<number | null>(
    'greatest',
    values.map(({value}) => eb.fn.coalesce(value, eb.lit(-1))),
  )
  const name = values.reduce(
    (cases, {name, value}) => cases.when(value, '=', largest).then(name),
    eb
      .case()
      .when(largest, '<', 0)
      .then(eb.cast<string | null>(eb.lit(null), 'varchar')),
  )
  return {value: eb.fn<number | null>('nullif', [largest, eb.lit(-1)]), name: name.end()}
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
  inputs: [means, bands],
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
    const scales = db
      .selectFrom('air_index_bands')
      .select(['index', 'property', 'averaging', 'factor', 'decimals'])
      .groupBy(['index', 'property', 'averaging', 'factor', 'decimals'])
    const concentrations = db
      .selectFrom('int_air_means as mean')
      .innerJoin(scales.as('scale'), 'scale.property', 'mean.property')
      .select(eb => {
        const mean = eb
          .case('scale.averaging')
          .when('hour')
          .then(eb.ref('mean.hour'))
          .when('nowcast')
          .then(eb.ref('mean.nowcast'))
          .when('eight_hours')
          .then(eb.ref('mean.eight_hours'))
          .when('day')
          .then(eb.ref('mean.day'))
          .end()
          .$notNull()
        const inUnit = eb(mean, '*', eb.ref('scale.factor'))
        return [
          'mean.city',
          'mean.station_id',
          'mean.observed_at',
          'mean.property',
          'scale.index',
          'scale.averaging',
          eb
            .case()
            .when('scale.decimals', 'is', null)
            .then(inUnit)
            .else(truncated(inUnit, eb.ref('scale.decimals').$notNull()))
            .end()
            .as('concentration'),
        ]
      })
    const indexed = db
      .selectFrom(concentrations.as('of'))
      .innerJoin('air_index_bands as band', join =>
        join
          .onRef('band.index', '=', 'of.index')
          .onRef('band.property', '=', 'of.property')
          .onRef('band.averaging', '=', 'of.averaging')
          .on(eb => eb.or([eb('band.above', 'is', null), eb('of.concentration', '>', eb.ref('band.above'))]))
          .on(eb =>
            eb.or([eb('band.up_to', 'is', null), eb('of.concentration', '<=', eb.ref('band.up_to'))]),
          ),
      )
      .select(eb => {
        const rise = eb('band.to_index', '-', eb.ref('band.from_index'))
        const along = quotient(
          eb(eb('of.concentration', '-', eb.ref('band.from_concentration')), '*', rise),
          eb('band.to_concentration', '-', eb.ref('band.from_concentration')),
        )
        return [
          'of.city',
          'of.station_id',
          'of.observed_at',
          'of.property',
          'of.index',
          'of.concentration',
          'band.is_beyond',
          eb
            .case()
            .when('band.from_index', '=', eb.ref('band.to_index'))
            .then(eb.ref('band.from_index'))
            .else(
              rounded(eb(along, '+', eb.ref('band.from_index')), eb.ref('band.index_decimals')).$notNull(),
            )
            .end()
            .as('value'),
        ]
      })
    const hours = db
      .selectFrom(indexed.as('of'))
      .select(eb => {
        const most = (index: string, property: string, value: 'value' | 'concentration') =>
          eb.fn.max<number | null>(
            eb
              .case()
              .when(eb.and([eb('index', '=', index), eb('property', '=', property)]))
              .then(eb.ref(value))
              .end(),
          )
        return [
          'city',
          'station_id',
          'observed_at',
          most('us_aqi', 'pm25', 'concentration').as('pm25_nowcast'),
          most('us_aqi', 'pm10', 'concentration').as('pm10_nowcast'),
          countWhere(eb('is_beyond', '=', true)).as('beyond'),
          ...indices.flatMap(index =>
            named[index].map(name => most(index, name, 'value').as(`${index}_${name}` as const)),
          ),
        ]
      })
      .groupBy(['city', 'station_id', 'observed_at'])
    return (
      db
        .selectFrom(hours.as('hour'))
        // CAQI is of every reading: an hour without it has only means of the hours before.
        .where(eb => eb.or(named.caqi.map(name => eb(`caqi_${name}` as 'caqi_no2', 'is not', null))))
        .select(eb => {
          const worstOf = (index: (typeof indices)[number]) =>
            worst(named[index].map(name => ({name, value: eb.ref(`${index}_${name}` as 'caqi_no2')})))
          const [us, european, common] = [worstOf('us_aqi'), worstOf('eaqi'), worstOf('caqi')]
          return [
            'city',
            'station_id',
            'observed_at',
            'pm25_nowcast',
            'pm10_nowcast',
            integer(us.value).$castTo<number | null>().as('us_aqi'),
            us.name.as('us_aqi_pollutant'),
            eb
              .case()
              .when(us.value, 'is not', null)
              .then(eb('beyond', '>', 0))
              .end()
              .as('is_beyond_us_aqi'),
            integer(european.value).$castTo<number | null>().as('eaqi'),
            european.name.as('eaqi_pollutant'),
            eb
              .or([eb('eaqi_no2', 'is', null), eb('eaqi_o3', 'is', null)])
              .$castTo<boolean>()
              .as('is_eaqi_partial'),
            rounded(common.value, 1).as('caqi'),
            common.name.as('caqi_pollutant'),
          ]
        })
        .orderBy('city')
        .orderBy('station_id')
        .orderBy('observed_at')
    )
  },
})

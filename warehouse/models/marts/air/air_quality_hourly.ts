import {epaCorrected} from '../../../src/air/epa-correction.ts'
import {rounded} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import hours from '../../intermediate/air/int_air_hours.ts'
import properties from '../../reference/air_properties.ts'

const measured = [
  'pm1',
  'pm25',
  'pm10',
  'no2',
  'o3',
  'so2',
  'co',
  'nox',
  'wind_speed',
  'wind_direction',
  'temperature',
  'humidity',
  'pressure',
] as const

/** Rows that are the same to the last digit for so long: few readings may be so by chance, several may not. */
const stuckHours = {several: 6, few: 24}
/** Above this humidity, in %, optical sensors without a correction count water as dust. */
const dampPercent = 80

export default defineModel({
  name: 'air_quality_hourly',
  title: {uk: 'Повітря щогодини', en: 'Air, hourly'},
  describe: {
    uk: 'Кожен показ кожної станції: raw – як подав видавець, value – чим користуватися. Сумнівне позначено, а не вилучено; значення датчиків Plantower (PM2.5) виправлено за вологістю.',
    en: 'Every reading of every station: raw is as published, value is what to use. What is doubtful is flagged, not removed; PM2.5 of Plantower sensors is corrected for humidity.',
  },
  grain: ['city', 'station_id', 'property', 'observed_at'],
  publish: true,
  inputs: [hours, properties],
  columns: {
    observed_at: {uk: 'Година виміру', en: 'Hour of the reading'},
    property: {uk: 'Що вимірювали', en: 'What was measured'},
    unit: {uk: 'Одиниця', en: 'Unit'},
    is_reference: {uk: 'Чи станція еталонна', en: 'Is it a reference station'},
    raw: {uk: 'Показ, як його подав видавець', en: 'The reading as published'},
    value: {
      uk: 'Значення, після виправлення, де воно є',
      en: 'The value, corrected where there is a correction',
    },
    correction: {
      uk: 'none – без виправлення; epa2021 – виправлення EPA США для датчиків Plantower (Barkjohn та ін., 2021)',
      en: 'none, or epa2021: the US EPA’s correction for Plantower sensors (Barkjohn et al., 2021)',
    },
    flag: {
      uk: 'ok; high_rh – вологість понад 80 %, датчик завищує; missing – показу немає; offline_zero – датчик мовчить і шле нулі; unit_slip – пил у мг/м³ замість мкг/м³; out_of_range – поза можливим; stuck – рядок повторюється 6 годин і довше; spike – стрибок на годину, якого немає в сусідів за 3 км; uncorrected – немає вологості для виправлення',
      en: 'ok; high_rh: humidity above 80 %, the sensor over-reads; missing: no reading; offline_zero: the sensor is silent and sends zeros; unit_slip: particles in mg/m³ instead of µg/m³; out_of_range: beyond what is possible; stuck: the row repeats for 6 hours or more; spike: a leap of one hour that neighbours within 3 km do not have; uncorrected: no humidity to correct by',
    },
    is_valid: {
      uk: 'Чи входить у середні: flag – ok або high_rh',
      en: 'Does it count in means: the flag is ok or high_rh',
    },
  },
  query: db => {
    const known = db
      .selectFrom('int_air_hours')
      .select(['city', 'station_id'])
      .select(eb => measured.map(name => eb.fn.count<number>(name).as(`${name}_count`)))
      .groupBy(['city', 'station_id'])
      .as('known')
    const one = (name: (typeof measured)[number]) =>
      db
        .selectFrom('int_air_hours as hour')
        .innerJoin(known, join =>
          join
            .onRef('known.city', '=', 'hour.city')
            .onRef('known.station_id', '=', 'hour.station_id')
            .on(`known.${name}_count`, '>', 0),
        )
        .select(eb => [
          'hour.city',
          'hour.station_id',
          'hour.observed_at',
          eb.val(name as string).as('property'),
          `hour.${name} as raw`,
          eb('hour.make', 'like', '%pms%').$castTo<boolean | null>().as('is_plantower'),
          'hour.network',
          'hour.measured',
          'hour.humidity',
          'hour.run_hours',
          'hour.is_silent',
          'hour.is_unit_slip',
          'hour.is_spike',
        ])
    const [first, ...rest] = measured
    const all = rest.reduce((query, name) => query.unionAll(one(name)), one(first))
    const flagged = db
      .selectFrom(all.as('reading'))
      .innerJoin('air_properties as about', 'about.property', 'reading.property')
      .select(eb => {
        const isDust = eb('about.is_dust', '=', true)
        const isHumidityKnown = eb.and([eb('humidity', '>=', 0), eb('humidity', '<=', 100)])
        const isLowCost = eb('network', '!=', 'reference')
        const isCorrected = eb.and([
          isLowCost,
          eb('is_plantower', '=', true),
          eb('reading.property', '=', 'pm25'),
        ])
        const isRepeated = eb.or([
          eb.and([eb('run_hours', '>=', stuckHours.several), eb('measured', '>=', 3)]),
          eb('run_hours', '>=', stuckHours.few),
        ])
        return [
          'city',
          'station_id',
          'observed_at',
          'reading.property',
          'about.unit',
          eb('network', '=', 'reference').$castTo<boolean>().as('is_reference'),
          'raw',
          'humidity',
          eb
            .case()
            .when(eb.and([isCorrected, isHumidityKnown, eb('raw', '>=', 0)]))
            .then('epa2021')
            .else('none')
            .end()
            .as('correction'),
          eb
            .case()
            .when(eb.and([eb('is_silent', '=', true), eb(eb.fn.coalesce('raw', eb.lit(0)), '=', 0)]))
            .then('offline_zero')
            .when('raw', 'is', null)
            .then('missing')
            .when(eb.and([isDust, eb('is_unit_slip', '=', true)]))
            .then('unit_slip')
            .when(eb.or([eb('raw', '<', eb.ref('about.least')), eb('raw', '>', eb.ref('about.most'))]))
            .then('out_of_range')
            .when(isRepeated)
            .then('stuck')
            .when(eb.and([isDust, eb('is_spike', '=', true)]))
            .then('spike')
            .when(eb.and([isCorrected, eb.or([eb('humidity', 'is', null), eb.not(isHumidityKnown)])]))
            .then('uncorrected')
            .when(
              eb.and([isDust, isLowCost, eb('is_plantower', '=', false), eb('humidity', '>', dampPercent)]),
            )
            .then('high_rh')
            .else('ok')
            .end()
            .as('flag'),
        ]
      })
    return db
      .selectFrom(flagged.as('reading'))
      .select(eb => {
        const raw = eb.ref('raw').$notNull()
        const corrected = epaCorrected(raw, eb.ref('humidity').$notNull())
        return [
          'city',
          'station_id',
          'property',
          'observed_at',
          'unit',
          'is_reference',
          'raw',
          eb
            .case()
            .when('correction', '=', 'epa2021')
            .then(rounded(corrected, 2))
            .else(eb.ref('raw'))
            .end()
            .as('value'),
          'correction',
          'flag',
          eb('flag', 'in', ['ok', 'high_rh']).$castTo<boolean>().as('is_valid'),
        ]
      })
      .orderBy('city')
      .orderBy('station_id')
      .orderBy('property')
      .orderBy('observed_at')
  },
  audits: {
    only_the_valid_is_counted: {
      describe: {
        uk: 'Жоден дійсний показ не порожній і не відʼємний, крім температури',
        en: 'No valid reading is empty, or negative unless it is a temperature',
      },
      faults: db =>
        db
          .selectFrom('air_quality_hourly')
          .select(['city', 'station_id', 'property', 'observed_at'])
          .where('is_valid', '=', true)
          .where(eb =>
            eb.or([
              eb('value', 'is', null),
              eb.and([eb('value', '<', 0), eb('property', '!=', 'temperature')]),
            ]),
          ),
    },
  },
})

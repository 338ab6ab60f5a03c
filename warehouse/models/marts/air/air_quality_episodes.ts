import {
  countOf,
  earlierRow,
  integer,
  meanOf,
  medianOf,
  quotient,
  rounded,
  running,
  wholeDays,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cityDaily from './air_quality_city_daily.ts'

/** Days of PM2.5 above this, in µg/m³: the day's limit of Directive (EU) 2024/2881. */
const limit = 25
/** Still air, in m/s. */
const stillWind = 1.5
/** Smoke is fine: PM1 is most of PM2.5, and PM10 hardly more; in dust the coarse part is the larger. */
const [smokeFineShare, dustCoarseShare] = [0.78, 2]

export default defineModel({
  name: 'air_quality_episodes',
  title: {uk: 'Дні поганого повітря поспіль', en: 'Days of bad air on end'},
  describe: {
    uk: 'Дні поспіль, коли медіана міста за PM2.5 вища за 25 мкг/м³ (добова межа Директиви (ЄС) 2024/2881), із вітром, озоном і складом пилу тих днів та ознакою, на що це схоже. За еталонними станціями, де вони є, інакше за всіма.',
    en: 'Days on end on which the city’s median of PM2.5 is above 25 µg/m³ (the day’s limit of Directive (EU) 2024/2881), with the wind, ozone and kind of particles of these days and what they look like. By reference stations where there are any, by all others otherwise.',
  },
  grain: ['city', 'first_date'],
  publish: true,
  inputs: [cityDaily],
  columns: {
    first_date: {uk: 'Перший день', en: 'First day'},
    last_date: {uk: 'Останній день', en: 'Last day'},
    days: {uk: 'Днів', en: 'Days', unit: 'd'},
    mean: {uk: 'Середнє PM2.5', en: 'Mean PM2.5', unit: 'ug/m3'},
    highest: {uk: 'Найвища доба PM2.5', en: 'Highest day of PM2.5', unit: 'ug/m3'},
    stations_of: {uk: 'Які станції: reference еталонні, all усі', en: 'Which stations: reference or all'},
    fine_share: {uk: 'Частка PM1 у PM2.5', en: 'Share of PM1 in PM2.5', unit: '1'},
    coarse_ratio: {uk: 'PM10 до PM2.5', en: 'PM10 to PM2.5', unit: '1'},
    wind_speed: {uk: 'Середній вітер', en: 'Mean wind', unit: 'm/s'},
    ozone: {uk: 'Середній озон', en: 'Mean ozone', unit: 'ug/m3'},
    looks_like: {
      uk: 'На що схоже: stagnation застій повітря, smoke дим, dust пил, unknown',
      en: 'What it looks like: stagnation, smoke, dust, unknown',
    },
  },
  query: db => {
    const names = ['pm25', 'pm1', 'pm10', 'wind_speed', 'o3'] as const
    const days = db
      .selectFrom('air_quality_city_daily')
      .where('property', 'in', names)
      .select(['city', 'stations_of', 'date'])
      .select(eb =>
        names.map(name =>
          eb.fn.max(eb.case().when('property', '=', name).then(eb.ref('median')).end()).as(name),
        ),
      )
      .groupBy(['city', 'stations_of', 'date'])
    const references = db
      .selectFrom('air_quality_city_daily')
      .where('stations_of', '=', 'reference')
      .where('property', '=', 'pm25')
      .select('city')
      .distinct()
    const bad = db
      .selectFrom(days.as('day'))
      .leftJoin(references.as('reference'), 'reference.city', 'day.city')
      .where('day.pm25', '>', limit)
      .where(eb =>
        eb.or([
          eb('day.stations_of', '=', 'reference'),
          eb.and([eb('day.stations_of', '=', 'all'), eb('reference.city', 'is', null)]),
        ]),
      )
      .selectAll('day')
    const begun = db
      .selectFrom(bad.as('day'))
      .selectAll()
      .select(eb =>
        eb
          .case()
          .when(
            wholeDays(
              earlierRow(eb.ref('date'), 1, [eb.ref('city')], eb.ref('date')).$notNull(),
              eb.ref('date'),
            ),
            '=',
            1,
          )
          .then(eb.lit(0))
          .else(eb.lit(1))
          .end()
          .as('is_first'),
      )
    const numbered = db
      .selectFrom(begun.as('day'))
      .selectAll()
      .select(eb => running('sum', eb.ref('is_first'), [eb.ref('city')], eb.ref('date')).as('episode'))
    const episodes = db
      .selectFrom(numbered.as('day'))
      .select(eb => [
        'city',
        eb.fn.min('date').as('first_date'),
        eb.fn.max('date').as('last_date'),
        integer(countOf()).as('days'),
        rounded(meanOf(eb.ref('pm25')), 1).as('mean'),
        eb.fn.max('pm25').as('highest'),
        eb.fn.min('stations_of').as('stations_of'),
        rounded(medianOf(quotient(eb.ref('pm1'), eb.ref('pm25'))), 2).as('fine_share'),
        rounded(medianOf(quotient(eb.ref('pm10'), eb.ref('pm25'))), 2).as('coarse_ratio'),
        rounded(meanOf(eb.ref('wind_speed')), 1).as('wind_speed'),
        rounded(meanOf(eb.ref('o3')), 1).as('ozone'),
      ])
      .groupBy(['city', 'episode'])
    return db
      .selectFrom(episodes.as('episode'))
      .selectAll()
      .select(eb =>
        eb
          .case()
          .when('wind_speed', '<', stillWind)
          .then('stagnation')
          .when('coarse_ratio', '>=', dustCoarseShare)
          .then('dust')
          .when('fine_share', '>=', smokeFineShare)
          .then('smoke')
          .else('unknown')
          .end()
          .as('looks_like'),
      )
      .orderBy('city')
      .orderBy('first_date')
  },
})

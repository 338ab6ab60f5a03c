import waterGauges from '@hromada/datasets/water-gauges/dataset.ts'
import waterLevels from '@hromada/datasets/water-levels/dataset.ts'
import {
  countOf,
  countWhere,
  earlierRow,
  hourOf,
  hoursBetween,
  integer,
  laterRow,
  medianOf,
  newest,
  rounded,
} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/** Beyond twelve metres an echo came back from something else; gauges do not lie below their zero by more than three. */
const possible = {from: -300, to: 1200}
/** A single reading that leaps from both its neighbours by so much, in cm, is an echo too. */
const echoStep = 50

export default defineModel({
  name: 'water_levels',
  title: {uk: 'Рівні води щогодини', en: 'Water levels, hourly'},
  describe: {
    uk: 'Рівень води на кожному посту за годину: медіана, найвищий і останній показ, на скільки змінився за годину, стан щодо позначок уваги й небезпеки. Рівень над нулем поста; над системою висот – level_m і datum. Хибні покази не враховано, але пораховано.',
    en: 'Level of the water at every gauge in an hour: median, highest and last reading, by how much it changed in an hour, and its state by the marks of attention and danger. Levels are above the gauge’s zero; level_m is above the vertical datum. Readings that cannot be are counted and left out.',
  },
  grain: ['city', 'gauge_id', 'hour'],
  publish: true,
  inputs: [staging(waterLevels), staging(waterGauges)],
  columns: {
    hour: {uk: 'Початок години', en: 'Start of the hour'},
    level_cm: {uk: 'Медіана рівня над нулем поста', en: 'Median level above the gauge’s zero', unit: 'cm'},
    highest_cm: {uk: 'Найвищий рівень', en: 'Highest level', unit: 'cm'},
    last_cm: {uk: 'Останній показ години', en: 'Last reading of the hour', unit: 'cm'},
    level_m: {uk: 'Медіана рівня в системі висот datum', en: 'Median level above the datum', unit: 'm'},
    rise_cm_per_hour: {
      uk: 'Зміна від останнього показу попередньої години; порожньо, якщо її немає',
      en: 'Change since the last reading of the hour before; empty where there is none',
      unit: 'cm/h',
    },
    readings: {uk: 'Дійсних показів', en: 'Valid readings', unit: '1'},
    rejected_readings: {uk: 'Показів, яких не може бути', en: 'Readings that cannot be', unit: '1'},
    state: {
      uk: 'Стан за найвищим рівнем: normal, attention увага, danger небезпека, unknown – позначок немає',
      en: 'State by the highest level: normal, attention, danger, unknown where there are no marks',
    },
  },
  query: db => {
    const steps = db
      .selectFrom('stg_water_levels')
      .where('level_cm', 'is not', null)
      .select(eb => {
        const [gauge, at] = [[eb.ref('city'), eb.ref('gauge_id')], eb.ref('observed_at')]
        return [
          'city',
          'gauge_id',
          'observed_at',
          'level_cm',
          earlierRow(eb.ref('level_cm'), 1, gauge, at).as('before'),
          laterRow(eb.ref('level_cm'), 1, gauge, at).as('after'),
        ]
      })
    const judged = db.selectFrom(steps.as('step')).select(eb => [
      'city',
      'gauge_id',
      'observed_at',
      'level_cm',
      eb
        .case()
        .when(eb('level_cm', 'is', null))
        .then(false)
        .when(eb.or([eb('level_cm', '<', possible.from), eb('level_cm', '>', possible.to)]))
        .then(false)
        .when(
          eb.or([
            eb.and([
              eb(eb('level_cm', '-', eb.lit(echoStep)), '>', eb.ref('before')),
              eb(eb('level_cm', '-', eb.lit(echoStep)), '>', eb.ref('after')),
            ]),
            eb.and([
              eb(eb('level_cm', '+', eb.lit(echoStep)), '<', eb.ref('before')),
              eb(eb('level_cm', '+', eb.lit(echoStep)), '<', eb.ref('after')),
              eb('before', '<=', possible.to),
              eb('after', '<=', possible.to),
            ]),
          ]),
        )
        .then(false)
        .else(true)
        .end()
        .as('is_valid'),
    ])
    const hours = db
      .selectFrom(judged.as('reading'))
      .select(eb => {
        const valid = eb.case().when('is_valid', '=', true).then(eb.ref('level_cm')).end()
        const at = eb.case().when('is_valid', '=', true).then(eb.ref('observed_at')).end()
        return [
          'city',
          'gauge_id',
          hourOf(eb.ref('observed_at')).as('hour'),
          medianOf(valid).as('level_cm'),
          eb.fn.max(valid).as('highest_cm'),
          newest(valid, at).as('last_cm'),
          integer(countWhere(eb('is_valid', '=', true))).as('readings'),
          integer(eb(countOf(), '-', countWhere(eb('is_valid', '=', true)))).as('rejected_readings'),
        ]
      })
      .groupBy(eb => ['city', 'gauge_id', hourOf(eb.ref('observed_at'))])
    const rising = db
      .selectFrom(hours.as('hour'))
      .selectAll()
      .select(eb => {
        const [gauge, at] = [[eb.ref('city'), eb.ref('gauge_id')], eb.ref('hour')]
        return [
          earlierRow(eb.ref('last_cm'), 1, gauge, at).as('last_before'),
          earlierRow(eb.ref('hour'), 1, gauge, at).as('hour_before'),
        ]
      })
    return db
      .selectFrom(rising.as('level'))
      .leftJoin('stg_water_gauges as gauge', join =>
        join.onRef('gauge.city', '=', 'level.city').onRef('gauge.gauge_id', '=', 'level.gauge_id'),
      )
      .select(eb => [
        'level.city',
        'level.gauge_id',
        'level.hour',
        'gauge.kind',
        'level.level_cm',
        'level.highest_cm',
        'level.last_cm',
        rounded(eb(eb.ref('gauge.zero_m'), '+', eb('level.level_cm', '/', eb.lit(100))), 3).as('level_m'),
        'gauge.datum',
        eb
          .case()
          .when(hoursBetween(eb.ref('level.hour_before').$notNull(), eb.ref('level.hour')), '=', 1)
          .then(eb('level.last_cm', '-', eb.ref('level.last_before')))
          .end()
          .as('rise_cm_per_hour'),
        'gauge.attention_cm',
        'gauge.danger_cm',
        eb
          .case()
          .when('level.highest_cm', 'is', null)
          .then('unknown')
          .when('level.highest_cm', '>=', eb.ref('gauge.danger_cm'))
          .then('danger')
          .when('level.highest_cm', '>=', eb.ref('gauge.attention_cm'))
          .then('attention')
          .when(eb.and([eb('gauge.attention_cm', 'is', null), eb('gauge.danger_cm', 'is', null)]))
          .then('unknown')
          .else('normal')
          .end()
          .as('state'),
        'level.readings',
        'level.rejected_readings',
      ])
      .orderBy('level.city')
      .orderBy('level.gauge_id')
      .orderBy('level.hour')
  },
})

import alertsData from '@hromada/datasets/alerts/dataset.ts'
import {afterBlank, countOf, hoursBetween, running, runningBefore, wholeSum} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'
import places from '../../reference/alert_places.ts'

/**
 * Overlapping and repeated intervals become one; a city is under alert when any place around it is. An alert whose end the
 * source does not know is not here: how long it lasted is unknown, and `alerts_hours` counts it.
 */
export default defineModel({
  name: 'alerts_merged',
  title: {uk: 'Тривоги без повторів', en: 'Alerts, merged'},
  describe: {
    uk: 'Коли місто було під тривогою: інтервали громади, району й області зведено, повтори й накладання прибрано. З 15 грудня 2025 року тривоги здебільшого оголошують по районах, тож порівнюйте тривалість, а не кількість.',
    en: 'When the city was under alert: intervals of hromada, raion and oblast are merged, repeats and overlaps removed. Since 15 December 2025 most alerts are declared by raion, so compare durations, not counts.',
  },
  grain: ['city', 'started_at'],
  publish: true,
  inputs: [staging(alertsData), places],
  columns: {
    started_at: {uk: 'Початок', en: 'Start'},
    finished_at: {uk: 'Відбій', en: 'All-clear'},
    hours: {uk: 'Тривалість', en: 'Duration', unit: 'h'},
    widest_level: {
      uk: 'Найширше місце, у якому її оголошено: oblast, raion, hromada',
      en: 'The widest place in which it was declared: oblast, raion, hromada',
    },
    alerts: {uk: 'Скільки записів джерела зведено', en: 'Records of the source that were merged', unit: '1'},
  },
  query: db => {
    const own = db
      .selectFrom('stg_alerts as alert')
      .innerJoin('alert_places as place', join =>
        join
          .onRef('place.city', '=', 'alert.city')
          .onRef('place.oblast', '=', 'alert.oblast')
          .on(eb => eb('place.raion', '=', eb.fn.coalesce('alert.raion', eb.val(''))))
          .on(eb => eb('place.hromada', '=', eb.fn.coalesce('alert.hromada', eb.val('')))),
      )
      .where(eb => eb('alert.finished_at', '>', eb.ref('alert.started_at')))
      .select(eb => [
        'alert.city',
        'alert.started_at',
        eb.ref('alert.finished_at').$castTo<Date>().as('finished_at'),
        // The widest place first.
        eb
          .case()
          .when('alert.level', '=', 'oblast')
          .then('1 oblast')
          .when('alert.level', '=', 'raion')
          .then('2 raion')
          .else('3 hromada')
          .end()
          .as('level'),
      ])
    const counted = db
      .selectFrom(own.as('own'))
      .select(eb => [
        'city',
        'started_at',
        eb.fn.max('finished_at').as('finished_at'),
        eb.fn.min('level').as('level'),
        countOf().as('records'),
      ])
      .groupBy(['city', 'started_at'])
    const islands = db.selectFrom(counted.as('counted')).select(eb => [
      'city',
      'started_at',
      'finished_at',
      'level',
      'records',
      eb
        .case()
        .when(
          'started_at',
          '<=',
          runningBefore('max', eb.ref('finished_at'), [eb.ref('city')], eb.ref('started_at')),
        )
        .then(eb.lit(0))
        .else(eb.lit(1))
        .end()
        .as('is_first'),
    ])
    const numbered = db
      .selectFrom(islands.as('island'))
      .select(eb => [
        'city',
        'started_at',
        'finished_at',
        'level',
        'records',
        running('sum', eb.ref('is_first'), [eb.ref('city')], eb.ref('started_at')).as('island'),
      ])
    const merged = db
      .selectFrom(numbered.as('numbered'))
      .select(eb => [
        'city',
        'island',
        eb.fn.min('started_at').as('started_at'),
        eb.fn.max('finished_at').as('finished_at'),
        eb.fn.min('level').as('level'),
        wholeSum(eb.ref('records')).as('alerts'),
      ])
      .groupBy(['city', 'island'])
    return db
      .selectFrom(merged.as('merged'))
      .select(eb => [
        'city',
        'started_at',
        'finished_at',
        hoursBetween(eb.ref('started_at'), eb.ref('finished_at')).as('hours'),
        'alerts',
        afterBlank(eb.ref('level')).as('widest_level'),
      ])
      .orderBy('city')
      .orderBy('started_at')
  },
  audits: {
    nothing_overlaps: {
      describe: {uk: 'Інтервали не накладаються', en: 'Intervals do not overlap'},
      faults: db =>
        db
          .selectFrom(
            db
              .selectFrom('alerts_merged')
              .select(eb => [
                'city',
                'started_at',
                runningBefore('max', eb.ref('finished_at'), [eb.ref('city')], eb.ref('started_at')).as(
                  'last_finished_at',
                ),
              ])
              .as('one'),
          )
          .whereRef('one.last_finished_at', '>=', 'one.started_at')
          .select(['one.city', 'one.started_at']),
    },
  },
})

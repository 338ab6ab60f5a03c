import {
  countOf,
  countWhere,
  integer,
  meanOf,
  quotient,
  rounded,
  rowNumber,
  sumWhere,
  wilsonBound,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import days from '../../intermediate/petitions/int_petition_days.ts'

/** The middle of each stage, where a closed petition is looked at once. */
const middles = {'0–25 %': 0.125, '25–50 %': 0.375, '50–75 %': 0.625, '75–100 %': 0.875} as const
const z = 1.959964

/**
 * How often petitions that stood so reached their threshold. Each closed petition is looked at once in each stage, on the
 * day nearest to its middle, if it had not reached the threshold by then. The share is Jeffreys' (k + ½) / (n + 1). The
 * test is honest in time: the earlier half of petitions tells the chance, the later half shows what happened.
 */
export default defineModel({
  name: 'petitions_calibration',
  title: {uk: 'Чи справджується прогноз петицій', en: 'Does the forecast of petitions come true'},
  describe: {
    uk: 'Як часто петиції досягали порогу, коли минула така частина строку і за темпом виходила така частка порогу. Раніша половина петицій дає прогноз, пізніша його перевіряє: chance_before проти share_after з 95 % інтервалом. Рядок з порожніми stage і projected_bin – усі разом: похибка Браєра прогнозу й простої середньої частки; skill нижче нуля означає, що прогноз гірший за середню.',
    en: 'How often petitions reached the threshold when so much of the time had passed and the pace led to such a share of it. The earlier half of petitions makes the forecast, the later half tests it: chance_before against share_after with its 95 % interval. The row with empty stage and projected_bin is all of them: Brier score of the forecast and of the plain mean share; a skill below zero means that the forecast is worse than the mean.',
  },
  grain: ['city', 'stage', 'projected_bin'],
  publish: true,
  inputs: [days],
  columns: {
    stage: {uk: 'Скільки строку минуло', en: 'How much of the time had passed'},
    projected_bin: {
      uk: 'Яка частка порогу вийшла б за цим темпом',
      en: 'What share of the threshold the pace led to',
    },
    petitions: {uk: 'Закритих петицій', en: 'Closed petitions', unit: '1'},
    reached: {uk: 'З них досягли порогу', en: 'Of which reached the threshold', unit: '1'},
    chance: {
      uk: 'Імовірність за всіма, її має petitions',
      en: 'Chance by all of them, which petitions has',
      unit: '1',
    },
    petitions_before: {uk: 'Раніших петицій', en: 'Earlier petitions', unit: '1'},
    chance_before: {uk: 'Імовірність за ранішими', en: 'Chance by the earlier ones', unit: '1'},
    petitions_after: {uk: 'Пізніших петицій', en: 'Later petitions', unit: '1'},
    share_after: {
      uk: 'Частка пізніших, що досягли порогу',
      en: 'Share of later ones that reached it',
      unit: '1',
    },
    share_after_low: {
      uk: 'Нижня межа 95 % інтервалу Вілсона',
      en: 'Lower end of Wilson’s 95 % interval',
      unit: '1',
    },
    share_after_high: {
      uk: 'Верхня межа 95 % інтервалу Вілсона',
      en: 'Upper end of Wilson’s 95 % interval',
      unit: '1',
    },
    brier: {
      uk: 'Похибка Браєра прогнозу на пізніших',
      en: 'Brier score of the forecast on the later ones',
      unit: '1',
    },
    brier_of_mean: {
      uk: 'Те саме для середньої частки раніших',
      en: 'The same of the mean share of the earlier ones',
      unit: '1',
    },
    skill: {
      uk: 'Наскільки прогноз кращий за середню: 1 − brier / brier_of_mean',
      en: 'How much better than the mean it is: 1 − brier / brier_of_mean',
      unit: '1',
    },
  },
  query: db => {
    const closed = db
      .selectFrom('int_petition_days')
      .where('collection', 'in', ['threshold_reached', 'expired'])
      .where('stage', 'is not', null)
      .where('projected_bin', 'is not', null)
      .select(eb => {
        const middle = Object.entries(middles).reduce(
          (cases, [stage, at]) => cases.when('stage', '=', stage).then(eb.lit(at).$castTo<number>()),
          eb.case().when('elapsed', 'is', null).then(eb.lit(0).$castTo<number>()),
        )
        const aside = eb('elapsed', '-', middle.end())
        return [
          'city',
          'petition_id',
          'opened_date',
          'stage',
          'projected_bin',
          eb
            .case()
            .when('collection', '=', 'threshold_reached')
            .then(eb.lit(1))
            .else(eb.lit(0))
            .end()
            .as('reached'),
          rowNumber(
            [eb.ref('city'), eb.ref('petition_id'), eb.ref('stage')],
            [eb(aside, '*', aside), eb.ref('date')],
          ).as('place'),
        ]
      })
    const looks = db.selectFrom(closed.as('look')).where('place', '=', 1).selectAll()
    // Half of the petitions by the day of opening.
    const opened = db.selectFrom(looks.as('look')).select(['city', 'petition_id', 'opened_date']).distinct()
    const placed = db
      .selectFrom(opened.as('petition'))
      .select(eb => [
        'city',
        'petition_id',
        rowNumber([eb.ref('city')], [eb.ref('opened_date'), eb.ref('petition_id')]).as('place'),
      ])
    const counts = db
      .selectFrom(opened.as('petition'))
      .select(['city', countOf().as('petitions')])
      .groupBy('city')
    const halves = db
      .selectFrom(looks.as('look'))
      .innerJoin(placed.as('placed'), join =>
        join.onRef('placed.city', '=', 'look.city').onRef('placed.petition_id', '=', 'look.petition_id'),
      )
      .innerJoin(counts.as('all'), 'all.city', 'look.city')
      .select(eb => [
        'look.city',
        'look.stage',
        'look.projected_bin',
        'look.reached',
        eb(eb('placed.place', '*', eb.lit(2)), '<=', eb.ref('all.petitions')).as('is_before'),
      ])
    const binned = db
      .selectFrom(halves.as('look'))
      .select(eb => {
        const isBefore = eb('is_before', '=', true)
        const isAfter = eb('is_before', '=', false)
        return [
          'city',
          'stage',
          'projected_bin',
          integer(countOf()).as('petitions'),
          integer(eb.fn.sum('reached')).as('reached'),
          integer(countWhere(isBefore)).as('petitions_before'),
          integer(sumWhere(eb.ref('reached'), isBefore)).as('reached_before'),
          integer(countWhere(isAfter)).as('petitions_after'),
          integer(sumWhere(eb.ref('reached'), isAfter)).as('reached_after'),
        ]
      })
      .groupBy(['city', 'stage', 'projected_bin'])
    const bins = db
      .selectFrom(binned.as('bin'))
      .selectAll()
      .select(eb => {
        const chance = (reached: 'reached' | 'reached_before', petitions: 'petitions' | 'petitions_before') =>
          quotient(eb(reached, '+', eb.lit(0.5)), eb(petitions, '+', eb.lit(1)))
        return [
          chance('reached', 'petitions').as('chance'),
          chance('reached_before', 'petitions_before').as('chance_before'),
        ]
      })
    const means = db
      .selectFrom(halves.as('look'))
      .select(eb => [
        'city',
        quotient(
          sumWhere(eb.ref('reached'), eb('is_before', '=', true)),
          eb.fn<number>('nullif', [countWhere(eb('is_before', '=', true)), eb.lit(0)]),
        ).as('mean_before'),
      ])
      .groupBy('city')
    const scored = db
      .selectFrom(halves.as('look'))
      .innerJoin(bins.as('bin'), join =>
        join
          .onRef('bin.city', '=', 'look.city')
          .onRef('bin.stage', '=', 'look.stage')
          .onRef('bin.projected_bin', '=', 'look.projected_bin'),
      )
      .innerJoin(means.as('mean'), 'mean.city', 'look.city')
      .where('look.is_before', '=', false)
      .select(eb => {
        const error = eb('bin.chance_before', '-', eb.ref('look.reached'))
        const plain = eb('mean.mean_before', '-', eb.ref('look.reached'))
        return [
          'look.city',
          meanOf(eb(error, '*', error)).as('brier'),
          meanOf(eb(plain, '*', plain)).as('brier_of_mean'),
        ]
      })
      .groupBy('look.city')
    const rows = db
      .selectFrom(bins.as('bin'))
      .select(eb => [
        'city',
        'stage',
        'projected_bin',
        'petitions',
        'reached',
        rounded(eb.ref('chance'), 4).as('chance'),
        'petitions_before',
        rounded(eb.ref('chance_before'), 4).as('chance_before'),
        'petitions_after',
        'reached_after',
        eb.cast<number | null>(eb.lit(null), 'double precision').as('brier'),
        eb.cast<number | null>(eb.lit(null), 'double precision').as('brier_of_mean'),
      ])
    const whole = db
      .selectFrom(bins.as('bin'))
      .leftJoin(scored.as('score'), 'score.city', 'bin.city')
      .select(eb => {
        const total = (
          name: 'petitions' | 'reached' | 'petitions_before' | 'petitions_after' | 'reached_after',
        ) => integer(eb.fn.sum(`bin.${name}`)).as(name)
        return [
          'bin.city',
          eb.val('').as('stage'),
          eb.val('').as('projected_bin'),
          total('petitions'),
          total('reached'),
          eb.cast<number | null>(eb.lit(null), 'double precision').as('chance'),
          total('petitions_before'),
          eb.cast<number | null>(eb.lit(null), 'double precision').as('chance_before'),
          total('petitions_after'),
          total('reached_after'),
          eb.fn.max('score.brier').as('brier'),
          eb.fn.max('score.brier_of_mean').as('brier_of_mean'),
        ]
      })
      .groupBy('bin.city')
    return db
      .selectFrom(rows.unionAll(whole).as('row'))
      .select(eb => [
        'city',
        'stage',
        'projected_bin',
        'petitions',
        'reached',
        'chance',
        'petitions_before',
        'chance_before',
        'petitions_after',
        eb
          .case()
          .when('petitions_after', '>', 0)
          .then(rounded(quotient(eb.ref('reached_after'), eb.ref('petitions_after')), 4))
          .end()
          .as('share_after'),
        rounded(wilsonBound(eb.ref('reached_after'), eb.ref('petitions_after'), -z), 4).as('share_after_low'),
        rounded(wilsonBound(eb.ref('reached_after'), eb.ref('petitions_after'), z), 4).as('share_after_high'),
        rounded(eb.ref('brier'), 4).as('brier'),
        rounded(eb.ref('brier_of_mean'), 4).as('brier_of_mean'),
        rounded(
          eb(
            eb.lit(1).$castTo<number>(),
            '-',
            quotient(eb.ref('brier'), eb.fn<number>('nullif', [eb.ref('brier_of_mean'), eb.lit(0)])),
          ),
          4,
        ).as('skill'),
      ])
      .orderBy('city')
      .orderBy('stage')
      .orderBy('projected_bin')
  },
})

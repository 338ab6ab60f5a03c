import {countOf, countWhere, medianWhere, minimumWhere, negative, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations from '../../intermediate/appeals/int_appeals_durations.ts'
import survival from '../../intermediate/appeals/int_appeals_survival.ts'

export default defineModel({
  name: 'appeals_duration',
  title: {uk: 'За скільки закривають звернення', en: 'Time to close appeals'},
  describe: {
    uk: 'Половина й дев’ять десятих звернень закривають за стільки діб, за темами; відкриті враховано (Каплан–Маєр). Порожньо, якщо стільки ще не закрито. Тема «» – усі разом.',
    en: 'Days in which half and nine tenths of appeals are closed, by topic; open ones are counted (Kaplan–Meier). Empty where so many have not been closed yet. The topic "" is all together.',
  },
  grain: ['city', 'category'],
  publish: true,
  inputs: [durations, survival],
  columns: {
    received: {uk: 'Надійшло', en: 'Received', unit: '1'},
    still_open: {uk: 'Досі відкриті', en: 'Still open', unit: '1'},
    median_days: {uk: 'Половину закривають за', en: 'Half are closed in', unit: 'd'},
    median_low_days: {uk: 'Нижня межа 95 % інтервалу', en: 'Lower end of the 95 % interval', unit: 'd'},
    median_high_days: {uk: 'Верхня межа 95 % інтервалу', en: 'Upper end of the 95 % interval', unit: 'd'},
    p90_days: {uk: 'Девʼять десятих закривають за', en: 'Nine tenths are closed in', unit: 'd'},
    median_days_closed_only: {
      uk: 'Медіана, якби рахувати лише закриті',
      en: 'Median counting closed appeals only',
      unit: 'd',
    },
    open_after_30_days_share: {
      uk: 'Частка відкритих через 30 діб',
      en: 'Share open after 30 days',
      unit: '1',
    },
  },
  query: db => {
    const watched = db
      .selectFrom('int_appeals_durations')
      .select(['city', 'category', 'days', 'is_closed'])
      .unionAll(
        db
          .selectFrom('int_appeals_durations')
          .select(eb => ['city', eb.val('').as('category'), 'days', 'is_closed']),
      )
    const counted = db
      .selectFrom(watched.as('watched'))
      .select(eb => [
        'city',
        'category',
        countOf().as('received'),
        countWhere(eb('is_closed', '=', false)).as('still_open'),
        medianWhere(eb.ref('days'), eb('is_closed', '=', true)).as('median_days_closed_only'),
      ])
      .groupBy(['city', 'category'])
    const crossed = db
      .selectFrom('int_appeals_survival')
      .select(eb => [
        'city',
        'category',
        minimumWhere(eb.ref('days'), eb('share_open', '<=', 0.5)).as('median_days'),
        minimumWhere(eb.ref('days'), eb('share_open_low', '<=', 0.5)).as('median_low_days'),
        minimumWhere(eb.ref('days'), eb('share_open_high', '<=', 0.5)).as('median_high_days'),
        minimumWhere(eb.ref('days'), eb('share_open', '<=', 0.1)).as('p90_days'),
        eb.fn
          .coalesce(minimumWhere(eb.ref('share_open'), eb('days', '<=', 30)), eb.lit(1))
          .as('open_after_30_days_share'),
      ])
      .groupBy(['city', 'category'])
    return db
      .selectFrom(counted.as('counted'))
      .leftJoin(crossed.as('crossed'), join =>
        join.onRef('crossed.city', '=', 'counted.city').onRef('crossed.category', '=', 'counted.category'),
      )
      .select([
        'counted.city',
        'counted.category',
        'counted.received',
        'counted.still_open',
        'crossed.median_days',
        'crossed.median_low_days',
        'crossed.median_high_days',
        'crossed.p90_days',
        'counted.median_days_closed_only',
        'crossed.open_after_30_days_share',
      ])
      .orderBy('counted.city')
      .orderBy('counted.category')
  },
  audits: {
    topics_add_up: {
      describe: {uk: 'Теми разом дають усі звернення', en: 'Topics add up to all appeals'},
      faults: db =>
        db
          .selectFrom('appeals_duration')
          .select('city')
          .groupBy('city')
          .having(
            eb =>
              wholeSum(
                eb
                  .case()
                  .when('category', '=', '')
                  .then(negative(eb.ref('received')))
                  .else(eb.ref('received'))
                  .end(),
              ),
            '!=',
            0,
          ),
    },
  },
})

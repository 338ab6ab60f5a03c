import {wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import measured from '../../intermediate/appeals/int_appeals_measured.ts'

export default defineModel({
  name: 'appeals_durations',
  title: {uk: 'За скільки закривають звернення', en: 'Time to close appeals'},
  describe: {
    uk: 'За скільки діб закривають половину й девʼять десятих звернень: разом, за темою, видом, районом, темою в районі; відкриті враховано (Каплан–Маєр, 95 % інтервал за Брукмаєром і Кроулі з перетворенням log–log, дисперсія Грінвуда). Порожньо, якщо стільки ще не закрито. Поруч – скільки вчасно і скільки відкритих прострочено. Порожня тема, вид чи район – усі разом. Де надійшло менше 30, порівнювати не варто.',
    en: 'Days in which half and nine tenths of appeals are closed: all together, by topic, kind, district, topic in a district; open ones are counted (Kaplan–Meier, 95 % intervals after Brookmeyer and Crowley with the log–log transformation and Greenwood’s variance). Empty where so many have not been closed yet. Beside it how many were on time and how many of the open ones are overdue. An empty topic, kind or district is all together. Fewer than 30 received say too little to compare.',
  },
  grain: ['city', 'category', 'subcategory', 'district'],
  publish: true,
  inputs: [measured],
  columns: {
    category: {uk: 'Тема; порожньо – усі разом', en: 'Topic; empty for all together'},
    subcategory: {
      uk: 'Вид; порожньо – усі разом, unknown – не сказано',
      en: 'Kind; empty for all together, unknown where it is not said',
    },
    district: {
      uk: 'Район; порожньо – усі разом, unknown – не сказано',
      en: 'District; empty for all together, unknown where it is not said',
    },
  },
  query: db =>
    db
      .selectFrom('int_appeals_measured')
      .where('organization', '=', '')
      .where('basis', '=', '')
      .select([
        'city',
        'category',
        'subcategory',
        'district',
        'received',
        'left_out',
        'still_open',
        'median_days',
        'median_low_days',
        'median_high_days',
        'p90_days',
        'p90_low_days',
        'p90_high_days',
        'median_days_closed_only',
        'open_after_30_days_share',
        'closed_with_term',
        'on_time_share',
        'on_time_low',
        'on_time_high',
        'overdue_open',
        'overdue_open_share',
      ])
      .orderBy('city')
      .orderBy('category')
      .orderBy('subcategory')
      .orderBy('district'),
  audits: {
    groups_add_up: {
      describe: {
        uk: 'Теми, види й райони разом дають усі звернення',
        en: 'Topics, kinds and districts each add up to all appeals',
      },
      faults: db =>
        db
          .selectFrom(
            db
              .selectFrom('appeals_durations')
              .select(eb => [
                'city',
                'received',
                eb
                  .case()
                  .when('category', '=', '')
                  .then(eb.case().when('district', '=', '').then('all').else('districts').end())
                  .when('subcategory', '!=', '')
                  .then('kinds')
                  .when('district', '!=', '')
                  .then('topics in districts')
                  .else('topics')
                  .end()
                  .as('split'),
              ])
              .as('part'),
          )
          .select(['city', 'split'])
          .groupBy(['city', 'split'])
          .having(
            eb => wholeSum(eb.ref('part.received')),
            '!=',
            eb =>
              eb
                .selectFrom('appeals_durations as total')
                .select('total.received')
                .whereRef('total.city', '=', 'part.city')
                .where('total.category', '=', '')
                .where('total.district', '=', ''),
          ),
    },
    interval_holds_median: {
      describe: {uk: 'Інтервал містить медіану', en: 'The interval holds the median'},
      faults: db =>
        db
          .selectFrom('appeals_durations')
          .select(['city', 'category'])
          .where(eb =>
            eb.or([
              eb('median_low_days', '>', eb.ref('median_days')),
              eb('median_high_days', '<', eb.ref('median_days')),
              eb('p90_low_days', '>', eb.ref('p90_days')),
              eb('p90_high_days', '<', eb.ref('p90_days')),
            ]),
          ),
    },
  },
})

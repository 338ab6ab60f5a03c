import {
  countOf,
  countWhere,
  integer,
  later,
  localDate,
  quantileOf,
  quotient,
  rounded,
  wholeSum,
  yearOf,
} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import petitions from './petitions.ts'

export default defineModel({
  name: 'petitions_funnel',
  title: {uk: 'Скільки петицій доходить до рішення', en: 'How many petitions get to a decision'},
  describe: {
    uk: 'Від подання до рішення: скільки петицій подано, відхилено, опубліковано, скінчило збір, досягло порогу, дістало відповідь і підтримку; скільки робочих днів чекали відповіді. Усі разом, за роками подання, темами й порогами.',
    en: 'From submission to decision: how many petitions were submitted, rejected, published, ended collecting, reached the threshold, were answered and supported; how many working days the answer took. All together, by year of submission, topic and threshold.',
  },
  grain: ['city', 'dimension', 'value'],
  publish: true,
  inputs: [petitions, cities],
  columns: {
    dimension: {
      uk: 'Як поділено: all усі, year рік подання, topic тема, threshold поріг',
      en: 'How they are divided: all, year of submission, topic, threshold',
    },
    value: {
      uk: 'Рік, тема або поріг; порожньо – не вказано',
      en: 'Year, topic or threshold; empty: not stated',
    },
    submitted: {uk: 'Подано', en: 'Submitted', unit: '1'},
    rejected: {uk: 'Відхилено модератором', en: 'Rejected by the moderator', unit: '1'},
    published: {uk: 'Опубліковано', en: 'Published', unit: '1'},
    collecting: {uk: 'Збирають підписи', en: 'Being signed', unit: '1'},
    closed: {uk: 'Збір скінчено', en: 'Collecting is over', unit: '1'},
    reached: {uk: 'Досягли порогу', en: 'Reached the threshold', unit: '1'},
    signed_enough: {
      uk: 'Досягли порогу разом із тими, чий збір іще триває',
      en: 'Reached the threshold, with those that are still being signed',
      unit: '1',
    },
    signatures: {uk: 'Підписів', en: 'Signatures', unit: '1'},
    answered: {uk: 'Мають відповідь', en: 'Answered', unit: '1'},
    supported: {uk: 'Підтримано, разом із частково', en: 'Supported, partly ones with them', unit: '1'},
    not_supported: {uk: 'Не підтримано', en: 'Not supported', unit: '1'},
    reach_share: {
      uk: 'Частка тих, чий збір скінчено, що досягли порогу',
      en: 'Share of closed ones that reached the threshold',
      unit: '1',
    },
    support_share: {
      uk: 'Частка вирішених, що підтримано',
      en: 'Share of decided ones that were supported',
      unit: '1',
    },
    answer_days_median: {
      uk: 'Медіана робочих днів до відповіді',
      en: 'Median of working days to the answer',
      unit: 'd',
    },
    answer_days_p90: {
      uk: 'Дев’ять із десяти відповідей – не пізніше',
      en: 'Nine in ten answers were no later',
      unit: 'd',
    },
    answered_in_time_share: {uk: 'Частка відповідей вчасно', en: 'Share of answers in time', unit: '1'},
    seen_at: {uk: 'Остання подія: відкриття або відповідь', en: 'The last event: an opening or an answer'},
  },
  query: db => {
    const dated = db
      .selectFrom('petitions as petition')
      .innerJoin('cities', 'cities.city', 'petition.city')
      .selectAll('petition')
      .select(eb =>
        eb
          .case()
          .when(eb.fn.coalesce('petition.created_at', 'petition.opened_at'), 'is not', null)
          .then(
            yearOf(
              localDate(
                eb.fn.coalesce('petition.created_at', 'petition.opened_at').$notNull(),
                eb.ref('cities.zone'),
              ),
            ),
          )
          .end()
          .as('year'),
      )
    const columns = [
      'city',
      'collection',
      'decision',
      'signatures',
      'threshold',
      'opened_at',
      'answered_at',
      'answer_working_days',
      'is_answered_in_time',
    ] as const
    const by = (name: string) =>
      db.selectFrom(dated.as('petition')).select(eb => {
        const values = {
          all: eb.cast<string>(eb.val(''), 'varchar'),
          year: eb.cast<string>('year', 'varchar'),
          topic: eb.cast<string>('topic', 'varchar'),
          threshold: eb.cast<string>('threshold', 'varchar'),
        }
        return [
          ...columns,
          eb.val(name).as('dimension'),
          eb.fn.coalesce(values[name as keyof typeof values], eb.val('')).as('value'),
        ]
      })
    const all = by('all').unionAll(by('year')).unionAll(by('topic')).unionAll(by('threshold'))
    const counted = db
      .selectFrom(all.as('petition'))
      .select(eb => {
        const counts = (condition: Parameters<typeof countWhere>[0]) => integer(countWhere(condition))
        return [
          'city',
          'dimension',
          'value',
          integer(countOf()).as('submitted'),
          counts(eb('collection', '=', 'rejected')).as('rejected'),
          counts(
            eb.and([eb('opened_at', 'is not', null), eb('collection', 'not in', ['rejected', 'moderation'])]),
          ).as('published'),
          counts(eb('collection', '=', 'collecting')).as('collecting'),
          counts(eb('collection', 'in', ['threshold_reached', 'expired'])).as('closed'),
          counts(eb('collection', '=', 'threshold_reached')).as('reached'),
          counts(
            eb.or([eb('collection', '=', 'threshold_reached'), eb('signatures', '>=', eb.ref('threshold'))]),
          ).as('signed_enough'),
          wholeSum(eb.ref('signatures')).as('signatures'),
          eb.fn.max(later(eb.ref('opened_at'), eb.ref('answered_at'))).as('seen_at'),
          counts(eb('answered_at', 'is not', null)).as('answered'),
          counts(eb('decision', 'in', ['supported', 'partly_supported'])).as('supported'),
          counts(eb('decision', '=', 'not_supported')).as('not_supported'),
          quantileOf(eb.ref('answer_working_days'), 0.5).as('answer_days_median'),
          quantileOf(eb.ref('answer_working_days'), 0.9).as('answer_days_p90'),
          counts(eb('is_answered_in_time', '=', true)).as('in_time'),
          counts(eb('is_answered_in_time', 'is not', null)).as('timed'),
        ]
      })
      .groupBy(['city', 'dimension', 'value'])
    return db
      .selectFrom(counted.as('group'))
      .select(eb => {
        const share = (part: 'reached' | 'supported' | 'in_time', whole: Parameters<typeof quotient>[1]) =>
          eb
            .case()
            .when(whole, '>', 0)
            .then(rounded(quotient(eb.ref(part), whole), 4))
            .end()
        return [
          'city',
          'dimension',
          'value',
          'submitted',
          'rejected',
          'published',
          'collecting',
          'closed',
          'reached',
          'signed_enough',
          'signatures',
          'answered',
          'supported',
          'not_supported',
          share('reached', eb.ref('closed')).as('reach_share'),
          share('supported', eb('supported', '+', eb.ref('not_supported'))).as('support_share'),
          'answer_days_median',
          'answer_days_p90',
          share('in_time', eb.ref('timed')).as('answered_in_time_share'),
          'seen_at',
        ]
      })
      .orderBy('city')
      .orderBy('dimension')
      .orderBy('value')
  },
  audits: {
    each_petition_is_in_one_step: {
      describe: {
        uk: 'Досягли порогу не більше, ніж скінчило збір, а скінчило не більше, ніж подано',
        en: 'No more reached the threshold than ended collecting, and no more ended than were submitted',
      },
      faults: db =>
        db
          .selectFrom('petitions_funnel')
          .select(['city', 'dimension', 'value'])
          .where(eb => eb.or([eb('reached', '>', eb.ref('closed')), eb('closed', '>', eb.ref('submitted'))])),
    },
  },
})

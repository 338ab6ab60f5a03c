import {newest, quotient, rounded, wholeDays} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import days from '../../intermediate/petitions/int_petition_days.ts'
import judged from '../../intermediate/petitions/int_petitions_judged.ts'
import calendar from '../../reference/calendar.ts'
import calibration from './petitions_calibration.ts'
import history from './petitions_history.ts'

/** Working days to answer in Ukraine where no rule says otherwise: article 23-1 of the Law on Citizens' Appeals. */
const ukrainianAnswerDays = 10

export default defineModel({
  name: 'petitions',
  title: {uk: 'Петиції', en: 'Petitions'},
  describe: {
    uk: 'Петиції: підписи й поріг, чим закінчився збір (collection) і що вирішено (decision), темп, потрібний темп, імовірність досягти порогу, відповідь у робочих днях. Імена не публікуються. Як справджується прогноз – у таблиці petitions_calibration.',
    en: 'Petitions: signatures and threshold, how collecting ended (collection) and what was decided (decision), pace, pace needed, chance to reach the threshold, the answer in working days. Names are not published. How the forecast comes true is in petitions_calibration.',
  },
  grain: ['city', 'petition_id'],
  publish: true,
  inputs: [judged, days, history, calibration, calendar],
  columns: {
    status_source: {uk: 'Стан за словами видавця', en: 'Status in the publisher’s words'},
    scope: {
      uk: 'За чиїм порогом: city усе місто, district один район, national країна',
      en: 'Whose threshold it needs: city, district or national',
    },
    threshold: {uk: 'Скільки підписів потрібно', en: 'Signatures needed', unit: '1'},
    progress: {uk: 'Яку частку порогу зібрано', en: 'Share of the threshold collected', unit: '1'},
    signatures_per_1000: {
      uk: 'Підписів на тисячу мешканців',
      en: 'Signatures per thousand residents',
      unit: '1',
    },
    days_left: {
      uk: 'Днів до кінця збору від останнього знімка',
      en: 'Days to the end of collecting from the last snapshot',
      unit: 'd',
    },
    pace: {uk: 'Темп: підписів за день', en: 'Pace: signatures a day', unit: '1/d'},
    needed_pace: {
      uk: 'Потрібний темп: підписів за день до кінця збору',
      en: 'Pace needed: signatures a day to the end of collecting',
      unit: '1/d',
    },
    chance: {
      uk: 'Імовірність досягти порогу: частка закритих петицій, що стояли так само; порожньо, де збір скінчено або таких не було',
      en: 'Chance to reach the threshold: share of closed petitions that stood so; empty where collecting is over or there were none',
      unit: '1',
    },
    answer_working_days: {
      uk: 'Робочих днів від оголошення про розгляд до відповіді',
      en: 'Working days from the notice of consideration to the answer',
      unit: 'd',
    },
    answer_due_working_days: {uk: 'Скільки їх дозволено', en: 'How many are allowed', unit: 'd'},
    is_answered_in_time: {uk: 'Чи відповідь вчасна', en: 'Was the answer in time'},
    as_of: {
      uk: 'День останнього знімка, за яким пораховано темп',
      en: 'Day of the last snapshot, by which the pace is counted',
    },
  },
  query: db => {
    const seen = db
      .selectFrom('petitions_history')
      .select(eb => ['city', eb.fn.max('date').as('as_of')])
      .groupBy('city')
    const latest = db
      .selectFrom('petitions_history')
      .select(eb => [
        'city',
        'petition_id',
        eb.fn.max('date').as('date'),
        newest(eb.ref('pace'), eb.ref('date')).as('pace'),
      ])
      .groupBy(['city', 'petition_id'])
    return db
      .selectFrom('int_petitions_judged as petition')
      .leftJoin(seen.as('seen'), 'seen.city', 'petition.city')
      .leftJoin(latest.as('latest'), join =>
        join
          .onRef('latest.city', '=', 'petition.city')
          .onRef('latest.petition_id', '=', 'petition.petition_id')
          .on('petition.collection', '=', 'collecting'),
      )
      .leftJoin('int_petition_days as day', join =>
        join
          .onRef('day.city', '=', 'petition.city')
          .onRef('day.petition_id', '=', 'petition.petition_id')
          .onRef('day.date', '=', 'latest.date'),
      )
      .leftJoin('petitions_calibration as like', join =>
        join
          .onRef('like.city', '=', 'petition.city')
          .onRef('like.stage', '=', 'day.stage')
          .onRef('like.projected_bin', '=', 'day.projected_bin'),
      )
      .leftJoin('calendar as noticed', join =>
        join
          .onRef('noticed.country', '=', 'petition.country')
          .onRef('noticed.date', '=', 'petition.considered_date'),
      )
      .leftJoin('calendar as answered', join =>
        join
          .onRef('answered.country', '=', 'petition.country')
          .onRef('answered.date', '=', 'petition.answered_date'),
      )
      .select(eb => {
        const taken = eb('answered.working_day_number', '-', eb.ref('noticed.working_day_number'))
        const due = eb.fn.coalesce(
          'petition.answer_working_days',
          eb.case().when('petition.country', '=', 'UA').then(eb.lit(ukrainianAnswerDays)).end(),
        )
        const left = wholeDays(eb.ref('latest.date').$notNull(), eb.ref('petition.closes_date'))
        return [
          'petition.city',
          'petition.petition_id',
          'petition.title',
          'petition.url',
          'petition.topic',
          'petition.scope',
          'petition.district_id',
          'petition.status_source',
          'petition.collection',
          'petition.decision',
          'petition.signatures',
          'petition.threshold',
          'petition.threshold_source',
          eb
            .case()
            .when('petition.threshold', '>', 0)
            .then(rounded(quotient(eb.ref('petition.signatures'), eb.ref('petition.threshold')), 4))
            .end()
            .as('progress'),
          eb
            .case()
            .when('petition.residents', '>', 0)
            .then(
              rounded(
                quotient(eb('petition.signatures', '*', eb.lit(1000)), eb.ref('petition.residents')),
                3,
              ),
            )
            .end()
            .as('signatures_per_1000'),
          'petition.created_at',
          'petition.opened_at',
          'petition.closes_at',
          'petition.threshold_reached_at',
          'petition.rejected_at',
          'petition.considered_at',
          'petition.answered_at',
          eb.case().when('latest.date', 'is not', null).then(left).end().as('days_left'),
          'latest.pace',
          eb
            .case()
            .when(eb.and([eb('latest.date', 'is not', null), eb(left, '>', 0)]))
            .then(rounded(quotient(eb('petition.threshold', '-', eb.ref('petition.signatures')), left), 3))
            .end()
            .as('needed_pace'),
          'like.chance',
          taken.as('answer_working_days'),
          due.as('answer_due_working_days'),
          eb
            .case()
            .when(taken, 'is not', null)
            .then(eb(taken, '<=', due))
            .end()
            .$castTo<boolean | null>()
            .as('is_answered_in_time'),
          eb.case().when('latest.date', 'is not', null).then(eb.ref('seen.as_of')).end().as('as_of'),
        ]
      })
      .orderBy('petition.city')
      .orderBy('petition.petition_id')
  },
})

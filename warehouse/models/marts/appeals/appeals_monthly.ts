import {countOf, integer, localMonth, running, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import cities from '../../reference/cities.ts'
import appeals from './appeals.ts'

export default defineModel({
  name: 'appeals_monthly',
  title: {uk: 'Звернення за місяцями', en: 'Appeals by month'},
  describe: {
    uk: 'Скільки звернень надійшло й закрито за місяць за кожною темою і скільки лишилося відкритими. Місяць – за годинником міста.',
    en: 'Appeals received and closed in a month by topic, and how many were left open. Months are by the city’s clock.',
  },
  grain: ['city', 'month', 'category'],
  publish: true,
  inputs: [appeals, cities],
  columns: {
    month: {uk: 'Перший день місяця', en: 'First day of the month'},
    received: {uk: 'Надійшло', en: 'Received', unit: '1'},
    closed: {uk: 'Закрито', en: 'Closed', unit: '1'},
    open_at_end: {uk: 'Відкриті на кінець місяця', en: 'Open at the end of the month', unit: '1'},
  },
  query: db => {
    const located = db
      .selectFrom('appeals')
      .innerJoin('cities', 'cities.city', 'appeals.city')
      .select(eb => [
        'appeals.city',
        'appeals.category',
        localMonth(eb.ref('received_at'), eb.ref('zone')).as('received_month'),
        localMonth(eb.ref('closed_at'), eb.ref('zone')).as('closed_month'),
      ])
    // Read once: everything that follows is about some thousand pairs of months.
    return db
      .with('pair', one =>
        one
          .selectFrom(located.as('located'))
          .select(['city', 'category', 'received_month', 'closed_month', countOf().as('appeals')])
          .groupBy(['city', 'category', 'received_month', 'closed_month']),
      )
      .with('event', one =>
        one
          .selectFrom('pair')
          .select(eb => [
            'city',
            'category',
            'received_month as month',
            'appeals as received',
            eb.lit<number>(0).as('closed'),
          ])
          .unionAll(
            one
              .selectFrom('pair')
              .where('closed_month', 'is not', null)
              .select(eb => [
                'city',
                'category',
                'closed_month as month',
                eb.lit<number>(0).as('received'),
                'appeals as closed',
              ]),
          ),
      )
      .with('each_month', one => one.selectFrom('event').select(['city', 'month']).distinct())
      .with('topic', one => one.selectFrom('event').select(['city', 'category']).distinct())
      .with('counted', one =>
        one
          .selectFrom('each_month')
          .innerJoin('topic', 'topic.city', 'each_month.city')
          .leftJoin('event', join =>
            join
              .onRef('event.city', '=', 'each_month.city')
              .onRef('event.month', '=', 'each_month.month')
              .onRef('event.category', '=', 'topic.category'),
          )
          .select(eb => [
            'each_month.city',
            'each_month.month',
            'topic.category',
            wholeSum(eb.ref('event.received')).as('received'),
            wholeSum(eb.ref('event.closed')).as('closed'),
          ])
          .groupBy(['each_month.city', 'each_month.month', 'topic.category']),
      )
      .selectFrom('counted')
      .select(eb => {
        const topic = [eb.ref('city'), eb.ref('category')]
        return [
          'city',
          'month',
          'category',
          'received',
          'closed',
          integer(running('sum', eb('received', '-', eb.ref('closed')), topic, eb.ref('month'))).as(
            'open_at_end',
          ),
        ]
      })
      .orderBy('city')
      .orderBy('month')
      .orderBy('category')
  },
  audits: {
    nothing_lost: {
      describe: {uk: 'Місяці разом дають усі звернення', en: 'The months add up to all appeals'},
      faults: db =>
        db
          .selectFrom('appeals_monthly as month')
          .select('month.city')
          .groupBy('month.city')
          .having(
            eb => wholeSum(eb.ref('month.received')),
            '!=',
            eb =>
              eb
                .selectFrom('appeals')
                .select(inner => inner.fn.countAll<number>().as('n'))
                .whereRef('appeals.city', '=', 'month.city'),
          ),
    },
  },
})

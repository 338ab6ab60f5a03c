import {integer, localMonth, running, wholeSum} from '../../src/functions.ts'
import {defineModel} from '../../src/model.ts'
import cities from '../reference/cities.ts'
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
    const events = db
      .selectFrom(located.as('received'))
      .select(eb => [
        'city',
        'category',
        'received_month as month',
        eb.lit<number>(1).as('received'),
        eb.lit<number>(0).as('closed'),
      ])
      .unionAll(
        db
          .selectFrom(located.as('closed'))
          .where('closed_month', 'is not', null)
          .select(eb => [
            'city',
            'category',
            'closed_month as month',
            eb.lit<number>(0).as('received'),
            eb.lit<number>(1).as('closed'),
          ]),
      )
    const months = db.selectFrom(events.as('event')).select(['city', 'month']).distinct()
    const categories = db.selectFrom('appeals').select(['city', 'category']).distinct()
    const counted = db
      .selectFrom(months.as('month'))
      .innerJoin(categories.as('topic'), 'topic.city', 'month.city')
      .leftJoin(events.as('event'), join =>
        join
          .onRef('event.city', '=', 'month.city')
          .onRef('event.month', '=', 'month.month')
          .onRef('event.category', '=', 'topic.category'),
      )
      .select(eb => [
        'month.city',
        'month.month',
        'topic.category',
        wholeSum(eb.ref('event.received')).as('received'),
        wholeSum(eb.ref('event.closed')).as('closed'),
      ])
      .groupBy(['month.city', 'month.month', 'topic.category'])
    return db
      .selectFrom(counted.as('counted'))
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

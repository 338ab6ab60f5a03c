import {running, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/appeals/int_appeals_months.ts'
import appeals from './appeals.ts'

export default defineModel({
  name: 'appeals_monthly',
  title: {uk: 'Звернення за місяцями', en: 'Appeals by month'},
  describe: {
    uk: 'За місяць і тему: скільки звернень надійшло й закрито, скільки лишилося відкритими і відколи чекають, яку частку закрито вчасно, відкрито знову, вирішено за першої відповіді. Місяць – за годинником міста; неповний позначено.',
    en: 'By month and topic: how many appeals were received and closed, how many were left open and how long they have been waiting, which shares were closed on time, opened again, resolved with the first answer. Months are by the city’s clock; one that is not over is marked.',
  },
  grain: ['city', 'month', 'category'],
  publish: true,
  inputs: [months, appeals],
  query: db =>
    db
      .selectFrom('int_appeals_months')
      .where('category', '!=', '')
      .select([
        'city',
        'month',
        'category',
        'is_whole',
        'received',
        'received_per_1000',
        'closed',
        'open_at_end',
        'open_over_30_days',
        'open_age_days',
        'closed_with_term',
        'on_time_share',
        'overdue_open_share',
        'reopened_share',
        'repeat_share',
        'duplicate_share',
        'first_contact_share',
      ])
      .orderBy('city')
      .orderBy('month')
      .orderBy('category'),
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
    backlog_balances: {
      describe: {
        uk: 'Відкритих на кінець місяця стільки, скільки надійшло досі без закритих',
        en: 'Open at the end of a month are those received so far less those closed',
      },
      faults: db =>
        db
          .selectFrom(
            db
              .selectFrom('appeals_monthly')
              .select(eb => [
                'city',
                'month',
                'category',
                'open_at_end',
                running(
                  'sum',
                  eb('received', '-', eb.ref('closed')),
                  [eb.ref('city'), eb.ref('category')],
                  eb.ref('month'),
                ).as('balance'),
              ])
              .as('kept'),
          )
          .select(['city', 'month', 'category'])
          .whereRef('open_at_end', '!=', 'balance'),
    },
  },
})

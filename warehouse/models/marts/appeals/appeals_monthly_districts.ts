import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/appeals/int_appeals_months.ts'

export default defineModel({
  name: 'appeals_monthly_districts',
  title: {uk: 'Звернення за місяцями й районами', en: 'Appeals by month and district'},
  describe: {
    uk: 'За місяць і район (unknown – не сказано): скільки звернень надійшло й закрито, скільки лишилося відкритими і відколи чекають, яку частку закрито вчасно, відкрито знову, вирішено за першої відповіді. Місяць – за годинником міста; неповний позначено.',
    en: 'By month and district (unknown where it is not said): how many appeals were received and closed, how many were left open and how long they have been waiting, which shares were closed on time, opened again, resolved with the first answer. Months are by the city’s clock; one that is not over is marked.',
  },
  grain: ['city', 'month', 'district'],
  publish: true,
  inputs: [months],
  query: db =>
    db
      .selectFrom('int_appeals_months')
      .where('district', '!=', '')
      .select([
        'city',
        'month',
        'district',
        'is_whole',
        'received',
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
      .orderBy('district'),
})

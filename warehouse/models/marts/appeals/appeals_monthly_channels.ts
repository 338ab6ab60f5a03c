import {quotientOrNull, totalOver} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/appeals/int_appeals_months.ts'

export default defineModel({
  name: 'appeals_monthly_channels',
  title: {uk: 'Звернення за місяцями й каналами', en: 'Appeals by month and channel'},
  describe: {
    uk: 'За місяць і канал: скільки звернень надійшло й закрито, скільки лишилося відкритими і відколи чекають, яку частку закрито вчасно, відкрито знову, вирішено за першої відповіді. Місяць – за годинником міста; неповний позначено.',
    en: 'By month and channel: how many appeals were received and closed, how many were left open and how long they have been waiting, which shares were closed on time, opened again, resolved with the first answer. Months are by the city’s clock; one that is not over is marked.',
  },
  grain: ['city', 'month', 'channel_code'],
  publish: true,
  inputs: [months],
  columns: {
    received_share: {
      uk: 'Частка каналу серед отриманих за місяць',
      en: 'Share of the channel in those received in the month',
      unit: '1',
    },
  },
  query: db =>
    db
      .selectFrom('int_appeals_months')
      .where('channel_code', '!=', '')
      .select(eb => [
        'city',
        'month',
        'channel_code',
        'is_whole',
        'received',
        quotientOrNull(
          eb.ref('received'),
          totalOver(eb.ref('received'), [eb.ref('city'), eb.ref('month')]),
        ).as('received_share'),
        'closed',
        'open_at_end',
        'closed_with_term',
        'on_time_share',
        'overdue_open_share',
        'reopened_share',
        'duplicate_share',
        'first_contact_share',
      ])
      .orderBy('city')
      .orderBy('month')
      .orderBy('channel_code'),
})

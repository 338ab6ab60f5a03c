import {defineModel} from '../../../src/model.ts'
import measured from '../../intermediate/appeals/int_appeals_measured.ts'

export default defineModel({
  name: 'appeals_executors',
  title: {uk: 'Звернення за виконавцями', en: 'Appeals by who is responsible'},
  describe: {
    uk: 'За скільки виконавець закриває звернення (відкриті враховано), скільки вчасно, скільки прострочено і яку частку закритих відкривають знову. Швидке закриття, яке відкривають знову, – не швидке виконання. Порожня підстава – усі разом.',
    en: 'In how long who is responsible closes appeals (open ones are counted), how many on time, how many are overdue, and which share of the closed ones is opened again. What is closed soon and opened again is not done soon. An empty ground is all together.',
  },
  grain: ['city', 'organization', 'basis'],
  publish: true,
  inputs: [measured],
  columns: {
    organization: {
      uk: 'Виконавець; unknown – не сказано',
      en: 'Who is responsible; unknown where it is not said',
    },
    basis: {
      uk: 'Підстава: statutory за законом, service_request за нормою служби, consultation консультація, unknown – не сказано; порожньо – усі разом',
      en: 'Ground: statutory by law, service_request by the norm of a service, consultation, unknown where it is not said; empty for all together',
    },
  },
  query: db =>
    db
      .selectFrom('int_appeals_measured')
      .where('organization', '!=', '')
      .select([
        'city',
        'organization',
        'basis',
        'received',
        'left_out',
        'still_open',
        'median_days',
        'median_low_days',
        'median_high_days',
        'p90_days',
        'p90_low_days',
        'p90_high_days',
        'closed_with_term',
        'on_time_share',
        'on_time_low',
        'on_time_high',
        'overdue_open',
        'overdue_open_share',
        'ever_closed',
        'reopened_share',
        'reopened_low',
        'reopened_high',
      ])
      .orderBy('city')
      .orderBy('organization')
      .orderBy('basis'),
})

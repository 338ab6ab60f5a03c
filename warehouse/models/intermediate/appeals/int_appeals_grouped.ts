import {defineModel} from '../../../src/model.ts'
import durations from './int_appeals_durations.ts'

const keys = ['category', 'subcategory', 'district', 'organization', 'basis'] as const

/** What appeals are put together by; of all other keys a group has every value. */
const groupings: (typeof keys)[number][][] = [
  [],
  ['category'],
  ['category', 'subcategory'],
  ['district'],
  ['category', 'district'],
  ['organization'],
  ['organization', 'basis'],
]

/** Each appeal once in every group that it belongs to; '' in a key is all of its values together. */
export default defineModel({
  name: 'int_appeals_grouped',
  title: {uk: 'Звернення за групами', en: 'Appeals by group'},
  describe: {
    uk: 'Кожне звернення по разу в кожній групі: разом, за темою, видом, районом, виконавцем.',
    en: 'Each appeal once in every group: all together, by topic, kind, district, who is responsible.',
  },
  grain: ['city', 'appeal_id', 'category', 'subcategory', 'district', 'organization', 'basis'],
  inputs: [durations],
  materialise: {as: 'view'},
  query: db => {
    const [first, ...others] = groupings.map(grouping =>
      db
        .selectFrom('int_appeals_durations')
        .select(eb => [
          'city',
          'appeal_id',
          ...keys.map(key => (grouping.includes(key) ? eb.ref(key) : eb.val('')).as(key)),
          'days',
          'is_closed',
          'is_on_time',
          'is_overdue',
          'reopened_at',
        ]),
    )
    return others.reduce((all, one) => all.unionAll(one), first!)
  },
})

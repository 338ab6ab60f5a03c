import {calculated, countOf, countWhere, running} from '../../src/functions.ts'
import {defineModel} from '../../src/model.ts'
import durations from '../intermediate/int_appeals_durations.ts'
import survival from '../intermediate/int_appeals_survival.ts'

export default defineModel({
  name: 'appeals_survival',
  title: {uk: 'Скільки звернень ще не закрито', en: 'Appeals not yet closed'},
  describe: {
    uk: 'Частка звернень, ще не закритих через стільки діб. Відкриті враховано (Каплан–Маєр, 95 % інтервал); поруч – що вийшло б, якби рахувати лише закриті.',
    en: 'Share of appeals not closed after so many days. Open ones are counted (Kaplan–Meier, 95 % interval); beside it what closed ones alone would say.',
  },
  grain: ['city', 'day'],
  publish: true,
  inputs: [survival, durations],
  columns: {
    day: {uk: 'Діб від надходження', en: 'Days since receipt', unit: 'd'},
    share_open_closed_only: {
      uk: 'Те саме, якби рахувати лише закриті',
      en: 'The same counting closed appeals only',
      unit: '1',
    },
  },
  query: db => {
    // Quarter days for the first ten, then whole days: as fine as a drawing can show.
    const shown = calculated`case when days <= 10 then ceil(days * 4) / 4 else ceil(days) end`
    const curve = db
      .selectFrom('int_appeals_survival')
      .where('category', '=', '')
      .select(eb => [
        'city',
        shown.as('day'),
        eb.fn.min('share_open').as('share_open'),
        calculated<number | null>`arg_max(share_open_low, days)`.as('share_open_low'),
        calculated<number | null>`arg_max(share_open_high, days)`.as('share_open_high'),
      ])
      .groupBy(() => ['city' as const, shown])
    const closed = db
      .selectFrom('int_appeals_durations')
      .select(eb => [
        'city',
        shown.as('day'),
        countWhere(eb('is_closed', '=', true)).as('n'),
        countOf().as('all'),
      ])
      .groupBy(() => ['city' as const, shown])
    const naive = db
      .selectFrom(closed.as('closed'))
      .select(eb => [
        'city',
        'day',
        calculated`1.0 - ${running('sum', eb.ref('n'), [eb.ref('city')], eb.ref('day'))} / sum(${eb.ref('n')}) over (partition by ${eb.ref('city')})`.as(
          'share',
        ),
      ])
    return db
      .selectFrom(curve.as('curve'))
      .innerJoin(naive.as('naive'), join =>
        join.onRef('naive.city', '=', 'curve.city').onRef('naive.day', '=', 'curve.day'),
      )
      .select([
        'curve.city',
        'curve.day',
        'curve.share_open',
        'curve.share_open_low',
        'curve.share_open_high',
        'naive.share as share_open_closed_only',
      ])
      .orderBy('curve.city')
      .orderBy('curve.day')
  },
})

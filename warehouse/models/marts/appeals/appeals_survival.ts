import {countOf, countWhere, drawnDay, newest, quotient, running, totalOver} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import durations from '../../intermediate/appeals/int_appeals_durations.ts'
import survival from '../../intermediate/appeals/int_appeals_survival.ts'

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
    const curve = db
      .selectFrom('int_appeals_survival')
      .select(eb => [
        'city',
        drawnDay(eb.ref('days')).as('day'),
        eb.fn.min('share_open').as('share_open'),
        newest(eb.ref('share_open_low'), eb.ref('days')).as('share_open_low'),
        newest(eb.ref('share_open_high'), eb.ref('days')).as('share_open_high'),
      ])
      .groupBy(eb => ['city', drawnDay(eb.ref('days'))])
    const closed = db
      .selectFrom('int_appeals_durations')
      .where('days', 'is not', null)
      .select(eb => [
        'city',
        drawnDay(eb.ref('days').$notNull()).as('day'),
        countWhere(eb('is_closed', '=', true)).as('n'),
        countOf().as('all'),
      ])
      .groupBy(eb => ['city', drawnDay(eb.ref('days').$notNull())])
    const naive = db.selectFrom(closed.as('closed')).select(eb => {
      const city = [eb.ref('city')]
      return [
        'city',
        'day',
        eb(
          eb.lit<number>(1),
          '-',
          quotient(running('sum', eb.ref('n'), city, eb.ref('day')), totalOver(eb.ref('n'), city)),
        ).as('share'),
      ]
    })
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

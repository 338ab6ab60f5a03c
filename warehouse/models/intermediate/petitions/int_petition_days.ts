import {quotient, wholeDays} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import history from '../../marts/petitions/petitions_history.ts'
import judged from './int_petitions_judged.ts'

/** Ends of the bins of the projected share of the threshold. */
const projected = [0.1, 0.25, 0.5, 0.75, 1, 1.5] as const
const stages = [
  [0.25, '0–25 %'],
  [0.5, '25–50 %'],
  [0.75, '50–75 %'],
] as const

/**
 * Every day of collecting of a petition that had not yet reached its threshold: how much of the time had passed, and
 * what share of the threshold it would end with if it went on at its pace of the last seven snapshots.
 */
export default defineModel({
  name: 'int_petition_days',
  title: {uk: 'Дні збору петицій', en: 'Days of collecting'},
  describe: {
    uk: 'Скільки часу минуло, і чим скінчиться збір за нинішнім темпом.',
    en: 'How much of the time has passed, and how collecting will end at the present pace.',
  },
  grain: ['city', 'petition_id', 'date'],
  inputs: [history, judged],
  query: db => {
    const days = db
      .selectFrom('petitions_history as day')
      .innerJoin('int_petitions_judged as petition', join =>
        join.onRef('petition.city', '=', 'day.city').onRef('petition.petition_id', '=', 'day.petition_id'),
      )
      .where('petition.closes_date', '>', eb => eb.ref('petition.opened_date'))
      .where('petition.threshold', '>', 0)
      .where(eb => eb('day.signatures', '<', eb.ref('petition.threshold')))
      .select(eb => {
        const left = wholeDays(eb.ref('day.date'), eb.ref('petition.closes_date'))
        const passed = wholeDays(eb.ref('petition.opened_date').$notNull(), eb.ref('day.date'))
        // Before there are seven snapshots the pace is that since the beginning.
        const pace = eb.fn.coalesce(
          'day.pace',
          quotient(eb.ref('day.signatures'), eb(passed, '+', eb.lit(1).$castTo<number>())),
        )
        return [
          'day.city',
          'day.petition_id',
          'day.date',
          'day.signatures',
          'petition.threshold',
          'petition.collection',
          'petition.opened_date',
          'petition.closes_date',
          left.as('days_left'),
          quotient(
            passed,
            wholeDays(eb.ref('petition.opened_date').$notNull(), eb.ref('petition.closes_date')),
          ).as('elapsed'),
          quotient(eb('day.signatures', '+', eb(pace, '*', left)), eb.ref('petition.threshold')).as(
            'projected',
          ),
        ]
      })
    return db
      .selectFrom(days.as('day'))
      .where('days_left', '>=', 0)
      .selectAll()
      .select(eb => [
        stages
          .reduce(
            (cases, [end, name]) => cases.when('elapsed', '<', end).then(name as string),
            eb
              .case()
              .when('elapsed', 'is', null)
              .then(eb.cast<string>(eb.lit(null), 'varchar')),
          )
          .else('75–100 %')
          .end()
          .as('stage'),
        projected
          .reduce(
            (cases, end, index) =>
              cases
                .when('projected', '<', end)
                .then(index === 0 ? `< ${end}` : `${projected[index - 1]!}–${end}`),
            eb
              .case()
              .when('projected', 'is', null)
              .then(eb.cast<string>(eb.lit(null), 'varchar')),
          )
          .else('≥ 1.5')
          .end()
          .as('projected_bin'),
      ])
  },
})

import {integer, meanOf, slopeOf, wholeSum} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import panel from './int_interventions_panel.ts'

/**
 * The panel collapsed: one change and one slope a place, however many months there were. What months of one place
 * have in common, as serial correlation, is thereby no longer counted as if each month were news (Bertrand, Duflo,
 * Mullainathan, How much should we trust differences-in-differences estimates?, QJE 119, 2004, section IV.C).
 */
export default defineModel({
  name: 'int_interventions_changes',
  title: {uk: 'Зміни показника за місцями', en: 'Changes of the indicator by place'},
  describe: {
    uk: 'Середнє показника району чи міста до і після початку заходу та його місячний хід до початку.',
    en: 'The mean of a district’s or city’s indicator before and after the start of an intervention, and its monthly course before.',
  },
  grain: ['city', 'intervention_id', 'role', 'place'],
  inputs: [panel],
  columns: {
    before: {uk: 'Середнє місяців до', en: 'Mean of the months before'},
    after: {uk: 'Середнє місяців після', en: 'Mean of the months after'},
    slope_before: {
      uk: 'Зміна за місяць до початку; порожньо за одним місяцем',
      en: 'Change a month before the start; empty for a single month',
    },
    months_before_found: {uk: 'Місяців до зі значенням', en: 'Months before with a value', unit: '1'},
    months_after_found: {uk: 'Місяців після зі значенням', en: 'Months after with a value', unit: '1'},
    base_before: {uk: 'На чому стоїть середнє до', en: 'What the mean before rests on'},
    base_after: {uk: 'На чому стоїть середнє після', en: 'What the mean after rests on'},
  },
  query: db => {
    const split = db
      .selectFrom('int_interventions_panel')
      .select(eb => [
        'city',
        'intervention_id',
        'role',
        'place',
        'step',
        eb.case().when('step', '<', 0).then(eb.ref('value')).end().as('value_before'),
        eb.case().when('step', '>=', 0).then(eb.ref('value')).end().as('value_after'),
        eb.case().when('step', '<', 0).then(eb.ref('base')).end().as('base_before'),
        eb.case().when('step', '>=', 0).then(eb.ref('base')).end().as('base_after'),
      ])
    return db
      .selectFrom(split.as('month'))
      .select(eb => [
        'city',
        'intervention_id',
        'role',
        'place',
        meanOf(eb.ref('value_before')).$castTo<number | null>().as('before'),
        meanOf(eb.ref('value_after')).$castTo<number | null>().as('after'),
        // One month has no course.
        eb
          .case()
          .when(eb.fn.count('value_before'), '>', 1)
          .then(slopeOf(eb.ref('value_before'), eb.ref('step')))
          .end()
          .as('slope_before'),
        integer(eb.fn.count('value_before')).as('months_before_found'),
        integer(eb.fn.count('value_after')).as('months_after_found'),
        wholeSum(eb.ref('base_before')).as('base_before'),
        wholeSum(eb.ref('base_after')).as('base_after'),
      ])
      .groupBy(['city', 'intervention_id', 'role', 'place'])
  },
})

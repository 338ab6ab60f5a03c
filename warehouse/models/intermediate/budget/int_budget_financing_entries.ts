import budgetFinancing from '@hromada/datasets/budget-financing/dataset.ts'
import {constant, joined, left, monthOf, right, yearOf} from '../../../src/functions.ts'
import {defineModel, staging} from '../../../src/model.ts'

/**
 * A code of financing is the sum of its parts: 400000 of 401000 and its kin, 401000 of 401100, 401100 of 401101; 602200,
 * what is left at the end, counts as less. It holds in all 1,648 months of the treasury's files for 25 budgets.
 */
export default defineModel({
  name: 'int_budget_financing_entries',
  title: {uk: 'Фінансування = його частини', en: 'Financing = its parts'},
  describe: {
    uk: 'Коди фінансування – очікуване, їхні частини – знайдене.',
    en: 'Codes of financing are expected, their parts are found.',
  },
  grain: [],
  materialise: {as: 'view'},
  inputs: [staging(budgetFinancing)],
  query: db => {
    const financing = db
      .selectFrom('stg_budget_financing')
      .where('fund', 'in', ['C', 'S'])
      .select(eb => [
        'city',
        yearOf(eb.ref('period')).as('year'),
        monthOf(eb.ref('period')).as('month'),
        'financing_code',
        'executed_uah',
      ])
    const financingParts = db
      .selectFrom(financing.as('line'))
      .where(eb => eb.not(eb(right(eb.ref('financing_code'), 5), '=', '00000')))
      .select(eb => {
        const code = eb.ref('financing_code')
        return [
          'city',
          constant('financing_parts').as('rule'),
          'year',
          'month',
          eb
            .case()
            .when(right(code, 3), '=', '000')
            .then(joined('', left(code, 1), constant('00000')))
            .when(right(code, 2), '=', '00')
            .then(joined('', left(code, 3), constant('000')))
            .else(joined('', left(code, 4), constant('00')))
            .end()
            .$castTo<string>()
            .as('code'),
          constant('found').as('side'),
          eb
            .case()
            .when('financing_code', '=', '602200')
            .then(eb.neg(eb.ref('executed_uah')).$castTo<string>())
            .else(eb.ref('executed_uah'))
            .end()
            .as('uah'),
        ]
      })
    // A code without parts in the file has nothing to be the sum of.
    const withParts = db
      .selectFrom(financingParts.as('part'))
      .select(['city', 'year', 'month', 'code'])
      .distinct()
    const financingWholes = db
      .selectFrom(financing.as('line'))
      .innerJoin(withParts.as('part'), join =>
        join
          .onRef('part.city', '=', 'line.city')
          .onRef('part.year', '=', 'line.year')
          .onRef('part.month', '=', 'line.month')
          .onRef('part.code', '=', 'line.financing_code'),
      )
      .select([
        'line.city',
        constant('financing_parts').as('rule'),
        'line.year',
        'line.month',
        'line.financing_code as code',
        constant('expected').as('side'),
        'line.executed_uah as uah',
      ])
    return financingParts.unionAll(financingWholes)
  },
})

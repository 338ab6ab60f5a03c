import {lastOfMonth} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/budget/int_budget_months.ts'

export default defineModel({
  name: 'budget_expenses',
  title: {uk: 'Видатки бюджету за місяцями', en: 'Budget expenditure by month'},
  describe: {
    uk: 'Видатки за економічними кодами й фондами: план зі змінами, виконано з початку року й за місяць. Фонди C і S не перетинаються; разом – це їхня сума.',
    en: 'Expenditure by economic code and fund: plan as amended, executed since January and in the month. Funds C and S do not overlap; the total is their sum.',
  },
  grain: ['city', 'year', 'month', 'fund', 'kekv'],
  publish: true,
  inputs: [months],
  columns: {
    period_end: {uk: 'Останній день місяця', en: 'Last day of the month'},
    kekv: {uk: 'Код економічної класифікації (КЕКВ)', en: 'Economic code (KEKV)'},
    kekv_name: {uk: 'Назва економічного коду', en: 'Name of the economic code, in Ukrainian'},
    part: {
      uk: 'transfers_out – трансферти іншим бюджетам (КЕКВ 2620, 3220), own_expense – решта',
      en: 'transfers_out: transfers to other budgets (KEKV 2620, 3220); own_expense: all else',
    },
  },
  query: db =>
    db
      .selectFrom('int_budget_months')
      .where('flow', '=', 'expense')
      .select(eb => [
        'city',
        'year',
        'month',
        lastOfMonth(eb.ref('year'), eb.ref('month')).as('period_end'),
        'budget_code',
        'fund',
        'code as kekv',
        'code_name as kekv_name',
        eb
          .case()
          .when('code', 'in', ['2620', '3220'])
          .then('transfers_out')
          .else('own_expense')
          .end()
          .as('part'),
        'plan_amended_uah',
        'plan_estimate_uah',
        'executed_cumulative_uah',
        'executed_month_uah',
      ])
      .orderBy('city')
      .orderBy('year')
      .orderBy('month')
      .orderBy('fund')
      .orderBy('kekv'),
})

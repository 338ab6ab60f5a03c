import {lastOfMonth, left} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import months from '../../intermediate/budget/int_budget_months.ts'

/**
 * Own revenue of the general fund is fund C below code 40000000. The tax on soldiers' pay (11010200) stands apart: the
 * war made it a fifth of income, and since October 2023 it is the state's.
 */
export default defineModel({
  name: 'budget_incomes',
  title: {uk: 'Доходи бюджету за місяцями', en: 'Budget income by month'},
  describe: {
    uk: 'Доходи за кодами й фондами: план зі змінами, надійшло з початку року й за місяць. Фонди C і S не перетинаються; разом – це їхня сума.',
    en: 'Income by code and fund: plan as amended, received since January and in the month. Funds C and S do not overlap; the total is their sum.',
  },
  grain: ['city', 'year', 'month', 'fund', 'kkd'],
  publish: true,
  inputs: [months],
  columns: {
    period_end: {uk: 'Останній день місяця', en: 'Last day of the month'},
    kkd: {uk: 'Код класифікації доходів (ККД)', en: 'Income code (KKD)'},
    kkd_name: {uk: 'Назва коду доходів', en: 'Name of the income code, in Ukrainian'},
    kind: {
      uk: 'Вид: tax податки, non_tax неподаткові, capital від капіталу, transfers трансферти, funds цільові фонди',
      en: 'Kind: tax, non_tax, capital, transfers, funds',
    },
    part: {
      uk: 'Чиї гроші: own_general власні загального фонду, own_special власні спеціального, transfers трансферти й гранти, military_tax податок з доходів військових (11010200)',
      en: 'Whose money: own_general and own_special revenue, transfers and grants, military_tax: the tax on soldiers’ pay (11010200)',
    },
  },
  query: db =>
    db
      .selectFrom('int_budget_months')
      .where('flow', '=', 'income')
      .select(eb => [
        'city',
        'year',
        'month',
        lastOfMonth(eb.ref('year'), eb.ref('month')).as('period_end'),
        'budget_code',
        'fund',
        'code as kkd',
        'code_name as kkd_name',
        eb
          .case(left(eb.ref('code'), 1))
          .when('1')
          .then('tax')
          .when('2')
          .then('non_tax')
          .when('3')
          .then('capital')
          .when('4')
          .then('transfers')
          .else('funds')
          .end()
          .as('kind'),
        eb
          .case()
          .when('code', '=', '11010200')
          .then('military_tax')
          .when(left(eb.ref('code'), 1), '=', '4')
          .then('transfers')
          .when('fund', '=', 'C')
          .then('own_general')
          .else('own_special')
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
      .orderBy('kkd'),
})

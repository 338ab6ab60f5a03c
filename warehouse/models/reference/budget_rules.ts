import {defineSeed} from '../../src/model.ts'

type Rule = [rule: string, isBlocking: boolean, uk: string, en: string]

const rules: Rule[] = [
  ['income_funds', true, 'Доходи: разом T = C + S', 'Income: the total T = C + S'],
  ['expense_funds', true, 'Видатки: разом T = C + S', 'Expenditure: the total T = C + S'],
  ['credit_funds', true, 'Кредитування: разом T = C + S', 'Lending: the total T = C + S'],
  ['financing_funds', true, 'Фінансування: разом T = C + S', 'Financing: the total T = C + S'],
  ['program_funds', true, 'Програми: разом T = C + S', 'Programmes: the total T = C + S'],
  [
    'closing',
    true,
    'Доходи й фінансування дорівнюють видаткам і кредитуванню',
    'Income and financing equal expenditure and lending',
  ],
  [
    'closing_of_two_budgets',
    false,
    'Те саме, коли файли місяця подано під різними кодами бюджету',
    'The same where the files of a month bear different budget codes',
  ],
  [
    'financing_parts',
    true,
    'Код фінансування – сума своїх частин',
    'A financing code is the sum of its parts',
  ],
  [
    'programs_economic',
    true,
    'Видатки за програмами дорівнюють видаткам за економічними кодами',
    'Expenditure by programme equals expenditure by economic code',
  ],
  [
    'programs_economic_codes',
    true,
    'Те саме за кожним економічним кодом, де файл програм його має',
    'The same for every economic code, where the file by programme has it',
  ],
  ['income_codes', true, 'Коди доходів дають доходи місяця', 'Income codes add up to the month’s income'],
  [
    'expense_codes',
    true,
    'Економічні коди дають видатки місяця',
    'Economic codes add up to the month’s expenditure',
  ],
  ['months', true, 'Місяці дають рік', 'Months add up to the year'],
  [
    'economic_codes',
    true,
    'Економічні коди дають видатки року',
    'Economic codes add up to the year’s expenditure',
  ],
  ['programs', true, 'Програми дають видатки року', 'Programmes add up to the year’s expenditure'],
  [
    'program_months',
    true,
    'Місяці кожної програми дають її рік',
    'The months of each programme add up to its year',
  ],
  ['divisions', true, 'Програми розділу дають розділ', 'Programmes of a division add up to the division'],
  [
    'payments',
    false,
    'Платежі дають виконане за програмою й економічним кодом',
    'Payments add up to what was executed by programme and economic code',
  ],
]

/** What must hold between tables of money. Rules that bind two publishers, or two budgets, are shown and block nothing. */
export default defineSeed({
  name: 'budget_rules',
  title: {uk: 'Правила звірки бюджету', en: 'Rules of budget reconciliation'},
  describe: {
    uk: 'Рівності, яких мають дотримуватися таблиці бюджету.',
    en: 'Identities that tables of the budget must obey.',
  },
  grain: ['rule'],
  columns: {
    rule: {type: 'text', uk: 'Правило', en: 'Rule'},
    rule_uk: {type: 'text', uk: 'Правило українською', en: 'The rule in Ukrainian'},
    rule_en: {type: 'text', uk: 'Правило англійською', en: 'The rule in English'},
    is_blocking: {
      type: 'boolean',
      uk: 'Чи зупиняє порушення випуск',
      en: 'Does a breach stop the release',
    },
  },
  rows: () => rules.map(([rule, is_blocking, rule_uk, rule_en]) => ({rule, rule_uk, rule_en, is_blocking})),
})

import {countOf, countWhere, lastOfMonth, minus, sumOfMoney, sumOfMoneyWhere} from '../../../src/functions.ts'
import {defineModel} from '../../../src/model.ts'
import files from '../../intermediate/budget/int_budget_file_entries.ts'
import tables from '../../intermediate/budget/int_budget_table_entries.ts'
import rules from '../../reference/budget_rules.ts'

/**
 * Every rule is two columns of money that must agree line by line. What holds the treasury's files, and our tables made
 * of them, against each other blocks a release, because it has held in every month of those files. Two rules do not:
 * payments come from another publisher, and a month whose files bear two budget codes tells of two budgets.
 */
export default defineModel({
  name: 'budget_reconciliation',
  title: {uk: 'Звірка бюджету', en: 'Budget reconciliation'},
  describe: {
    uk: 'Що з чим має сходитися до копійки: правило, місяць, очікувано, знайдено й різниця. Суми – від 1 січня, платежі – за місяць.',
    en: 'What must agree with what, to the kopiyka: rule, month, expected, found and the difference. Amounts are since 1 January, those of payments of the month.',
  },
  grain: ['city', 'rule', 'year', 'month'],
  publish: true,
  inputs: [rules, files, tables],
  columns: {
    year: {uk: 'Рік', en: 'Year'},
    month: {uk: 'Місяць, яким закінчується період', en: 'Month with which the period ends'},
    period_end: {uk: 'Останній день періоду', en: 'Last day of the period'},
    expected_uah: {uk: 'Очікувано', en: 'Expected', unit: 'UAH'},
    found_uah: {uk: 'Знайдено', en: 'Found', unit: 'UAH'},
    difference_uah: {uk: 'Знайдено мінус очікувано', en: 'Found less expected', unit: 'UAH'},
    lines: {uk: 'Скільки рядків порівняно', en: 'Lines compared', unit: '1'},
    lines_off: {
      uk: 'Скільки з них різняться, хоч на копійку',
      en: 'How many of them differ, be it by a kopiyka',
      unit: '1',
    },
  },
  query: db => {
    const compared = db
      .selectFrom(
        db
          .selectFrom('int_budget_file_entries')
          .selectAll()
          .unionAll(db.selectFrom('int_budget_table_entries').selectAll())
          .as('entry'),
      )
      .select(eb => [
        'city',
        'rule',
        'year',
        'month',
        'code',
        sumOfMoneyWhere(eb.ref('uah'), eb('side', '=', 'expected')).as('expected'),
        sumOfMoneyWhere(eb.ref('uah'), eb('side', '=', 'found')).as('found'),
      ])
      .groupBy(['city', 'rule', 'year', 'month', 'code'])
    return db
      .selectFrom(compared.as('line'))
      .innerJoin('budget_rules as known', 'known.rule', 'line.rule')
      .select(eb => [
        'line.city',
        'line.rule',
        'known.rule_uk',
        'known.rule_en',
        'line.year',
        'line.month',
        lastOfMonth(eb.ref('line.year'), eb.ref('line.month')).as('period_end'),
        sumOfMoney(eb.ref('line.expected')).as('expected_uah'),
        sumOfMoney(eb.ref('line.found')).as('found_uah'),
        minus(sumOfMoney(eb.ref('line.found')), sumOfMoney(eb.ref('line.expected'))).as('difference_uah'),
        countOf().as('lines'),
        countWhere(eb('line.found', '!=', eb.ref('line.expected'))).as('lines_off'),
        'known.is_blocking',
      ])
      .groupBy([
        'line.city',
        'line.rule',
        'known.rule_uk',
        'known.rule_en',
        'line.year',
        'line.month',
        'known.is_blocking',
      ])
      .orderBy('line.city')
      .orderBy('line.rule')
      .orderBy('line.year')
      .orderBy('line.month')
  },
  audits: {
    reconciles: {
      describe: {
        uk: 'Усе, що звіряє одного видавця, сходиться до копійки',
        en: 'Whatever holds one publisher against itself agrees to the kopiyka',
      },
      faults: db =>
        db
          .selectFrom('budget_reconciliation')
          .selectAll()
          .where('is_blocking', '=', true)
          .where('lines_off', '>', 0),
    },
    publishers_agree: {
      describe: {
        uk: 'Звірка між видавцями та між бюджетами сходиться',
        en: 'What holds publishers and budgets against each other agrees',
      },
      severity: 'warn',
      faults: db =>
        db
          .selectFrom('budget_reconciliation')
          .selectAll()
          .where('is_blocking', '=', false)
          .where('lines_off', '>', 0),
    },
  },
})

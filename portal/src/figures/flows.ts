import {budgetYears} from '../budget.ts'
import {twoLines} from '../charts/two-lines.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

/** Income against expense, whole years. */
export async function flows(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.flows
  const years = await budgetYears(site)
  const full = years.filter(({months}) => months === 12)
  const last = full.at(-1)
  if (!last || full.length < 2) return null
  const gap = last.income.executed_uah - last.expense.executed_uah
  return figure(site, {
    name: 'flows',
    title: (gap < 0 ? words.more : words.less)(last.year, f.money(Math.abs(gap))),
    subtitle: words.sub(site.text(city.name_of)),
    description: words.alt(
      full
        .map(row =>
          words.altRow(row.year, f.money(row.income.executed_uah, 0), f.money(row.expense.executed_uah, 0)),
        )
        .join('; '),
    ),
    draw: width =>
      twoLines(
        full.map(row => ({
          at: row.year,
          first: row.expense.executed_uah / 1e6,
          second: row.income.executed_uah / 1e6,
        })),
        {
          width,
          names: [words.out, words.in],
          value: value => f.number(value),
          ticks: full.map(({year}) => ({at: year, text: String(year)})),
          hasDots: true,
        },
      ),
    table: {
      columns: [
        {key: 'year', label: words.columns.year},
        {key: 'months', label: words.columns.months, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'income_uah', label: words.columns.in, isNumber: true, text: (v: number) => f.millions(v)},
        {key: 'expense_uah', label: words.columns.out, isNumber: true, text: (v: number) => f.millions(v)},
        {key: 'gap_uah', label: words.columns.gap, isNumber: true, text: (v: number) => f.signed(v / 1e6)},
      ],
      rows: years.map(({year, months, income, expense}) => ({
        year,
        months,
        income_uah: income.executed_uah,
        expense_uah: expense.executed_uah,
        gap_uah: income.executed_uah - expense.executed_uah,
      })),
    },
    sql: `SELECT year, max(months) AS months,
       sum(executed_uah) FILTER (WHERE flow = 'income') AS income_uah,
       sum(executed_uah) FILTER (WHERE flow = 'expense') AS expense_uah
FROM   budget_totals
WHERE  city = '${city.id}'
GROUP BY year ORDER BY year`,
    rows: {table: 'budget_totals', where: {city: city.id}},
    datasets: ['budget-expenses', 'budget-incomes'],
    asOf: `${last.year}-12-31`,
    parameters: {},
  })
}

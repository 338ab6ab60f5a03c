import {budgetYears} from '../budget.ts'
import {planArrows} from '../charts/plan-arrows.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

/** How the plan of each whole year moved between January and December, and what was spent of it. */
export async function plan(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.plan
  const years = (await budgetYears(site)).flatMap(({year, months, expense}) => {
    const january = expense.plan_january_uah
    return months === 12 && january !== null ? [{year, expense, january}] : []
  })
  const last = years.at(-1)
  if (!last) return null
  const rows = years.map(({year, expense, january}) => ({
    year,
    plan_january_uah: january,
    plan_amended_uah: expense.plan_amended_uah,
    change: expense.plan_amended_uah / january - 1,
    executed_uah: expense.executed_uah,
    executed_share: expense.executed_uah / expense.plan_amended_uah,
  }))
  const change = rows.at(-1)!.change
  return figure(site, {
    name: 'plan',
    title: (change >= 0 ? words.up : words.down)(last.year, f.percent(Math.abs(change), 0)),
    subtitle: words.sub(site.text(city.name_of)),
    description: words.alt(
      rows
        .map(row =>
          words.altRow(
            row.year,
            f.money(row.plan_january_uah, 0),
            f.money(row.plan_amended_uah, 0),
            f.money(row.executed_uah, 0),
          ),
        )
        .join('; '),
    ),
    draw: width =>
      planArrows(
        rows.map(row => ({
          year: row.year,
          januaryMillions: row.plan_january_uah / 1e6,
          amendedMillions: row.plan_amended_uah / 1e6,
          executedMillions: row.executed_uah / 1e6,
        })),
        {width, f, words},
      ),
    table: {
      columns: [
        {key: 'year', label: words.columns.year},
        {
          key: 'plan_january_uah',
          label: words.columns.january,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {
          key: 'plan_amended_uah',
          label: words.columns.amended,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {key: 'change', label: words.columns.change, isNumber: true, text: (v: number) => f.change(v)},
        {
          key: 'executed_uah',
          label: words.columns.executed,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {
          key: 'executed_share',
          label: words.columns.ofPlan,
          isNumber: true,
          text: (v: number) => f.number(v * 100, 1),
        },
      ],
      rows,
    },
    note: words.note,
    sql: `SELECT year, plan_january_uah, plan_amended_uah, executed_uah
FROM   budget_totals
WHERE  city = '${city.id}' AND flow = 'expense' AND months = 12
ORDER BY year`,
    rows: {table: 'budget_totals', where: {city: city.id, flow: 'expense'}},
    datasets: ['budget-expenses'],
    asOf: `${last.year}-12-31`,
    parameters: {},
  })
}

import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

type Row = {
  year: number
  incomes_uah: number
  expenses_uah: number
  credits_uah: number
  debt_financing_uah: number
  balance_financing_uah: number
  residual_uah: number
}

export const identityRows = (site: Site): Promise<Row[]> =>
  site.rows<Row>('budget_balance', {
    where: [
      ['city', '=', site.city.id],
      ['month', '=', 12],
    ],
    order: ['year'],
  })

/** The December identity of every whole year: what came in, went out and was moved adds up to nothing. */
export async function identity(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.identity
  const rows = await identityRows(site)
  if (rows.length === 0) return null
  const worst = Math.max(...rows.map(row => Math.abs(row.residual_uah)))
  const years = rows.map(row => row.year)
  const money = (key: keyof Row, label: string) => ({
    key,
    label,
    isNumber: true,
    text: (v: number) => f.millions(v),
  })
  return figure(site, {
    name: 'identity',
    title:
      worst < 0.005
        ? words.exact(`${Math.min(...years)}–${Math.max(...years)}`)
        : words.off(f.unit(worst, wordFor(t.unit, 'uah'), 2)),
    subtitle: words.sub,
    description: '',
    draw: null,
    table: {
      columns: [
        {key: 'year', label: words.columns.year},
        money('incomes_uah', words.columns.incomes),
        money('expenses_uah', words.columns.expenses),
        money('credits_uah', words.columns.credits),
        money('debt_financing_uah', words.columns.debt),
        money('balance_financing_uah', words.columns.balance),
        {
          key: 'residual_uah',
          label: words.columns.residual,
          isNumber: true,
          text: (v: number) => f.number(v, 2),
        },
      ],
      rows,
    },
    sql: `SELECT year, incomes_uah, expenses_uah, credits_uah, debt_financing_uah, balance_financing_uah, residual_uah
FROM   budget_balance
WHERE  city = '${city.id}' AND month = 12
ORDER BY year`,
    rows: {table: 'budget_balance', where: {city: city.id, month: 12}},
    datasets: ['budget-expenses', 'budget-incomes', 'budget-financing', 'budget-credits'],
    asOf: `${Math.max(...years)}-12-31`,
    parameters: {},
  })
}

import {sum} from '../budget.ts'
import {labelledBars} from '../charts/labelled-bars.ts'
import {lastDay, periodText} from '../period.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

export type IncomeRow = {kind: string; plan_amended_uah: number | null; executed_cumulative_uah: number}

export const incomeRows = (site: Site, year: number, month: number): Promise<IncomeRow[]> =>
  site.rows<IncomeRow>('budget_incomes', {
    select: ['kind', 'plan_amended_uah', 'executed_cumulative_uah'],
    where: [
      ['city', '=', site.city.id],
      ['year', '=', year],
      ['month', '=', month],
    ],
  })

/** Where the money came from, by kind of income. */
export async function incomes(
  site: Site,
  {year, months}: {year: number; months: number},
): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.incomes
  const found = await incomeRows(site, year, months)
  const total = sum(found, row => row.executed_cumulative_uah)
  if (total <= 0) return null
  const rows = [...new Set(found.map(row => row.kind))]
    .map(kind => {
      const of = found.filter(row => row.kind === kind)
      const received = sum(of, row => row.executed_cumulative_uah)
      const plan = sum(of, row => row.plan_amended_uah ?? 0)
      return {
        kind,
        received_uah: received,
        share: received / total,
        plan_amended_uah: plan,
        executed_share: plan > 0 ? received / plan : null,
      }
    })
    .sort((a, b) => b.received_uah - a.received_uah)
  const top = rows[0]!
  const span = periodText(f, year, months)
  const name = (kind: string) => wordFor(t.budget.kinds, kind)
  return figure(site, {
    name: 'incomes',
    title: words.finding(f.number(top.share * 100), words.kindWords[top.kind] ?? name(top.kind)),
    subtitle: words.sub(span, site.text(city.name_of)),
    description: words.alt(
      rows.map(row => `${name(row.kind)} ${f.money(row.received_uah)}, ${f.percent(row.share)}`).join('; '),
    ),
    draw: width =>
      labelledBars(
        rows.map(row => ({
          name: name(row.kind),
          value: row.received_uah / 1e6,
          text: f.millions(row.received_uah),
          note: f.percent(row.share, 0),
          tick: row.plan_amended_uah / 1e6,
          colour: row === top ? 'var(--accent)' : 'var(--s4)',
        })),
        {width},
      ),
    table: {
      columns: [
        {key: 'kind', label: words.columns.kind, text: (v: string) => name(v)},
        {
          key: 'received_uah',
          label: words.columns.received,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {key: 'share', label: words.columns.share, isNumber: true, text: (v: number) => f.percent(v)},
        {
          key: 'plan_amended_uah',
          label: words.columns.plan,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {
          key: 'executed_share',
          label: words.columns.ofPlan,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v * 100, 1)),
        },
      ],
      rows,
      total: {
        kind: t.figure.total,
        received_uah: total,
        share: 1,
        plan_amended_uah: sum(rows, row => row.plan_amended_uah),
        executed_share: total / sum(rows, row => row.plan_amended_uah),
      },
    },
    sql: `SELECT kind, sum(executed_cumulative_uah) AS received_uah, sum(plan_amended_uah) AS plan_amended_uah
FROM   budget_incomes
WHERE  city = '${city.id}' AND year = ${year} AND month = ${months}
GROUP BY kind ORDER BY received_uah DESC`,
    rows: {table: 'budget_incomes', where: {city: city.id, year, month: months}},
    datasets: ['budget-incomes'],
    asOf: lastDay(year, months),
    parameters: {year},
  })
}

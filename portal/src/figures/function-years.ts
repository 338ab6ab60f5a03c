import {budgetPrograms, groupColours, groupKeys, groupOf, planOf, shareOf, sum} from '../budget.ts'
import {yearMultiples} from '../charts/year-multiples.ts'
import {lastDay, yearsText} from '../period.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

/** Plan as last amended against what was spent, by group of functions and year. */
export async function functionYears(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.functionYears
  const programs = (await budgetPrograms(site)).filter(row => row.months === 12)
  if (programs.length === 0) return null
  const years = [...new Set(programs.map(row => row.year))].sort()
  const rows = groupKeys.flatMap(group =>
    years.flatMap(year => {
      const of = programs.filter(row => row.year === year && groupOf(row) === group)
      if (of.length === 0) return []
      const plan = planOf(of)
      const executed = sum(of, row => row.executed_uah)
      return [
        {
          group,
          year,
          plan_amended_uah: plan,
          executed_uah: executed,
          executed_share: shareOf(executed, plan),
        },
      ]
    }),
  )
  const order = groupKeys
    .filter(group => rows.some(row => row.group === group))
    .sort(
      (a, b) =>
        sum(
          rows.filter(row => row.group === b),
          row => row.executed_uah,
        ) -
        sum(
          rows.filter(row => row.group === a),
          row => row.executed_uah,
        ),
    )
  const lowest = rows
    .filter(row => row.year === years.at(-1) && row.executed_share !== null)
    .sort((a, b) => a.executed_share! - b.executed_share!)[0]
  const name = (group: string) => wordFor(t.budget.groups, group)
  return figure(site, {
    name: 'function-years',
    title: lowest
      ? words.finding(lowest.year, name(lowest.group), f.percent(lowest.executed_share!))
      : words.measure,
    subtitle: words.sub(site.text(city.name_of), yearsText(years)),
    description: words.alt(
      order
        .map(group => {
          const values = rows.filter(row => row.group === group).map(row => row.executed_uah)
          return words.altPart(
            name(group),
            f.millions(Math.min(...values), 0),
            f.millions(Math.max(...values), 0),
          )
        })
        .join('; '),
    ),
    draw: width =>
      yearMultiples(
        rows.map(row => ({
          group: name(row.group),
          year: row.year,
          executedMillions: row.executed_uah / 1e6,
          planMillions: row.plan_amended_uah === null ? null : row.plan_amended_uah / 1e6,
        })),
        order.map(group => ({name: name(group), colour: groupColours[group]})),
        {width, f},
      ),
    table: {
      columns: [
        {
          key: 'group',
          label: words.columns.group,
          text: (v: string) => name(v),
          swatch: row => groupColours[row.group as keyof typeof groupColours],
        },
        {key: 'year', label: words.columns.year, isNumber: true, text: (v: number) => String(v)},
        {
          key: 'plan_amended_uah',
          label: words.columns.plan,
          isNumber: true,
          text: (v: number | null) => (v === null ? t.state.unknown : f.millions(v)),
        },
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
          text: (v: number | null) => (v === null ? '–' : f.number(v * 100, 1)),
        },
      ],
      rows: order.flatMap(group => rows.filter(row => row.group === group)),
    },
    sql: `SELECT division, kfk = '0180' AS is_transfer, year,
       sum(plan_amended_uah) AS plan_amended_uah, sum(executed_uah) AS executed_uah
FROM   budget_programs
WHERE  city = '${city.id}' AND months = 12
GROUP BY division, is_transfer, year ORDER BY division, year`,
    rows: {table: 'budget_yearly', where: {city: city.id}},
    datasets: ['budget-programs'],
    asOf: lastDay(years.at(-1)!, 12),
    parameters: {},
  })
}

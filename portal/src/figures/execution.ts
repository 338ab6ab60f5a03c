import {sum} from '../budget.ts'
import {executionBars} from '../charts/execution-bars.ts'
import {lastDay, periodText} from '../period.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

export type EconomicRow = {
  months: number
  economic_group: string
  kekv: string
  kekv_name: string | null
  kekv_name_en?: string | null
  plan_amended_uah: number
  executed_uah: number
}

export const economicRows = (site: Site, year: number): Promise<EconomicRow[]> =>
  site.rows<EconomicRow>('budget_economic', {
    where: [
      ['city', '=', site.city.id],
      ['year', '=', year],
    ],
  })

/** How much of the year's plan each economic group has spent, with the even pace where the year is not over. */
export async function execution(site: Site, {year}: {year: number}): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.execution
  const economic = await economicRows(site, year)
  if (economic.length === 0) return null
  const months = Math.max(...economic.map(row => row.months))
  const groups = [...new Set(economic.map(row => row.economic_group))]
    .map(group => {
      const of = economic.filter(row => row.economic_group === group)
      const plan = sum(of, row => row.plan_amended_uah)
      const executed = sum(of, row => row.executed_uah)
      return {
        group,
        plan_amended_uah: plan,
        executed_uah: executed,
        executed_share: plan > 0 ? executed / plan : null,
        share: 0,
      }
    })
    .sort((a, b) => b.plan_amended_uah - a.plan_amended_uah)
  const plan = sum(groups, row => row.plan_amended_uah)
  const executed = sum(groups, row => row.executed_uah)
  for (const row of groups) row.share = row.executed_uah / executed
  // A group of next to nothing is not news, whatever its share.
  const lowest = groups
    .filter(row => row.executed_share !== null && row.plan_amended_uah > plan * 0.03)
    .sort((a, b) => a.executed_share! - b.executed_share!)[0]!
  const pace = months < 12 ? months / 12 : null
  const name = (group: string) => wordFor(t.budget.economic, group)
  const day = lastDay(year, months)
  const [total, low] = [f.percent(executed / plan, 0), f.percent(lowest.executed_share ?? 0, 0)]
  return figure(site, {
    name: 'execution',
    title:
      pace === null
        ? words.findingYear(year, total, name(lowest.group), low)
        : words.findingPart(periodText(f, year, months), total, name(lowest.group), low),
    subtitle: words.sub(f.longDate(day), site.text(city.name_of)),
    description: words.alt(
      f.percent(executed / plan),
      groups
        .map(row => `${name(row.group)} ${row.executed_share === null ? '–' : f.percent(row.executed_share)}`)
        .join('; '),
      pace === null ? '' : words.altPace(f.percent(pace, 0)),
    ),
    draw: width =>
      executionBars(
        [
          {name: words.total, executedMillions: executed / 1e6, planMillions: plan / 1e6, role: 'total'},
          ...groups.map(row => ({
            name: name(row.group),
            executedMillions: row.executed_uah / 1e6,
            planMillions: row.plan_amended_uah / 1e6,
            role: row === lowest ? ('marked' as const) : ('plain' as const),
          })),
        ],
        {width, f, pace, paceLabel: words.pace(f.percent(pace ?? 1, 0)), ofWord: words.of},
      ),
    table: {
      columns: [
        {
          key: 'group',
          label: words.columns.group,
          text: (v: string) => name(v),
          href: row =>
            site.href(
              '/budget',
              {city: city.id === site.home.id ? null : city.id, year, group: String(row.group)},
              'codes',
            ),
        },
        {
          key: 'plan_amended_uah',
          label: words.columns.plan,
          isNumber: true,
          text: (v: number) => f.millions(v),
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
        {key: 'share', label: words.columns.share, isNumber: true, text: (v: number) => f.percent(v)},
      ],
      rows: groups,
      total: {
        group: t.figure.total,
        plan_amended_uah: plan,
        executed_uah: executed,
        executed_share: executed / plan,
        share: 1,
      },
    },
    ...(pace === null ? {} : {note: t.budget.paceNote}),
    sql: `SELECT economic_group, sum(plan_amended_uah) AS plan_amended_uah, sum(executed_uah) AS executed_uah
FROM   budget_economic
WHERE  city = '${city.id}' AND year = ${year}
GROUP BY economic_group ORDER BY plan_amended_uah DESC`,
    rows: {table: 'budget_economic', where: {city: city.id, year}},
    datasets: ['budget-expenses'],
    asOf: day,
    parameters: {year},
  })
}

import {budgetPrograms, groupColours, groupKeys, groupOf, planOf, shareOf, sum} from '../budget.ts'
import {treemap} from '../charts/treemap.ts'
import {lastDay, periodText} from '../period.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

/** Where a year's money went, by function: a treemap of two levels. Null where the year has no such breakdown. */
export async function functions(site: Site, {year}: {year: number}): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.functions
  const programs = (await budgetPrograms(site)).filter(row => row.year === year)
  const total = sum(programs, row => row.executed_uah)
  if (total <= 0) return null
  const months = Math.max(...programs.map(row => row.months))

  const kfks = [...new Set(programs.map(row => row.kfk))].map(kfk => {
    const rows = programs.filter(row => row.kfk === kfk)
    const executed = sum(rows, row => row.executed_uah)
    const plan = planOf(rows)
    const first = rows[0]!
    return {kfk, name: first.kfk_name ?? kfk, group: groupOf(first), executed, plan}
  })
  const groups = groupKeys
    .map(key => {
      const of = kfks.filter(row => row.group === key).sort((a, b) => b.executed - a.executed)
      return {key, of, executed: sum(of, row => row.executed)}
    })
    .filter(group => group.executed > 0)
    .sort((a, b) => b.executed - a.executed)
  const drawn = groups.map(group => ({
    name: wordFor(t.budget.groups, group.key),
    colour: groupColours[group.key],
    millions: group.executed / 1e6,
    share: group.executed / total,
    children: group.of.map(row => ({name: t.kfk[row.kfk] ?? row.name, millions: row.executed / 1e6})),
  }))

  const top = groups.find(group => group.key !== 'transfers') ?? groups[0]!
  const share = top.executed / total
  const every = words.every[Math.round(1 / share)]
  const isEvery = every && Math.abs(share * Math.round(1 / share) - 1) < 0.08
  const on = wordFor(t.budget.groupsFor, top.key)
  return figure(site, {
    name: 'functions',
    title: isEvery ? words.findingEvery(every, on) : words.findingMost(on, f.percent(share, 0)),
    subtitle: words.sub(periodText(f, year, months), site.text(city.name_of)),
    description: words.alt(
      drawn.map(group => `${group.name} ${f.number(group.millions, 1)} ${f.writing.million}`).join('; '),
      `${wordFor(t.budget.groups, top.key)}, ${f.money(top.executed)}, ${f.percent(share, 0)}`,
    ),
    draw: width => treemap(drawn, {width, f}),
    table: {
      columns: [
        {
          key: 'kfk',
          label: words.columns.kfk,
          text: (v: string, row) => `${v} ${row.name}`,
          lang: 'uk',
          swatch: row => groupColours[row.group as keyof typeof groupColours],
        },
        {key: 'name', label: 'name', isHidden: true},
        {key: 'group', label: 'group', isHidden: true},
        {
          key: 'executed_uah',
          label: words.columns.executed,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {
          key: 'share',
          label: words.columns.from100,
          isNumber: true,
          text: (v: number) => f.number(v * 100, 1),
        },
        {
          key: 'plan_amended_uah',
          label: words.columns.plan,
          isNumber: true,
          text: (v: number | null) => (v === null ? t.state.unknown : f.millions(v)),
        },
        {
          key: 'executed_share',
          label: words.columns.ofPlan,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v * 100, 1)),
        },
      ],
      rows: groups.flatMap(group =>
        group.of.map(row => ({
          kfk: row.kfk,
          name: row.name,
          group: row.group,
          executed_uah: row.executed,
          share: row.executed / total,
          plan_amended_uah: row.plan,
          executed_share: shareOf(row.executed, row.plan),
        })),
      ),
      total: {
        kfk: t.figure.total,
        name: '',
        executed_uah: total,
        share: 1,
        plan_amended_uah: planOf(programs),
        executed_share: shareOf(total, planOf(programs)),
      },
    },
    sql: `SELECT kfk, sum(executed_uah) AS executed_uah, sum(plan_amended_uah) AS plan_amended_uah
FROM   budget_programs
WHERE  city = '${city.id}' AND year = ${year}
GROUP BY kfk ORDER BY executed_uah DESC`,
    rows: {table: 'budget_programs', where: {city: city.id, year}},
    datasets: ['budget-programs'],
    asOf: lastDay(year, months),
    parameters: {year},
  })
}

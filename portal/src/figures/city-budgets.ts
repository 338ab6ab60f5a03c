import {budgetPrograms, budgetYears, groupOf, sum} from '../budget.ts'
import {labelledBars} from '../charts/labelled-bars.ts'
import {hasSubject} from '../sections.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

/** Budgets of all loaded cities in one whole year: per resident where residents are known, otherwise by share. */
export async function cityBudgets(site: Site, {year}: {year: number}): Promise<Figure | null> {
  const {f, t} = site
  const words = t.figures.cities
  const catalog = {datasets: site.datasets, tables: [...site.tables.values()]}
  const cities = site.cities.filter(city => hasSubject(catalog, 'budget', city.id))
  if (cities.length < 2) return null
  const found = await Promise.all(
    cities.map(async city => {
      const budget = (await budgetYears(site, city.id)).find(row => row.year === year && row.months === 12)
      if (!budget) return null
      const programs = (await budgetPrograms(site, city.id)).filter(
        row => row.year === year && row.months === 12,
      )
      const all = sum(programs, row => row.executed_uah)
      const of = (group: string) =>
        all > 0
          ? sum(
              programs.filter(row => groupOf(row) === group),
              row => row.executed_uah,
            ) / all
          : null
      const residents = residentsOf(city.population, year)
      return {
        city: city.id,
        name: site.text(city.name),
        income_uah: budget.income.executed_uah,
        expense_uah: budget.expense.executed_uah,
        executed_share: budget.expense.executed_uah / budget.expense.plan_amended_uah,
        residents: residents?.residents ?? null,
        residents_year: residents?.year ?? null,
        expense_per_resident_uah: residents ? budget.expense.executed_uah / residents.residents : null,
        education_share: of('education'),
        transfers_share: of('transfers'),
      }
    }),
  )
  const rows = found.filter(row => row !== null)
  if (rows.length < 2) return null
  const perResident = rows.every(row => row.expense_per_resident_uah !== null)
  const value = (row: (typeof rows)[number]) =>
    perResident ? row.expense_per_resident_uah! / 1000 : (row.education_share ?? 0) * 100
  const text = (row: (typeof rows)[number]) =>
    perResident ? f.number(value(row), 1) : f.percent(row.education_share ?? 0)
  const shown = rows.find(row => row.city === site.city.id) ?? rows[0]!
  return figure(site, {
    name: 'city-budgets',
    title: perResident
      ? words.finding(year, shown.name, f.unit(value(shown), wordFor(t.unit, 'thousandUah'), 1))
      : words.shares(year),
    subtitle: perResident ? words.sub(year) : words.subShares(year),
    description: words.alt(rows.map(row => `${row.name} ${text(row)}`).join('; ')),
    draw: width =>
      labelledBars(
        rows.map(row => ({
          name: row.name,
          value: value(row),
          text: text(row),
          colour: row === shown ? 'var(--accent)' : 'var(--c0)',
        })),
        {width},
      ),
    table: {
      columns: [
        {
          key: 'city',
          label: words.columns.city,
          text: (_: string, row) => String(row.name),
          href: row =>
            site.href('/budget', {city: row.city === site.home.id ? null : String(row.city), year}),
        },
        {key: 'income_uah', label: words.columns.income, isNumber: true, text: (v: number) => f.millions(v)},
        {
          key: 'expense_uah',
          label: words.columns.expense,
          isNumber: true,
          text: (v: number) => f.millions(v),
        },
        {
          key: 'executed_share',
          label: words.columns.ofPlan,
          isNumber: true,
          text: (v: number) => f.number(v * 100, 1),
        },
        {
          key: 'residents',
          label: words.columns.residents,
          isNumber: true,
          text: (v: number | null) => (v === null ? t.state.unknown : f.number(v)),
        },
        {
          key: 'residents_year',
          label: words.columns.residentsYear,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : String(v)),
        },
        {
          key: 'expense_per_resident_uah',
          label: words.columns.perResident,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v)),
        },
        {
          key: 'education_share',
          label: words.columns.education,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v * 100, 1)),
        },
        {
          key: 'transfers_share',
          label: words.columns.transfers,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v * 100, 1)),
        },
      ],
      rows,
    },
    note: rows.some(row => row.city === 'kyiv') ? words.note : words.noteShort,
    sql: `SELECT t.city, t.executed_uah AS expense_uah, c.residents, c.residents_year,
       t.executed_uah / c.residents AS expense_per_resident_uah
FROM   budget_totals t JOIN cities c USING (city)
WHERE  t.year = ${year} AND t.flow = 'expense' AND t.months = 12`,
    rows: {table: 'budget_totals', where: {year}},
    datasets: ['budget-expenses'],
    cities: rows.map(row => row.city),
    asOf: `${year}-12-31`,
    parameters: {year},
  })
}

/** The estimate nearest to a year, later ones only where no earlier one is known. */
export function residentsOf(population: {year: number; residents: number}[], year: number) {
  return (
    [...population].sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year)[0] ??
    null
  )
}

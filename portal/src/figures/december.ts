import {decemberBars} from '../charts/december-bars.ts'
import {yearsText} from '../period.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Row = {year: number; month: number; executed_month_uah: number}

/** December against the mean of January to November, for every whole year of the city's budget. */
export async function december(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.december
  const all = await site.rows<Row>('budget_monthly', {
    select: ['year', 'month', 'executed_month_uah'],
    where: [
      ['city', '=', city.id],
      ['flow', '=', 'expense'],
    ],
    order: ['year', 'month'],
  })
  const years = [...new Set(all.map(row => row.year))].filter(
    year => all.filter(row => row.year === year).length === 12,
  )
  if (years.length === 0) return null
  const months = all
    .filter(row => years.includes(row.year))
    .map(({year, month, executed_month_uah}) => ({year, month, millions: executed_month_uah / 1e6}))
  const rows = years.map(year => {
    const ofYear = months.filter(row => row.year === year)
    const last = ofYear.find(row => row.month === 12)!.millions
    const mean = ofYear.filter(row => row.month < 12).reduce((sum, row) => sum + row.millions, 0) / 11
    return {year, december: last, mean, times: last / mean, share: last / (last + mean * 11)}
  })
  const times = rows.map(row => row.times)
  const low = f.number(Math.min(...times), 1)
  const high = f.number(Math.max(...times), 1)
  const name = site.text(city.name_of)
  return figure(site, {
    name: 'december',
    title:
      Math.min(...times) >= 1.3
        ? words.finding(low === high ? low : `${low}\u2060–\u2060${high}`)
        : words.measure,
    subtitle: words.sub(name, yearsText(years)),
    description: words.alt(
      yearsText(years),
      rows.map(row => `${row.year} – ${f.number(row.december)}`).join(', '),
      rows.map(row => `${row.year} – ${f.number(row.mean)}`).join(', '),
    ),
    draw: width =>
      decemberBars(
        months,
        rows.map(row => ({year: row.year, millions: row.mean})),
        {width, f, meanLabel: words.meanLabel},
      ),
    table: {
      columns: [
        {key: 'year', label: words.columns.year},
        {key: 'december', label: words.columns.december, isNumber: true, text: (v: number) => f.number(v, 1)},
        {key: 'mean', label: words.columns.mean, isNumber: true, text: (v: number) => f.number(v, 1)},
        {key: 'times', label: words.columns.times, isNumber: true, text: (v: number) => f.number(v, 2)},
        {key: 'share', label: words.columns.share, isNumber: true, text: (v: number) => f.percent(v)},
      ],
      rows,
    },
    note: words.note,
    sql: `SELECT year,
       sum(executed_month_uah) FILTER (WHERE month = 12) / 1e6 AS december,
       avg(executed_month_uah) FILTER (WHERE month < 12) / 1e6 AS mean
FROM   budget_monthly
WHERE  city = '${city.id}' AND flow = 'expense' AND year <= ${Math.max(...years)}
GROUP BY year ORDER BY year`,
    rows: {table: 'budget_monthly', where: {city: city.id, flow: 'expense'}},
    datasets: ['budget-expenses'],
    asOf: `${Math.max(...years)}-12-31`,
    parameters: {},
  })
}

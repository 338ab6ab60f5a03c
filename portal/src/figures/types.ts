import {sum} from '../budget.ts'
import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {appealMonthRows, appealMonths, mainMonths} from './appeal-flow.ts'
import {type Figure, figure} from './figure.ts'

/** Appeals by category; those beyond the tenth are added up. */
export async function types(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.types
  const main = new Set(mainMonths(await appealMonths(site)).map(({month}) => month))
  const months = (await appealMonthRows(site)).filter(row => main.has(row.month))
  if (months.length === 0) return null
  const total = sum(months, row => row.received)
  const rows = [...new Set(months.map(row => row.category))]
    .map(category => {
      const of = months.filter(row => row.category === category)
      const received = sum(of, row => row.received)
      return {category, received, share: received / total, closed: sum(of, row => row.closed)}
    })
    .sort((a, b) => b.received - a.received)
  const shown = rows.slice(0, 10)
  const others = rows.slice(10)
  const first = months[0]!
  const span = `${f.month(first.month)} – ${f.month(months.at(-1)!.month)}`
  return figure(site, {
    name: 'types',
    title: words.finding(f.percent(rows[0]!.share, 0), rows[0]!.category),
    subtitle: words.sub(span, site.text(city.name)),
    description: words.alt(
      shown.map(row => `${row.category} ${f.number(row.received)}, ${f.percent(row.share)}`).join('; '),
    ),
    draw: width =>
      labelledBars(
        [
          ...shown.map((row, i) => ({
            name: row.category,
            value: row.received,
            text: f.number(row.received),
            note: f.percent(row.share, 0),
            colour: i === 0 ? 'var(--accent)' : 'var(--s4)',
          })),
          ...(others.length > 0
            ? [
                {
                  name: words.others(f.number(others.length)),
                  value: sum(others, row => row.received),
                  text: f.number(sum(others, row => row.received)),
                  note: f.percent(
                    sum(others, row => row.share),
                    0,
                  ),
                  colour: 'var(--c0)',
                },
              ]
            : []),
        ],
        {width},
      ),
    table: {
      columns: [
        {key: 'category', label: words.columns.category, lang: city.country === 'UA' ? 'uk' : 'en'},
        {key: 'received', label: words.columns.received, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'share', label: words.columns.share, isNumber: true, text: (v: number) => f.percent(v)},
        {key: 'closed', label: words.columns.closed, isNumber: true, text: (v: number) => f.number(v)},
      ],
      rows,
      total: {category: t.figure.total, received: total, share: 1, closed: sum(rows, row => row.closed)},
    },
    sql: `SELECT category, sum(received) AS received, sum(closed) AS closed
FROM   appeals_monthly
WHERE  city = '${city.id}' AND month BETWEEN '${first.month}' AND '${months.at(-1)!.month}'
GROUP BY category ORDER BY received DESC`,
    rows: {table: 'appeals_monthly', where: {city: city.id}},
    datasets: ['appeals'],
    asOf: null,
    parameters: {},
  })
}

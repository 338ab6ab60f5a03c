import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

const halfYear = 182

/** When a city's appeals were last seen: the newest thing that happened in the file. */
export async function appealsSeen(site: Site): Promise<string | null> {
  const newest = async (column: 'received_at' | 'closed_at') =>
    (
      await site.rows<Record<string, string>>('appeals', {
        select: [column],
        where: [
          ['city', '=', site.city.id],
          [column, 'is not null'],
        ],
        order: [`-${column}`],
        limit: 1,
      })
    )[0]?.[column] ?? ''
  return [await newest('received_at'), await newest('closed_at')].sort().at(-1) || null
}

/** How long open appeals have been waiting. */
export async function queue(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.queue
  const known = await site.rows<{
    from_days: number
    to_days: number | null
    appeals: number
    seen_at: string
  }>('appeals_backlog', {where: [['city', '=', city.id]], order: ['from_days']})
  if (known.length === 0) return null
  const {seen_at} = known[0]!
  const open = known.reduce((sum, {appeals}) => sum + appeals, 0)
  const rows = known.map(({to_days, appeals}, i) => ({
    age: words.bands[i]!,
    days_to: to_days,
    appeals,
    share: appeals / open,
  }))
  const old =
    known.reduce((sum, {from_days, appeals}) => sum + (from_days >= halfYear ? appeals : 0), 0) / open
  return figure(site, {
    name: 'queue',
    title:
      old >= 0.44 && old < 0.5 ? words.half : old >= 0.1 ? words.finding(f.percent(old, 0)) : words.measure,
    subtitle: words.sub(f.date(seen_at), site.text(city.name)),
    description: words.alt(rows.map(row => `${row.age} ${f.number(row.appeals)}`).join('; ')),
    draw: width =>
      labelledBars(
        rows.map((row, i) => ({
          name: row.age,
          value: row.appeals,
          text: f.number(row.appeals),
          note: f.percent(row.share, 0),
          colour: `var(--s${i + 3})`,
        })),
        {width},
      ),
    table: {
      columns: [
        {key: 'age', label: words.columns.age},
        {key: 'days_to', label: 'days_to', isHidden: true},
        {key: 'appeals', label: words.columns.appeals, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'share', label: words.columns.share, isNumber: true, text: (v: number) => f.percent(v)},
      ],
      rows,
      total: {age: t.figure.total, appeals: open, share: 1},
    },
    sql: `SELECT from_days, to_days, appeals, share
FROM   appeals_backlog
WHERE  city = '${city.id}'
ORDER BY from_days`,
    rows: {table: 'appeals_backlog', where: {city: city.id}},
    datasets: ['appeals'],
    asOf: seen_at,
    parameters: {},
  })
}

import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

const day = 86_400_000
/** Upper ends of the age bands, in days; the last one is open. */
const bands = [30, 91, 182, 273, Infinity]

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
  const seen = await appealsSeen(site)
  if (seen === null) return null
  const open = await site.rows<{received_at: string}>('appeals', {
    select: ['received_at'],
    where: [
      ['city', '=', city.id],
      ['status', '=', 'open'],
    ],
  })
  if (open.length === 0) return null
  const ages = open.map(row => (Date.parse(seen) - Date.parse(row.received_at)) / day)
  const rows = bands.map((to, i) => {
    const appeals = ages.filter(age => age < to && age >= (bands[i - 1] ?? -Infinity)).length
    return {
      age: words.bands[i]!,
      days_to: Number.isFinite(to) ? to : null,
      appeals,
      share: appeals / open.length,
    }
  })
  const old = ages.filter(age => age >= 182).length / open.length
  return figure(site, {
    name: 'queue',
    title:
      old >= 0.44 && old < 0.5 ? words.half : old >= 0.1 ? words.finding(f.percent(old, 0)) : words.measure,
    subtitle: words.sub(f.date(seen), site.text(city.name)),
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
      total: {age: t.figure.total, appeals: open.length, share: 1},
    },
    sql: `SELECT received_at
FROM   appeals
WHERE  city = '${city.id}' AND status = 'open'`,
    rows: {table: 'appeals', where: {city: city.id, status: 'open'}},
    datasets: ['appeals'],
    asOf: seen,
    parameters: {},
  })
}

import {survivalCurves} from '../charts/survival-curves.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Row = {
  day: number
  share_open: number
  share_open_low: number | null
  share_open_high: number | null
  share_open_closed_only: number
}
export type Duration = {
  category: string
  received: number
  still_open: number
  median_days: number | null
  median_low_days: number | null
  median_high_days: number | null
  p90_days: number | null
  median_days_closed_only: number | null
  open_after_30_days_share: number | null
}

/** By topic; the topic '' is all together. */
export const appealDurations = (site: Site): Promise<Duration[]> =>
  site.rows<Duration>('appeals_durations', {
    where: [
      ['city', '=', site.city.id],
      ['subcategory', '=', ''],
      ['district', '=', ''],
    ],
  })

/** Share of appeals still open after so many days, open ones counted, up to half a year. */
export async function survival(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.survival
  const rows = await site.rows<Row>('appeals_survival', {
    where: [
      ['city', '=', city.id],
      ['day', '<=', 180],
    ],
    order: ['day'],
  })
  const overall = (await appealDurations(site)).find(row => row.category === '')
  if (rows.length < 3 || !overall) return null
  const all = [...rows]
  // The curve begins whole: the table's first row is that of the first closing.
  if (all[0]!.day > 0)
    all.unshift({day: 0, share_open: 1, share_open_low: 1, share_open_high: 1, share_open_closed_only: 1})
  const last = all.at(-1)!
  const marked = all.findLast(row => row.day <= 30)!
  const {median_days: median, median_days_closed_only: closedOnly} = overall
  const inDays = (value: number) =>
    `${f.number(value, 1)}\u00a0${f.plural(Number(value.toFixed(1)), t.count.days)}`
  return figure(site, {
    name: 'survival',
    title:
      median === null
        ? words.findingNone
        : words.finding(inDays(median), closedOnly === null ? '–' : f.number(closedOnly, 1)),
    subtitle: words.sub(site.text(city.name)),
    description: words.alt(
      f.number(marked.day),
      f.percent(marked.share_open),
      f.percent(marked.share_open_closed_only),
      f.number(last.day),
      f.percent(last.share_open),
      f.percent(last.share_open_closed_only),
    ),
    draw: width =>
      survivalCurves(
        all.map(row => ({
          day: row.day,
          open: row.share_open,
          low: row.share_open_low ?? row.share_open,
          high: row.share_open_high ?? row.share_open,
          closedOnly: row.share_open_closed_only,
        })),
        {width, f, markedDay: 30, words},
      ),
    table: {
      columns: [
        {key: 'day', label: words.columns.day, text: (v: number) => f.number(v)},
        {key: 'share_open', label: words.columns.open, isNumber: true, text: (v: number) => f.percent(v)},
        {
          key: 'share_open_low',
          label: words.columns.low,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.percent(v)),
        },
        {
          key: 'share_open_high',
          label: words.columns.high,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.percent(v)),
        },
        {
          key: 'share_open_closed_only',
          label: words.columns.closedOnly,
          isNumber: true,
          text: (v: number) => f.percent(v),
        },
      ],
      rows: [1, 2, 3, 7, 14, 30, 60, 90, 120, 180]
        .filter(day => day <= last.day)
        .map(day => ({...all.findLast(row => row.day <= day)!, day})),
    },
    note: words.note,
    sql: `SELECT day, share_open, share_open_low, share_open_high, share_open_closed_only
FROM   appeals_survival
WHERE  city = '${city.id}' AND day <= 180
ORDER BY day`,
    rows: {table: 'appeals_survival', where: {city: city.id}},
    datasets: ['appeals'],
    asOf: null,
    parameters: {},
  })
}

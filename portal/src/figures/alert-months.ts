import {monthBars} from '../charts/month-bars.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

export type AlertMonth = {month: string; alerts: number; hours: number; night_hours: number}

export const alertMonthRows = async (site: Site): Promise<AlertMonth[]> => {
  const rows = await site.rows<Omit<AlertMonth, 'month'> & {from_date: string}>('alerts_hours', {
    select: ['from_date', 'alerts', 'hours', 'night_hours'],
    where: [
      ['city', '=', site.city.id],
      ['period', '=', 'month'],
    ],
    order: ['from_date'],
  })
  return rows.map(({from_date, ...row}) => ({month: from_date, ...row}))
}

/** End of the newest alert known for a city: after it nothing is known, which is not the same as calm. */
export const alertsSeen = async (site: Site, city = site.city.id): Promise<string | null> =>
  (
    await site.rows<{finished_at: string}>('alerts_merged', {
      select: ['finished_at'],
      where: [['city', '=', city]],
      order: ['-finished_at'],
      limit: 1,
    })
  )[0]?.finished_at ?? null

/** Hours under alert by month. */
export async function alertMonths(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.alertMonths
  const rows = await alertMonthRows(site)
  if (rows.length === 0) return null
  const most = rows.reduce((best, row) => (row.hours > best.hours ? row : best))
  const hours = (value: number) => f.unit(value, wordFor(t.unit, 'hours'))
  const last = rows.at(-1)!
  return figure(site, {
    name: 'alert-months',
    title: words.finding(f.month(most.month), hours(most.hours)),
    subtitle: words.sub(site.text(city.name), `${f.month(rows[0]!.month)} – ${f.month(last.month)}`),
    description: words.alt(
      f.number(Math.min(...rows.map(row => row.hours))),
      f.number(most.hours),
      hours(last.hours),
    ),
    draw: width =>
      monthBars(
        rows.map(row => ({
          year: Number(row.month.slice(0, 4)),
          month: Number(row.month.slice(5, 7)),
          value: row.hours,
          isMarked: row === most,
        })),
        {width, value: value => f.number(value)},
      ),
    table: {
      columns: [
        {key: 'month', label: words.columns.month, text: (v: string) => f.month(v)},
        {key: 'alerts', label: words.columns.alerts, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'hours', label: words.columns.hours, isNumber: true, text: (v: number) => f.number(v, 1)},
        {key: 'night_hours', label: words.columns.night, isNumber: true, text: (v: number) => f.number(v, 1)},
      ],
      rows: rows.map(({month, alerts, hours, night_hours}) => ({month, alerts, hours, night_hours})),
    },
    note: words.note,
    sql: `SELECT from_date AS month, alerts, hours, night_hours
FROM   alerts_hours
WHERE  city = '${city.id}' AND period = 'month'
ORDER BY from_date`,
    rows: {table: 'alerts_hours', where: {city: city.id, period: 'month'}},
    datasets: ['alerts'],
    asOf: await alertsSeen(site),
    parameters: {},
  })
}

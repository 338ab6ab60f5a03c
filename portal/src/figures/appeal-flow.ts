import {sum} from '../budget.ts'
import {twoLines} from '../charts/two-lines.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

export type AppealMonth = {
  month: string
  category: string
  received: number
  closed: number
  open_at_end: number
}

export const appealMonthRows = (site: Site): Promise<AppealMonth[]> =>
  site.rows<AppealMonth>('appeals_monthly', {where: [['city', '=', site.city.id]], order: ['month']})

/** Months of a city's appeals, categories added up, oldest first. */
export async function appealMonths(site: Site): Promise<Omit<AppealMonth, 'category'>[]> {
  const rows = await appealMonthRows(site)
  const months = new Map<string, {month: string; received: number; closed: number; open_at_end: number}>()
  for (const row of rows) {
    const month = months.get(row.month) ?? {month: row.month, received: 0, closed: 0, open_at_end: 0}
    month.received += row.received
    month.closed += row.closed
    months.set(row.month, month)
  }
  // What is open is added up over time, because a category without rows in a month still has open appeals.
  let open = 0
  return [...months.values()]
    .sort((a, b) => a.month.localeCompare(b.month))
    .map(month => {
      open += month.received - month.closed
      return {...month, open_at_end: open}
    })
}

/**
 * The longest run of months in a row in which appeals were really coming in. A file of one year has a few stray
 * appeals of years before, and closings that go on after it; neither is a month like the others.
 */
export function mainMonths<M extends {month: string; received: number}>(months: M[]): M[] {
  const most = Math.max(0, ...months.map(month => month.received))
  let [best, run]: [M[], M[]] = [[], []]
  for (const month of months) {
    const previous = run.at(-1)
    if (month.received < most * 0.05 || month.received === 0) run = []
    else
      run =
        previous && monthNumber(previous.month) === monthNumber(month.month) - 1 ? [...run, month] : [month]
    if (run.length > best.length) best = run
  }
  return best
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** Received and closed by month. */
export async function appealFlow(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.appealFlow
  const all = await appealMonths(site)
  const months = mainMonths(all)
  if (months.length < 2) return null
  const more = months.filter(month => month.received > month.closed).length
  const received = months.map(month => month.received)
  const [first, last] = [months[0]!, months.at(-1)!]
  const outside = sum(all, month => month.received) - sum(months, month => month.received)
  const step = Math.max(1, Math.ceil(months.length / 6))
  return figure(site, {
    name: 'appeal-flow',
    title: more > months.length / 2 ? words.finding(f.number(more), f.number(months.length)) : words.measure,
    subtitle: words.sub(`${f.month(first.month)} – ${f.month(last.month)}`, site.text(city.name)),
    description: words.alt(f.number(Math.min(...received)), f.number(Math.max(...received))),
    draw: width =>
      twoLines(
        months.map(month => ({at: monthNumber(month.month), first: month.received, second: month.closed})),
        {
          width,
          names: [words.in, words.out],
          value: value => f.number(value),
          colours: ['var(--ink)', 'var(--c2)'],
          ticks: months
            .filter((_, i) => i % step === 0)
            .map(({month}) => ({
              at: monthNumber(month),
              text: months.length > 18 ? month.slice(0, 4) : f.monthShort(Number(month.slice(5, 7))),
            })),
        },
      ),
    table: {
      columns: [
        {key: 'month', label: words.columns.month, text: (v: string) => f.month(v)},
        {key: 'received', label: words.columns.received, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'closed', label: words.columns.closed, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'change', label: words.columns.change, isNumber: true, text: (v: number) => f.signed(v, 0)},
        {key: 'open_at_end', label: words.columns.open, isNumber: true, text: (v: number) => f.number(v)},
      ],
      rows: months.map(month => ({...month, change: month.received - month.closed})),
    },
    ...(outside > 0 ? {note: words.outside(f.count(outside, t.count.appeals))} : {}),
    sql: `SELECT month, sum(received) AS received, sum(closed) AS closed
FROM   appeals_monthly
WHERE  city = '${city.id}' AND month BETWEEN '${first.month}' AND '${last.month}'
GROUP BY month ORDER BY month`,
    rows: {table: 'appeals_monthly', where: {city: city.id}},
    datasets: ['appeals'],
    asOf: endOfMonth(last.month),
    parameters: {},
  })
}

const endOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

import {medianDots} from '../charts/median-dots.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'
import {appealDurations} from './survival.ts'

/** Fewer than this many appeals say nothing certain about a median. */
const enough = 30

/** Median time to close by category, with the open ones counted. Categories in the order of their names' appeals. */
export async function medians(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.medians
  const rows = (await appealDurations(site))
    .filter(row => row.category !== '')
    .sort((a, b) => b.received - a.received)
  const comparable = rows.filter(row => row.received >= enough).slice(0, 12)
  if (comparable.length === 0) return null
  const days = (value: number | null) => (value === null ? words.notReached : f.number(value, 1))
  const never = comparable.find(row => row.median_days === null)
  // The axis serves most categories; one that takes ten times as long is named in the table.
  return figure(site, {
    name: 'medians',
    title: never ? words.findingOpen(never.category) : words.measure,
    subtitle: words.sub(site.text(city.name)),
    description: words.alt(
      comparable.map(row => words.altRow(row.category, days(row.median_days))).join('; '),
    ),
    draw: width =>
      medianDots(
        comparable.map(row => ({
          name: row.category,
          median: row.median_days,
          low: row.median_low_days,
          high: row.median_high_days,
          closedOnly: row.median_days_closed_only,
        })),
        {
          width,
          f,
          words: {
            closedOnly: t.figures.survival.closedOnly.toLowerCase(),
            withOpen: t.figures.survival.withOpen.toLowerCase(),
            notReached: words.notReached,
            days: wordFor(t.unit, 'days'),
          },
        },
      ),
    table: {
      columns: [
        {key: 'category', label: words.columns.category, lang: city.country === 'UA' ? 'uk' : 'en'},
        {key: 'received', label: words.columns.received, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'still_open', label: words.columns.open, isNumber: true, text: (v: number) => f.number(v)},
        {
          key: 'median_days',
          label: words.columns.median,
          isNumber: true,
          text: (v: number | null, row) => (Number(row.received) < enough ? words.few : days(v)),
        },
        {
          key: 'median_low_days',
          label: words.columns.interval,
          isNumber: true,
          text: (v: number | null, row) =>
            v === null || row.median_high_days === null || Number(row.received) < enough
              ? '–'
              : `${f.number(v, 1)}–${f.number(Number(row.median_high_days), 1)}`,
        },
        {key: 'median_high_days', label: 'median_high_days', isHidden: true},
        {
          key: 'median_days_closed_only',
          label: words.columns.closedOnly,
          isNumber: true,
          text: (v: number | null, row) =>
            v === null || Number(row.received) < enough ? '–' : f.number(v, 1),
        },
        {
          key: 'open_after_30_days_share',
          label: words.columns.after30,
          isNumber: true,
          text: (v: number | null, row) => (v === null || Number(row.received) < enough ? '–' : f.percent(v)),
        },
      ],
      rows,
    },
    note: words.note,
    sql: `SELECT category, received, still_open, median_days, median_low_days, median_high_days, median_days_closed_only
FROM   appeals_durations
WHERE  city = '${city.id}' AND category <> '' AND subcategory = '' AND district = ''
ORDER BY received DESC`,
    rows: {table: 'appeals_durations', where: {city: city.id, subcategory: '', district: ''}},
    datasets: ['appeals'],
    asOf: null,
    parameters: {},
  })
}

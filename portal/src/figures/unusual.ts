import {labelledBars} from '../charts/labelled-bars.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Unusual = {
  category: string
  subcategory: string
  district: string
  from_week: string
  until: string
  n: number
  expected: number
  ratio: number
  ratio_low: number
  ratio_high: number
  elsewhere_ratio: number | null
}

/** The last events at which appeals of one kind were unusually many, newest first. */
export async function unusual(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.unusual
  const rows = await site.rows<Unusual>('appeals_anomalies', {
    where: [['city', '=', city.id]],
    order: ['-from_week', '-n'],
    limit: 40,
  })
  const shown = rows.slice(0, 10)
  const [first] = shown
  if (!first) return null
  const nameOf = (row: Unusual) =>
    row.district === '' ? row.subcategory : `${row.subcategory}, ${row.district}`
  const times = (value: number) => f.number(value, value < 10 ? 1 : 0)
  return figure(site, {
    name: 'unusual',
    title: words.finding(nameOf(first), times(first.ratio)),
    subtitle: words.sub(site.text(city.name)),
    description: words.alt(
      shown.map(row => `${nameOf(row)}, ${f.date(row.from_week)}: ${times(row.ratio)}`).join('; '),
    ),
    draw: width =>
      labelledBars(
        shown.map(row => ({
          name: nameOf(row),
          value: row.ratio,
          text: words.times(times(row.ratio)),
          note: f.date(row.from_week),
        })),
        {width, nameWidth: 320},
      ),
    table: {
      columns: [
        {key: 'subcategory', label: words.columns.kind, lang: city.country === 'UA' ? 'uk' : 'en'},
        {
          key: 'district',
          label: words.columns.district,
          text: (v: string) => (v === '' ? words.wholeCity : v),
        },
        {key: 'from_week', label: words.columns.from, text: (v: string) => f.date(v)},
        {key: 'until', label: words.columns.until, text: (v: string) => f.date(v)},
        {key: 'n', label: words.columns.n, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'expected', label: words.columns.expected, isNumber: true, text: (v: number) => f.number(v, 1)},
        {key: 'ratio', label: words.columns.ratio, isNumber: true, text: (v: number) => times(v)},
        {
          key: 'ratio_low',
          label: words.columns.interval,
          isNumber: true,
          text: (v: number, row) => `${times(v)}–${times(Number(row.ratio_high))}`,
        },
        {key: 'ratio_high', label: 'ratio_high', isHidden: true},
        {
          key: 'elsewhere_ratio',
          label: words.columns.elsewhere,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : times(v)),
        },
      ],
      rows,
    },
    note: words.note,
    sql: `SELECT subcategory, district, from_week, until, n, expected, ratio, ratio_low, ratio_high, elsewhere_ratio
FROM   appeals_anomalies
WHERE  city = '${city.id}'
ORDER BY from_week DESC, n DESC
LIMIT  40`,
    rows: {table: 'appeals_anomalies', where: {city: city.id}},
    datasets: ['appeals'],
    asOf: null,
    parameters: {},
  })
}

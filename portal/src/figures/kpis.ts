import {indicatorMultiples} from '../charts/indicator-multiples.ts'
import type {RowsQuery, Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

export type Definition = {
  kpi: string
  title_uk: string
  title_en: string
  formula_uk: string
  formula_en: string
  unit: string
  better: 'more' | 'less' | null
  sources: string
  owner_uk: string
  owner_en: string
  caveat_uk: string
  caveat_en: string
}
type Row = {kpi: string; district: string; month: string; value: number | null; base: number}
type Month = {at: number; month: string; value: number; base: number}

/** Where an indicator of the city stands, how it came there, and how far its districts are apart. */
export type Indicator = {
  definition: Definition
  months: Month[]
  now: Month
  yearBefore: Month | null
  change: number | null
  districts: {low: number; high: number; lowest: string; highest: string} | null
}

/** Districts with fewer appeals or days behind a figure are left out: chance would set them apart. */
const leastBase = 15
const shownMonths = 48

const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** The month in which the release was made still goes on: only those before it are told of. */
const unfinished = (site: Site): string => `${site.release.createdAt.slice(0, 7)}-01`

/** Indicators of a city up to its last whole month, in the order of their definitions; those without a value are left out. */
export async function indicatorsOf(site: Site): Promise<Indicator[]> {
  const where: RowsQuery['where'] = [['city', '=', site.city.id]]
  const [definitions, rows] = await Promise.all([
    site.rows<Definition>('kpi_definitions', {where}),
    site.rows<Row>('kpis', {where, order: ['kpi', 'district', 'month']}),
  ])
  return indicatorsBefore(unfinished(site), definitions, rows)
}

/** The same from rows, of the months before one. */
export function indicatorsBefore(end: string, definitions: Definition[], rows: Row[]): Indicator[] {
  return definitions.flatMap(definition => {
    const own = rows.flatMap(row =>
      row.kpi === definition.kpi && row.value !== null && row.month < end
        ? [{...row, value: row.value, at: at(row.month)}]
        : [],
    )
    const months = own.filter(({district}) => district === '').sort((a, b) => a.at - b.at)
    const now = months.at(-1)
    if (!now) return []
    const yearBefore = months.find(month => month.at === now.at - 12) ?? null
    const apart = own
      .filter(row => row.district !== '' && row.at === now.at && row.base >= leastBase)
      .sort((a, b) => a.value - b.value)
    const [lowest, highest] = [apart[0], apart.at(-1)]
    return [
      {
        definition,
        months,
        now,
        yearBefore,
        change: yearBefore && now.value - yearBefore.value,
        districts:
          lowest && highest && apart.length > 1
            ? {low: lowest.value, high: highest.value, lowest: lowest.district, highest: highest.district}
            : null,
      },
    ]
  })
}

/** A value in the words of its unit: shares as per cent. */
export const valueText = ({f}: Site, {unit}: Definition, value: number): string =>
  unit === '1' ? f.percent(value) : f.number(value, 1)

/** A change: of shares in percentage points. */
export const changeText = ({f, t}: Site, {unit}: Definition, change: number): string =>
  unit === '1' ? t.figures.kpis.points(f.signed(100 * change)) : f.signed(change)

/** Every indicator of the city by month, with where it stood a year before and how far its districts are apart. */
export async function kpis(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.kpis
  const found = await indicatorsOf(site)
  if (found.length === 0) return null
  const last = Math.max(...found.map(({now}) => now.at))
  const from = Math.max(last - shownMonths + 1, Math.min(...found.map(({months}) => months[0]!.at)))
  const dateOf = (month: number) =>
    `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  const nameOf = ({definition: {title_uk, title_en}}: Indicator) => site.text({uk: title_uk, en: title_en})
  const judged = found.filter(({definition: {better}, change}) => better !== null && change !== null)
  const improved = judged.filter(({definition: {better}, change}) =>
    better === 'more' ? change! > 0 : change! < 0,
  )
  return figure(site, {
    name: 'kpis',
    title:
      judged.length === 0 ? words.measure : words.finding(f.number(improved.length), f.number(judged.length)),
    subtitle: words.sub(f.month(dateOf(from)), f.month(dateOf(last)), site.text(city.name)),
    description: words.alt(
      found.map(one => `${nameOf(one)}: ${valueText(site, one.definition, one.now.value)}`).join('; '),
    ),
    draw: width =>
      indicatorMultiples(
        found.map(one => ({
          name: nameOf(one),
          months: one.months.filter(month => month.at >= from),
          districts: one.districts,
          text: valueText(site, one.definition, one.now.value),
          note: one.change === null ? '' : words.aYear(changeText(site, one.definition, one.change)),
        })),
        {width, first: f.month(dateOf(from)), last: f.month(dateOf(last))},
      ),
    table: {
      columns: [
        {key: 'kpi', label: 'kpi', isHidden: true},
        {
          key: 'title_uk',
          label: words.columns.name,
          text: (v: string, row) => site.text({uk: v, en: String(row.title_en)}),
        },
        {key: 'title_en', label: 'title_en', isHidden: true},
        {key: 'month', label: words.columns.month, text: (v: string) => f.month(v)},
        ...(['value', 'year_before'] as const).map(key => ({
          key,
          label: words.columns[key],
          isNumber: true,
          text: (v: number | null, row: Record<string, unknown>) =>
            v === null ? '–' : valueText(site, row as unknown as Definition, v),
        })),
        {
          key: 'change',
          label: words.columns.change,
          isNumber: true,
          text: (v: number | null, row) =>
            v === null ? '–' : changeText(site, row as unknown as Definition, v),
        },
        {
          key: 'district_low',
          label: words.columns.districts,
          isNumber: true,
          text: (v: number | null, row) =>
            v === null
              ? '–'
              : `${valueText(site, row as unknown as Definition, v)} … ${valueText(site, row as unknown as Definition, Number(row.district_high))}`,
        },
        {key: 'district_high', label: 'district_high', isHidden: true},
        {key: 'base', label: words.columns.base, isNumber: true, text: (v: number) => f.number(v)},
        {key: 'unit', label: 'unit', isHidden: true},
      ],
      rows: found.map(({definition, now, yearBefore, change, districts}) => ({
        kpi: definition.kpi,
        title_uk: definition.title_uk,
        title_en: definition.title_en,
        month: now.month,
        value: now.value,
        year_before: yearBefore?.value ?? null,
        change,
        district_low: districts?.low ?? null,
        district_high: districts?.high ?? null,
        base: now.base,
        unit: definition.unit,
      })),
    },
    note: words.note,
    sql: `WITH whole AS (
  SELECT * FROM kpis
  WHERE  city = '${city.id}' AND value IS NOT NULL AND month < DATE '${unfinished(site)}'
), newest AS (SELECT kpi, max(month) AS month FROM whole WHERE district = '' GROUP BY kpi)
SELECT d.kpi, d.title_uk, d.title_en, now.month, now.value, ago.value AS year_before, now.value - ago.value AS change,
       CASE WHEN count(apart.value) > 1 THEN min(apart.value) END AS district_low,
       CASE WHEN count(apart.value) > 1 THEN max(apart.value) END AS district_high, now.base, d.unit
FROM   newest
JOIN   whole AS now ON now.kpi = newest.kpi AND now.month = newest.month AND now.district = ''
JOIN   kpi_definitions AS d ON d.kpi = now.kpi AND d.city = now.city
LEFT JOIN whole AS ago ON ago.kpi = now.kpi AND ago.district = '' AND ago.month = now.month - INTERVAL 1 YEAR
LEFT JOIN whole AS apart ON apart.kpi = now.kpi AND apart.district <> '' AND apart.month = now.month AND apart.base >= ${leastBase}
GROUP BY ALL`,
    rows: {table: 'kpis', where: {city: city.id}},
    datasets: ['appeals', 'petitions', 'budget-expenses', 'air-quality', 'alerts'].filter(id =>
      site.feed(id, city.id),
    ),
    asOf: null,
    parameters: {},
  })
}

import {limitLine} from '../charts/limit-line.ts'
import {yearsText} from '../period.ts'
import type {Site} from '../site.ts'
import {wordFor} from '../word-for.ts'
import {type Figure, figure} from './figure.ts'

/** The median of the city's stations on one day. */
export type AirDay = {date: string; median: number; stations: number; stations_of: 'reference' | 'all'}

/** Yearly limit values of Directive 2008/50/EC, annexes XI and XIV, in µg/m³. */
const yearlyLimits: Record<string, number> = {no2: 40, pm10: 40, pm25: 25}
const enoughDays = 15
export const airProperties = ['no2', 'pm10', 'pm25', 'o3', 'so2', 'co', 'nox']

/** Days of the reference stations; of a city that has none, of all: only the former may be held against limits. */
export async function airDays(site: Site, property: string): Promise<AirDay[]> {
  const days = (stations: AirDay['stations_of']) =>
    site.rows<AirDay>('air_quality_city_daily', {
      select: ['date', 'median', 'stations', 'stations_of'],
      where: [
        ['city', '=', site.city.id],
        ['property', '=', property],
        ['stations_of', '=', stations],
      ],
      order: ['date'],
    })
  const reference = await days('reference')
  return reference.length > 0 ? reference : days('all')
}

/** Whose measurements these are: reference stations, or stations of any kind. */
export function stationsText({f, t}: Site, days: AirDay[]): string {
  const most = days.reduce((most, {stations}) => Math.max(most, stations), 0)
  const isReference = days[0]?.stations_of === 'reference'
  return f.count(most, isReference ? t.count.referenceStations : t.count.stations)
}

export type AirYear = {year: number; mean: number; days: number; high: number}

/** Years with enough whole days for a mean: three in four. */
export function airYears(days: Pick<AirDay, 'date' | 'median'>[]): AirYear[] {
  const years = new Map<number, number[]>()
  for (const {date, median} of days) {
    const year = Number(date.slice(0, 4))
    years.set(year, [...(years.get(year) ?? []), median])
  }
  return [...years].map(([year, means]) => ({
    year,
    mean: means.reduce((sum, v) => sum + v, 0) / means.length,
    days: means.length,
    high: Math.max(...means),
  }))
}

/** One property by month, against the yearly limit where there is one. */
export async function air(site: Site, {property}: {property: string}): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.air
  const days = await airDays(site, property)
  if (days.length === 0) return null
  const name = wordFor(t.air.properties, property)
  const unit = wordFor(t.unit, property === 'co' ? 'mg/m3' : 'ug/m3')
  const decimals = property === 'co' ? 1 : 0
  const value = (v: number) => f.number(v, decimals)
  const months = new Map<string, number[]>()
  for (const {date, median} of days)
    months.set(date.slice(0, 7), [...(months.get(date.slice(0, 7)) ?? []), median])
  const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const keys = [...months.keys()].sort()
  const points: {at: number; value: number | null}[] = []
  for (let month = at(keys[0]!); month <= at(keys.at(-1)!); month++) {
    const means = months.get(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`) ?? []
    points.push({
      at: month,
      value: means.length >= enoughDays ? means.reduce((sum, v) => sum + v, 0) / means.length : null,
    })
  }
  const known = points.map(point => point.value).filter(v => v !== null)
  if (known.length < 2) return null
  const years = airYears(days)
  const judged = years.filter(year => year.days >= 274)
  const isReference = days[0]!.stations_of === 'reference'
  const limit = (isReference ? yearlyLimits[property] : null) ?? null
  const over = limit === null ? [] : judged.filter(year => year.mean > limit)
  const limitText = limit === null ? '' : f.unit(limit, unit)
  return figure(site, {
    name: 'air',
    title:
      limit === null || judged.length === 0
        ? words.measure(name)
        : over.length > 0
          ? words.finding(name, limitText, f.number(over.length), f.number(judged.length))
          : words.findingNone(name, limitText),
    subtitle: words.sub(name, unit, stationsText(site, days), yearsText(years.map(row => row.year))),
    description: words.alt(value(Math.min(...known)), value(Math.max(...known)), value(known.at(-1)!)),
    draw: width =>
      limitLine(points, {
        width,
        value,
        ticks: years
          .map(({year}) => ({at: year * 12, text: String(year)}))
          .filter(tick => tick.at >= points[0]!.at),
        limit: limit === null ? null : {value: limit, text: words.limit(value(limit))},
      }),
    table: {
      columns: [
        {key: 'year', label: words.columns.year},
        {
          key: 'mean',
          label: `${words.columns.mean}, ${unit}`,
          isNumber: true,
          text: (v: number) => f.number(v, 1),
        },
        {key: 'days', label: words.columns.days, isNumber: true, text: (v: number) => f.number(v)},
        {
          key: 'high',
          label: `${words.columns.high}, ${unit}`,
          isNumber: true,
          text: (v: number) => f.number(v, 1),
        },
      ],
      rows: years,
    },
    note: words.note,
    sql: `SELECT year(date) AS year, avg(median) AS mean, count(*) AS days, max(median) AS high
FROM   air_quality_city_daily
WHERE  city = '${city.id}' AND property = '${property}' AND stations_of = '${days[0]!.stations_of}'
GROUP BY year(date) ORDER BY year`,
    rows: {
      table: 'air_quality_city_daily',
      where: {city: city.id, property, stations_of: days[0]!.stations_of},
    },
    datasets: ['air-quality'],
    asOf: days.at(-1)!.date,
    parameters: {property},
  })
}

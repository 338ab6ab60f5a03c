import {hourLevels} from '../charts/hour-levels.ts'
import type {Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Hour = {
  station_id: string
  observed_at: string
  us_aqi: number | null
  eaqi: number | null
  caqi: number | null
}

const hours = 36
const hourMilliseconds = 3_600_000

/** The value in the middle; of two in the middle the mean, as SQL's median has it. */
function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The indices of the last day and a half by hour: the median of the city's stations, with how many there were. */
export async function airHours(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.airHours
  const latest = await site.rows<{observed_at: string}>('sensor_latest', {
    select: ['observed_at'],
    where: [
      ['city', '=', city.id],
      ['subject', '=', 'air'],
      ['property', '=', 'eaqi'],
    ],
    order: ['-observed_at'],
    limit: 1,
  })
  if (!latest[0]) return null
  const last = Date.parse(latest[0].observed_at)
  const since = new Date(last - (hours - 1) * hourMilliseconds).toISOString()
  const rows = await site.rows<Hour>('air_quality_index_hourly', {
    select: ['station_id', 'observed_at', 'us_aqi', 'eaqi', 'caqi'],
    where: [
      ['city', '=', city.id],
      ['observed_at', '>=', since],
    ],
    order: ['observed_at', 'station_id'],
  })
  const byHour = Map.groupBy(rows, row => Date.parse(row.observed_at))
  const middles = [...byHour]
    .sort(([a], [b]) => a - b)
    .map(([instant, of]) => {
      const of_ = (column: 'us_aqi' | 'eaqi' | 'caqi') =>
        median(of.map(row => row[column]).filter(v => v !== null))
      return {
        observed_at: new Date(instant).toISOString(),
        eaqi: of_('eaqi'),
        us_aqi: of_('us_aqi'),
        caqi: of_('caqi'),
        stations: of.filter(row => row.eaqi !== null).length,
      }
    })
  const known = middles.flatMap(hour => (hour.eaqi === null ? [] : [{...hour, eaqi: hour.eaqi}]))
  const newest = known.at(-1)
  if (!newest) return null
  const level = (eaqi: number) => words.levels[Math.round(eaqi) - 1] ?? String(eaqi)
  const dayOf = (instant: string) => f.dayMonth(instant)
  return figure(site, {
    name: 'air-hours',
    title: words.finding(level(newest.eaqi), f.moment(newest.observed_at)),
    subtitle: words.sub(f.count(newest.stations, t.count.stations), site.text(city.name)),
    description: words.alt(
      level(Math.min(...known.map(({eaqi}) => eaqi))),
      level(Math.max(...known.map(({eaqi}) => eaqi))),
    ),
    draw: width =>
      hourLevels(
        known.map((hour, index) => ({
          at: Math.round((Date.parse(hour.observed_at) - last) / hourMilliseconds),
          level: hour.eaqi,
          label:
            index > 0 && dayOf(hour.observed_at) !== dayOf(known[index - 1]!.observed_at)
              ? dayOf(hour.observed_at)
              : null,
        })),
        {width, levels: words.levels},
      ),
    table: {
      columns: [
        {key: 'observed_at', label: words.columns.hour, text: (v: string) => f.moment(v)},
        {
          key: 'eaqi',
          label: words.columns.eaqi,
          text: (v: number | null) => (v === null ? '–' : `${f.number(v, v % 1 ? 1 : 0)} – ${level(v)}`),
        },
        {
          key: 'us_aqi',
          label: words.columns.us_aqi,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v)),
        },
        {
          key: 'caqi',
          label: words.columns.caqi,
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v)),
        },
        {key: 'stations', label: words.columns.stations, isNumber: true, text: (v: number) => f.number(v)},
      ],
      rows: middles.toReversed(),
    },
    note: words.note,
    sql: `SELECT observed_at, median(eaqi) AS eaqi, median(us_aqi) AS us_aqi, median(caqi) AS caqi, count(eaqi) AS stations
FROM   air_quality_index_hourly
WHERE  city = '${city.id}' AND observed_at >= '${since}'
GROUP BY observed_at
ORDER BY observed_at DESC`,
    rows: {table: 'air_quality_index_hourly', where: {city: city.id}},
    datasets: ['air-quality', 'air-lun', 'air-community'].filter(id => site.feed(id, city.id)),
    asOf: newest.observed_at,
    parameters: {},
  })
}

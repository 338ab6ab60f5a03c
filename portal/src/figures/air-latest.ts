import type {RowsQuery, Site} from '../site.ts'
import {type Figure, figure} from './figure.ts'

type Latest = {
  station_id: string
  property: string
  unit: string | null
  value: number | null
  flag: string
  observed_at: string
}
type Station = {
  station_id: string
  operator: string | null
  is_reference: boolean | null
  district: string | null
}

/** What people look for at a station; all else is in the file. */
const shown = ['pm25', 'pm10', 'no2', 'o3', 'eaqi', 'us_aqi'] as const

/**
 * What each station measured last, and how long ago: a table, because nobody compares forty stations by eye. Reference
 * stations come first, since by them the others are judged.
 */
export async function airLatest(site: Site): Promise<Figure | null> {
  const {f, t, city} = site
  const words = t.figures.airLatest
  const where: RowsQuery['where'] = [
    ['city', '=', city.id],
    ['subject', '=', 'air'],
  ]
  const [values, stations] = await Promise.all([
    site.rows<Latest>('sensor_latest', {where}),
    site.rows<Station>('stations', {select: ['station_id', 'operator', 'is_reference', 'district'], where}),
  ])
  if (values.length === 0) return null
  const known = new Map(stations.map(station => [station.station_id, station]))
  const rows = [...Map.groupBy(values, ({station_id}) => station_id)]
    .map(([station_id, of]) => {
      const station = known.get(station_id)
      const value = (property: string) => of.find(one => one.property === property)?.value ?? null
      return {
        station_id,
        operator: station?.operator ?? null,
        district: station?.district ?? null,
        is_reference: station?.is_reference ?? null,
        ...Object.fromEntries(shown.map(property => [property, value(property)])),
        observed_at: of
          .map(one => one.observed_at)
          .sort()
          .at(-1)!,
      }
    })
    .sort(
      (a, b) =>
        Number(b.is_reference === true) - Number(a.is_reference === true) ||
        a.station_id.localeCompare(b.station_id),
    )
  const newest = rows
    .map(row => row.observed_at)
    .sort()
    .at(-1)!
  const late = rows.filter(row => row.observed_at < newest).length
  return figure(site, {
    name: 'air-latest',
    title:
      late === 0
        ? words.all(f.count(rows.length, t.count.stations))
        : words.late(f.number(late), f.count(rows.length, t.count.stations)),
    subtitle: words.sub(f.moment(newest), site.text(city.name)),
    description: words.alt,
    draw: null,
    table: {
      isOneLine: true,
      // On a telephone the first columns are seen: what was measured, not who measures.
      columns: [
        {key: 'station_id', label: words.columns.station},
        {
          key: 'is_reference',
          label: words.columns.reference,
          text: (v: boolean | null) => (v ? words.reference : words.indicative),
        },
        ...shown.map(property => ({
          key: property,
          label: words.columns[property],
          isNumber: true,
          text: (v: number | null) => (v === null ? '–' : f.number(v, 0)),
        })),
        {key: 'observed_at', label: words.columns.at, text: (v: string) => f.moment(v)},
        {
          key: 'district',
          label: words.columns.district,
          lang: city.country === 'UA' ? 'uk' : 'en',
          text: (v: string | null) => v ?? '–',
        },
        {
          key: 'operator',
          label: words.columns.operator,
          lang: city.country === 'UA' ? 'uk' : 'en',
          text: (v: string | null) => v ?? t.state.unknown,
        },
      ],
      rows,
    },
    note: words.note,
    sql: `SELECT l.station_id, s.is_reference,
${shown.map(property => `       max(value) FILTER (WHERE property = '${property}') AS ${property}`).join(',\n')},
       max(observed_at) AS observed_at, s.district, s.operator
FROM   sensor_latest AS l LEFT JOIN stations AS s USING (city, subject, station_id)
WHERE  city = '${city.id}' AND subject = 'air'
GROUP BY ALL
ORDER BY s.is_reference DESC NULLS LAST, l.station_id`,
    rows: {table: 'sensor_latest', where: {city: city.id, subject: 'air'}},
    datasets: ['air-quality', 'air-lun', 'air-community', 'air-stations'].filter(id =>
      site.feed(id, city.id),
    ),
    asOf: newest,
    parameters: {},
  })
}

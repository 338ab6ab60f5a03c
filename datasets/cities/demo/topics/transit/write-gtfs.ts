import type {Scope} from '../../chapter.ts'
import {position} from '../../tools/space/plan-frame.ts'
import {dateOf, dayOf, isoDate, two, weekdayOf} from '../../tools/time/days.ts'
import {generatedNote, type Outbox} from '../../tools/write/outbox.ts'
import {ZipFile} from '../../tools/write/zip-file.ts'
import {bodies} from '../../world/bodies.ts'
import type {Ground} from '../../world/ground/ground.ts'
import {lines} from './line-table.ts'
import {makeTimetable} from './make-timetable.ts'
import {type Direction, planLines, type Transit} from './plan-lines.ts'
import {type Service, servicesOn, weekOf} from './services.ts'

/** A name that belongs to nobody (RFC 2606) and that validators of addresses know. */
const site = 'https://example.com/pryklad/transport'

/** The timetable of the city's buses and trolleybuses as one GTFS archive, in the edition of gtfs.org of 2025. */
export function writeGtfs({today}: Scope, ground: Ground, outbox: Outbox): void {
  const transit = planLines(ground)
  const zip = new ZipFile(outbox.file('transit/gtfs.demo.zip'))
  const table = (name: string, header: string, rows: readonly string[]) =>
    zip.entry(name, Buffer.from(`${header}\n${rows.map(row => `${row}\n`).join('')}`))
  const {from, to} = validity(today)
  const used = [...new Set(lines.flatMap(({headways}) => Object.keys(headways) as Service[]))]

  table('agency.txt', 'agency_id,agency_name,agency_url,agency_timezone,agency_lang', [
    `electro,${bodies.trolleybuses.name},${site}/electro,Europe/Kyiv,uk`,
    `auto,${bodies.buses.name},${site}/auto,Europe/Kyiv,uk`,
  ])
  table(
    'stops.txt',
    'stop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,wheelchair_boarding',
    stopRows(transit),
  )
  table(
    'routes.txt',
    'route_id,agency_id,route_short_name,route_long_name,route_desc,route_type,route_url,route_color,route_text_color,route_sort_order',
    routeRows(transit),
  )
  table(
    'calendar.txt',
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
    used.map(service => [service, ...weekOf[service], gtfsDate(from), gtfsDate(to)].join(',')),
  )
  table('calendar_dates.txt', 'service_id,date,exception_type', exceptionRows(used, from, to))
  const {trips, stopTimes} = tripRows(transit, ground)
  table(
    'trips.txt',
    'route_id,service_id,trip_id,trip_headsign,direction_id,shape_id,wheelchair_accessible',
    trips,
  )
  table(
    'stop_times.txt',
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence,shape_dist_traveled',
    stopTimes,
  )
  table(
    'shapes.txt',
    'shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence,shape_dist_traveled',
    shapeRows(transit),
  )
  table(
    'feed_info.txt',
    'feed_publisher_name,feed_publisher_url,feed_lang,default_lang,feed_start_date,feed_end_date,feed_version,feed_contact_url',
    [
      `Вигадане місто Приклад,${site},uk,uk,${gtfsDate(from)},${gtfsDate(to)},${isoDate(today)},${site}/contact`,
    ],
  )
  table('attributions.txt', 'attribution_id,organization_name,is_producer,attribution_url', [
    `generated,"${generatedNote}",1,${site}`,
  ])
  table('translations.txt', 'table_name,field_name,language,translation,record_id', translationRows(transit))
  outbox.done(zip)
}

/** From the first day of the quarter before today for a year. */
function validity(today: number): {from: number; to: number} {
  const {year, month} = dateOf(today)
  const quarter = month - ((month - 1) % 3)
  return {from: dayOf(year, quarter, 1), to: dayOf(year + 1, quarter, 1) - 1}
}

/** Days whose services are not those of their weekday: 1 adds one, 2 takes one away. */
function exceptionRows(used: readonly Service[], from: number, to: number): string[] {
  const rows: string[] = []
  for (let day = from; day <= to; day++) {
    const running = servicesOn(day)
    for (const service of used) {
      const isUsual = weekOf[service][weekdayOf(day)] === 1
      if (running.includes(service) !== isUsual) rows.push(`${service},${gtfsDate(day)},${isUsual ? 2 : 1}`)
    }
  }
  return rows
}

const stopId = (index: number) => String(1001 + index)

const stopRows = ({stops}: Transit): string[] =>
  stops.map(({at, name}, index) => {
    const [lon, lat] = position(at)
    // Every fourth has been raised to the height of a vehicle's floor; of the others nobody has asked.
    return `${stopId(index)},${two(Math.floor(index / 100))}-${two(index % 100)},${quoted(name.uk)},${lat},${lon},0,${index % 4 === 1 ? 1 : 0}`
  })

const colours = ['0057B7', '1B7F5C', '8A3FA0', 'B3421F', '2B6CB0', '7A5C00', '5A5A5A', '9B1B4A']

function routeRows({stops, directions}: Transit): string[] {
  return directions
    .filter(({direction}) => direction === 0)
    .map(({line, stops: along}, index) => {
      const [first, last] = [stops[along[0]!.stop]!, stops[along[along.length - 1]!.stop]!]
      return [
        line.id,
        line.isTrolleybus ? 'electro' : 'auto',
        line.name,
        quoted(`${first.name.uk} – ${last.name.uk}`),
        quoted(line.note ?? ''),
        line.isTrolleybus ? 11 : 3,
        `${site}/lines/${line.id.toLowerCase()}`,
        colours[index % colours.length],
        'FFFFFF',
        index + 1,
      ].join(',')
    })
}

function tripRows({stops, directions}: Transit, {network}: Ground): {trips: string[]; stopTimes: string[]} {
  const trips: string[] = []
  const stopTimes: string[] = []
  for (const way of directions) {
    const {line, direction, stops: along} = way
    const sign = quoted(stops[along[along.length - 1]!.stop]!.name.uk)
    const ends = along.map(({stop, metres}, index) => `,${stopId(stop)},${index + 1},${metres.toFixed(1)}`)
    for (const {service, departsSeconds, pace} of makeTimetable(way, network)) {
      const id = `${line.id}-${service}-${direction}-${clock(departsSeconds).replaceAll(':', '').slice(0, 4)}`
      const isLowFloor = (departsSeconds / 60) % 3 === 0 ? 1 : 2
      trips.push(`${line.id},${service},${id},${sign},${direction},${shapeId(way)},${isLowFloor}`)
      for (let index = 0; index < ends.length; index++) {
        const time = clock(departsSeconds + pace[index]!)
        stopTimes.push(`${id},${time},${time}${ends[index]}`)
      }
    }
  }
  return {trips, stopTimes}
}

const shapeId = ({line, direction}: Direction) => `${line.id}-${direction}`

const shapeRows = ({directions}: Transit): string[] =>
  directions.flatMap(way =>
    way.shape.map(({at, metres}, index) => {
      const [lon, lat] = position(at)
      return `${shapeId(way)},${lat},${lon},${index + 1},${metres.toFixed(1)}`
    }),
  )

const translationRows = ({stops}: Transit): string[] =>
  stops.map(({name}, index) => `stops,stop_name,en,${quoted(name.en)},${stopId(index)}`)

const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** 20261121 */
const gtfsDate = (day: number) => isoDate(day).replaceAll('-', '')

/** 05:40:00 */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`
}

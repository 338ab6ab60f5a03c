import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {makeScope} from '../../scope.ts'
import {parseDay} from '../../tools/time/days.ts'
import {Outbox} from '../../tools/write/outbox.ts'
import {servicesOn} from './services.ts'
import {type Row, storedEntries} from './test/stored-entries.fixture.ts'
import {transit} from './transit.chapter.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-transit-'))
afterAll(() => rmSync(folder, {recursive: true}))

const scope = makeScope({seed: 1, scale: 0.05, today: '2026-11-21'})
const outbox = new Outbox(folder)
transit.write(scope, outbox)
const [file] = outbox.finish()
const table = storedEntries(readFileSync(join(folder, 'transit/gtfs.demo.zip')))

const agency = table('agency.txt')
const stops = table('stops.txt')
const routes = table('routes.txt')
const trips = table('trips.txt')
const stopTimes = table('stop_times.txt')
const calendar = table('calendar.txt')
const calendarDates = table('calendar_dates.txt')
const shapes = table('shapes.txt')
const [feedInfo] = table('feed_info.txt')

const byTrip = Map.groupBy(stopTimes, ({trip_id}) => trip_id!)
const byShape = Map.groupBy(shapes, ({shape_id}) => shape_id!)
const seconds = (clock: string) => {
  const [hours, minutes, rest] = clock.split(':').map(Number)
  return hours! * 3600 + minutes! * 60 + rest!
}

describe('files and fields', () => {
  it('has the files that GTFS requires, and every required field filled', () => {
    const required: Record<string, string[]> = {
      'agency.txt': ['agency_id', 'agency_name', 'agency_url', 'agency_timezone'],
      'stops.txt': ['stop_id', 'stop_name', 'stop_lat', 'stop_lon'],
      'routes.txt': ['route_id', 'agency_id', 'route_type', 'route_short_name', 'route_long_name'],
      'trips.txt': ['route_id', 'service_id', 'trip_id', 'shape_id'],
      'stop_times.txt': ['trip_id', 'arrival_time', 'departure_time', 'stop_id', 'stop_sequence'],
      'calendar.txt': ['service_id', 'monday', 'sunday', 'start_date', 'end_date'],
      'calendar_dates.txt': ['service_id', 'date', 'exception_type'],
      'shapes.txt': ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence'],
      'feed_info.txt': ['feed_publisher_name', 'feed_publisher_url', 'feed_lang'],
    }
    for (const [name, fields] of Object.entries(required)) {
      const rows = table(name)
      expect(rows.length, name).toBeGreaterThan(0)
      for (const field of fields)
        expect(
          rows.filter(row => !row[field]),
          `${name} ${field}`,
        ).toEqual([])
    }
  })

  it('has no key twice', () => {
    const keys: [Row[], ...string[]][] = [
      [agency, 'agency_id'],
      [stops, 'stop_id'],
      [routes, 'route_id'],
      [routes, 'route_short_name'],
      [trips, 'trip_id'],
      [calendar, 'service_id'],
      [calendarDates, 'service_id', 'date'],
      [stopTimes, 'trip_id', 'stop_sequence'],
      [shapes, 'shape_id', 'shape_pt_sequence'],
    ]
    for (const [rows, ...fields] of keys)
      expect(new Set(rows.map(row => fields.map(field => row[field]).join(' '))).size, fields.join(' ')).toBe(
        rows.length,
      )
  })

  it('names nothing that is not there, and leaves nothing that nobody names', () => {
    const pairs: [from: Row[], to: Row[], field: string][] = [
      [routes, agency, 'agency_id'],
      [trips, routes, 'route_id'],
      [trips, calendar, 'service_id'],
      [trips, shapes, 'shape_id'],
      [stopTimes, trips, 'trip_id'],
      [stopTimes, stops, 'stop_id'],
      [calendarDates, calendar, 'service_id'],
    ]
    for (const [from, to, field] of pairs) {
      const naming = new Set(from.map(row => row[field]))
      const there = new Set(to.map(row => row[field]))
      expect(
        [...naming].filter(id => !there.has(id)),
        field,
      ).toEqual([])
      if (from !== calendarDates)
        expect(
          [...there].filter(id => !naming.has(id)),
          field,
        ).toEqual([])
    }
  })

  it('says that it is generated', () => {
    expect(table.text('attributions.txt')).toContain('invented city')
    expect(feedInfo!.feed_publisher_name).toContain('Вигадане місто')
  })
})

describe('lines', () => {
  it('are fourteen of buses and four of trolleybuses', () => {
    expect(Map.groupBy(routes, ({route_type}) => route_type).get('3')).toHaveLength(14)
    expect(Map.groupBy(routes, ({route_type}) => route_type).get('11')).toHaveLength(4)
  })

  it('have some three hundred stops in the city', () => {
    expect(stops.length).toBeGreaterThanOrEqual(240)
    expect(stops.length).toBeLessThanOrEqual(420)
    for (const {stop_lat, stop_lon} of stops) {
      expect(Number(stop_lat)).toBeCloseTo(45.91, 0)
      expect(Number(stop_lon)).toBeCloseTo(31.31, 0)
    }
  })

  it('do not run on Sundays where they should not, and do everywhere else', () => {
    const sundays = new Set(calendar.filter(({sunday}) => sunday === '1').map(({service_id}) => service_id))
    const without = routes.filter(
      ({route_id}) => !trips.some(trip => trip.route_id === route_id && sundays.has(trip.service_id!)),
    )
    expect(without.map(({route_short_name}) => route_short_name)).toEqual(['12'])
  })

  it('reach the allotments by that line alone', () => {
    const allotments = new Set(
      stops.filter(({stop_name}) => /садове товариство|дачі/i.test(stop_name!)).map(({stop_id}) => stop_id),
    )
    expect(allotments.size).toBeGreaterThan(0)
    const reaching = new Set(
      stopTimes.filter(({stop_id}) => allotments.has(stop_id)).map(({trip_id}) => trip_id),
    )
    const lines = new Set(trips.filter(({trip_id}) => reaching.has(trip_id)).map(({route_id}) => route_id))
    expect([...lines]).toEqual(['B12'])
  })

  it('are all in the depot a quarter of an hour before the curfew, and leave it when it has ended', () => {
    const times = stopTimes.map(({departure_time}) => departure_time!).sort()
    expect(times[0]! >= '05:00:00').toBe(true)
    expect(times.at(-1)! <= '23:45:00').toBe(true)
  })

  it('end with the one that was the night’s, which says when it does not run', () => {
    const departures = (route: string) =>
      stopTimes
        .filter(({trip_id, stop_sequence}) => trip_id!.startsWith(`${route}-`) && stop_sequence === '1')
        .map(({departure_time}) => departure_time!)
        .sort()
    const last = routes.map(({route_id}) => [departures(route_id!).at(-1)!, route_id!] as const).sort()
    expect(last.at(-1)![1]).toBe('B14N')
    expect(departures('B14N').every(time => time < '06:30:00' || time > '21:30:00')).toBe(true)
    const [night] = routes.filter(({route_id}) => route_id === 'B14N')
    expect(night!.route_desc).toMatch(/комендантської години \(00:00–05:00\) не ходить/)
    expect(routes.filter(({route_desc}) => route_desc !== '')).toEqual([night])
  })

  it('run as on a Sunday on New Year’s Day and on no other day of the week', () => {
    // 1 January 2027 is a Friday; the feed is told from October 2026 to September 2027.
    expect(calendarDates).toEqual([
      {service_id: 'workdays', date: '20270101', exception_type: '2'},
      {service_id: 'weekends', date: '20270101', exception_type: '1'},
    ])
  })
})

describe('runs', () => {
  it('get on in time and place from stop to stop, neither crawling nor racing', () => {
    for (const [trip, rows] of byTrip) {
      expect(rows.length, trip).toBeGreaterThan(1)
      for (let index = 1; index < rows.length; index++) {
        const [before, row] = [rows[index - 1]!, rows[index]!]
        expect(Number(row.stop_sequence)).toBe(Number(before.stop_sequence) + 1)
        const took = seconds(row.arrival_time!) - seconds(before.departure_time!)
        const metres = Number(row.shape_dist_traveled) - Number(before.shape_dist_traveled)
        if (!(took > 0 && metres > 0 && metres / took < 17 && metres / took > 1.2))
          expect.fail(`${trip}, stop ${row.stop_sequence}: ${metres} m in ${took} s`)
        if (row.arrival_time !== row.departure_time) expect.fail(`${trip} waits`)
      }
    }
  })

  it('end within the shape that they follow', () => {
    const lengthOf = new Map(
      [...byShape].map(([shape, points]) => [shape, Number(points[points.length - 1]!.shape_dist_traveled)]),
    )
    for (const {trip_id, shape_id} of trips) {
      const rows = byTrip.get(trip_id!)!
      expect(Number(rows[rows.length - 1]!.shape_dist_traveled)).toBeLessThanOrEqual(
        lengthOf.get(shape_id!)! + 0.1,
      )
    }
  })

  it('stop beside the road that they follow, within fifteen metres', () => {
    const at = new Map(
      stops.map(({stop_id, stop_lat, stop_lon}) => [stop_id!, [Number(stop_lon), Number(stop_lat)]]),
    )
    const seen = new Set<string>()
    for (const {trip_id, shape_id} of trips) {
      if (seen.has(shape_id!)) continue
      seen.add(shape_id!)
      const line = byShape
        .get(shape_id!)!
        .map(point => [Number(point.shape_pt_lon), Number(point.shape_pt_lat)])
      for (const {stop_id} of byTrip.get(trip_id!)!)
        expect(metresToLine(at.get(stop_id!)!, line), `${shape_id} ${stop_id}`).toBeLessThan(15)
    }
  })

  it('follow shapes whose distances grow', () => {
    for (const points of byShape.values())
      for (let index = 1; index < points.length; index++)
        expect(Number(points[index]!.shape_dist_traveled)).toBeGreaterThan(
          Number(points[index - 1]!.shape_dist_traveled),
        )
  })
})

describe('services of a day', () => {
  const on = (date: string) => servicesOn(parseDay(date)).join(' ')

  it('follow the weekday, whatever is celebrated, since holidays are worked', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22'].map(on)).toEqual([
      'workdays daily',
      'weekends saturdays daily',
      'weekends daily',
    ])
    expect(['2026-08-24', '2025-12-25', '2026-04-13'].map(on)).toEqual(Array(3).fill('workdays daily'))
    expect(['2026-01-01', '2028-01-01'].map(on)).toEqual(Array(2).fill('weekends daily'))
  })

  it('were those of Sunday on holidays of peacetime, and on the days given for them', () => {
    expect(['2021-08-24', '2021-12-27', '2021-05-01'].map(on)).toEqual(Array(3).fill('weekends daily'))
  })
})

it('writes the same archive every time', () => {
  const second = mkdtempSync(join(tmpdir(), 'demo-transit-'))
  const again = new Outbox(second)
  transit.write(scope, again)
  expect(again.finish()[0]!.sha256).toBe(file!.sha256)
  rmSync(second, {recursive: true})
})

/** Metres from a place to a line, both in degrees, near latitude 45.9. */
function metresToLine([lon, lat]: number[], line: number[][]): number {
  const [perLon, perLat] = [77_600, 111_150]
  let least = Infinity
  for (let index = 1; index < line.length; index++) {
    const [ax, ay] = [(line[index - 1]![0]! - lon!) * perLon, (line[index - 1]![1]! - lat!) * perLat]
    const [bx, by] = [(line[index]![0]! - lon!) * perLon, (line[index]![1]! - lat!) * perLat]
    const square = (bx - ax) * (bx - ax) + (by - ay) * (by - ay)
    const share = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / square))
    least = Math.min(least, Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)))
  }
  return least
}

import {type Feed, feed} from '../../../../src/index.ts'
import transitRoutes from '../../../../transit-routes/dataset.ts'
import transitServices from '../../../../transit-services/dataset.ts'
import transitStopTimes from '../../../../transit-stop-times/dataset.ts'
import transitStops from '../../../../transit-stops/dataset.ts'
import transitTrips from '../../../../transit-trips/dataset.ts'

const from = (member: string) => ({
  path: 'transit/gtfs.demo.zip',
  format: {kind: 'zip', member, format: {kind: 'csv', delimiter: ','}} as const,
})

/** The timetable, each of its tables a dataset. */
export const transitFeeds: Feed[] = [
  feed(transitStops, {made: from('stops.txt')}),
  feed(transitRoutes, {made: from('routes.txt')}),
  feed(transitServices, {made: from('calendar.txt')}),
  feed(transitTrips, {made: from('trips.txt')}),
  feed(transitStopTimes, {made: from('stop_times.txt')}),
]

import type {Ask, Fetcher} from './fetcher.ts'
import {addDays, daysBetween} from './shelf/days.ts'
import {fetchFiles, type Wanted} from './shelf/fetch-files.ts'

const archive = 'https://archive.sensor.community'

/** A day's files are written in the early hours of the next one; one that is missing a week later will not come. */
const settledAfterDays = {there: 2, missing: 7}

/**
 * Day files of sensors from the archive of sensor.community, UTC days. This year's lie below their day as CSV, those
 * of years before below year and day, gzipped. A sensor that was silent has no file for that day, and is asked no more.
 */
export const fetchSensorCommunity: Fetcher<'sensor-community'> = ({sensors, since}, context) => {
  const yesterday = addDays(context.today, -1)
  const days = Array.from({length: Math.max(0, daysBetween(since, yesterday) + 1)}, (_, index) =>
    addDays(since, index),
  )
  return fetchFiles(
    days.flatMap(day => sensors.map(sensor => dayFile(day, sensor, context.today))),
    context,
  )
}

function dayFile(day: string, sensor: {type: string; id: number}, today: string): Wanted {
  const name = `${day}_${sensor.type.toLowerCase()}_sensor_${sensor.id}`
  const ask = (path: string): Ask => ({address: `${archive}/${path}`, expect: 'anything'})
  const recent = ask(`${day}/${name}.csv`)
  const old = ask(`${day.slice(0, 4)}/${day}/${name}.csv.gz`)
  return {
    name,
    // Each layout is tried where the other one is likely: nobody says when a year is moved.
    asks: day.slice(0, 4) === today.slice(0, 4) ? [recent, old] : [old, recent],
    mayBeAbsent: true,
    isFinal: (found, isThere) =>
      found >= addDays(day, isThere ? settledAfterDays.there : settledAfterDays.missing),
  }
}

import type {LiveSource} from '@hromada/datasets'
import {addDays, dayIn, daysBetween} from '../fetchers/shelf/days.ts'
import type {Since} from './cursor.ts'

/** Days of a window where a source does not say. */
const usualWindowDays = 30

/**
 * A source that is asked only from there on; null where its service cannot be asked so. Days are taken whole, and
 * windows begin on the same days as without.
 */
export function narrowSource(source: LiveSource, since: Since): LiveSource | null {
  const {header, from, zone} = since
  const day = typeof from === 'bigint' ? null : dayIn(zone, from)
  switch (source.kind) {
    case 'socrata': {
      const value = day === null ? String(from) : `'${day}T00:00:00'`
      return {...source, where: both(source.where, `\`${header}\` >= ${value}`)}
    }
    case 'opendatasoft': {
      const value = day === null ? String(from) : `date'${day}'`
      return {...source, where: both(source.where, `\`${header}\` >= ${value}`)}
    }
    case 'open311':
    case 'spending':
      return day === null ? null : {...source, since: windowOf(day, source.since, source.windowDays)}
    case 'sensorthings':
      return day === null || !source.observations
        ? null
        : {
            ...source,
            observations: {
              ...source.observations,
              since: windowOf(day, source.observations.since, source.observations.windowDays),
            },
          }
    case 'sensor-community':
      return day === null ? null : {...source, since: day > source.since ? day : source.since}
    case 'openbudget':
      return day === null ? null : {...source, sinceYear: Math.max(source.sinceYear, Number(day.slice(0, 4)))}
    default:
      return null
  }
}

const both = (where: string | undefined, condition: string) =>
  where === undefined || where === '' ? condition : `(${where}) and ${condition}`

/** The first day of the window that holds a day. */
function windowOf(day: string, since: string, windowDays = usualWindowDays): string {
  const windows = Math.floor(daysBetween(since, day) / windowDays)
  return windows <= 0 ? since : addDays(since, windows * windowDays)
}

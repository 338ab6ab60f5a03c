import {emptyState, readState, writeState} from '@hromada/twin/layers'
import {ApiError} from '../errors.ts'
import {isIn} from './is-in.ts'
import {limits} from './limits.ts'

/**
 * The view of a scenario as it is kept: the query of an address of the twin, of which the camera, the layers that are
 * shown, sun, box and the ground seen through stay. What depends on columns of a release does not.
 * @throws ApiError INVALID_SCENARIO where it has no camera, or one that looks outside the city
 */
export function readView(given: unknown, city: {id: string; bbox: [number, number, number, number]}): string {
  if (typeof given !== 'string' || given.length > limits.viewCharacters)
    throw fault(`must be a text of at most ${limits.viewCharacters} characters, or null.`)
  const query = new URLSearchParams(given)
  const {state} = readState(query, {layers: new Map(), others: []})
  const {view, stand, sunAt, section, groundShare} = state
  const place = stand ?? view
  if (!place)
    throw fault('must be the query of a view of the twin with a camera, such as at=30.5,50.4,120,0,-35,500.')
  if (!isIn(city, [place.lon, place.lat])) throw fault(`looks outside ${city.id}.`)
  const kept = writeState({...emptyState(), view, stand, sunAt, section, groundShare})
  // Which layers there are is for the page to know: it leaves out what it has not.
  const layers = query.get('on')
  if (layers !== null) kept.append('on', layers)
  return kept.toString()
}

const fault = (what: string) => new ApiError('INVALID_SCENARIO', `view: ${what}`)

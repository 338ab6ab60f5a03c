import {ApiError} from '../errors.ts'
import {isIn} from './is-in.ts'
import {limits} from './limits.ts'
import {characters, plainText} from './plain-text.ts'
import type {CommentContent} from './scenario-state.ts'

type Sent = Pick<CommentContent, 'text' | 'name' | 'place'> & {
  /** It filled in a field that people do not see. */
  isByMachine: boolean
}

const fields = ['text', 'name', 'place', 'lon', 'lat', 'website']

/**
 * A comment from what was sent, as JSON or as the fields of a form, where the place is in `lon` and `lat`.
 * @throws ApiError INVALID_COMMENT
 */
export function readComment(
  body: unknown,
  city: {id: string; bbox: [number, number, number, number]} | null,
): Sent {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw fault('It must be an object.')
  const given = body as Record<string, unknown>
  const unknown = Object.keys(given).find(name => !fields.includes(name))
  if (unknown !== undefined) throw fault(`There is no field "${unknown.slice(0, 60)}".`)
  const text = textOf(given.text, 'text', limits.commentCharacters)
  if (text === '') throw fault('text: must say something.')
  const name = textOf(given.name ?? '', 'name', limits.nameCharacters).replaceAll(/\s+/g, ' ')
  return {
    text,
    name: name === '' ? null : name,
    place: placeOf(given, city),
    isByMachine: given.website !== undefined && given.website !== '',
  }
}

function placeOf(
  given: Record<string, unknown>,
  city: Parameters<typeof isIn>[0] | null,
): CommentContent['place'] {
  const {lon, lat} = (given.place ?? given) as Record<string, unknown>
  const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''
  if (!isGiven(lon) && !isGiven(lat)) {
    if (given.place === undefined || given.place === null) return null
    throw fault('place: must have lon and lat.')
  }
  const [x, y] = [lon, lat].map(value =>
    typeof value === 'string' ? Number(value.replace(',', '.')) : value,
  )
  if (typeof x !== 'number' || typeof y !== 'number' || !isGiven(lon) || !isGiven(lat))
    throw fault('place: must be longitude and latitude in degrees.')
  if (!Number.isFinite(x) || !Number.isFinite(y) || !city || !isIn(city, [x, y]))
    throw fault('place: is not in the city.')
  // A tenth of a metre is more than a finger can show.
  return {lon: Math.round(x * 1e6) / 1e6, lat: Math.round(y * 1e6) / 1e6}
}

function textOf(given: unknown, at: string, most: number): string {
  const text = typeof given === 'string' ? plainText(given) : null
  if (text === null) throw fault(`${at}: must be a text.`)
  if (characters(text) > most)
    throw fault(`${at}: has ${characters(text)} characters; at most ${most} are kept.`)
  return text
}

const fault = (what: string) => new ApiError('INVALID_COMMENT', what)

import {readFile, rm} from 'node:fs/promises'
import {type Ask, type FetchContext, FetchError} from '../fetcher.ts'
import {plainText} from '../plain-text.ts'

/** A catalogue is read whole into memory. */
const mostBytes = 128 * 2 ** 20

/** What an address answers in JSON, for a fetcher to find its way by; nothing of it stays on the shelf. */
export async function readJson(ask: Omit<Ask, 'expect'>, {shelf, download}: FetchContext): Promise<unknown> {
  const path = shelf.path('.answer')
  try {
    await download({...ask, expect: 'json', mostBytes}, path)
    return parseJson(await readFile(path), ask.address)
  } finally {
    await rm(path, {force: true})
  }
}

/** JSON of an answer. One that is not is told of with the place where it breaks. */
export function parseJson(text: Buffer, address: string): unknown {
  try {
    return JSON.parse(text.toString('utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    throw new FetchError(`${address} answers with JSON that breaks: ${plainText((error as Error).message)}.`)
  }
}

/** A value inside JSON by its keys; undefined where there is no such thing. */
export const at = (json: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    json,
  )

/** The list of records at a place in JSON. */
export function recordsAt(json: unknown, address: string, ...keys: string[]): unknown[] {
  const records = at(json, ...keys)
  if (Array.isArray(records)) return records
  const said = at(json, 'message') ?? at(json, 'error') ?? at(json, 'description')
  throw new FetchError(
    `${address} answers with JSON that has no list${keys.length > 0 ? ` "${keys.join('.')}"` : ''}${typeof said === 'string' ? `: ${plainText(said)}` : ''}.`,
  )
}

/** A text inside JSON; null where there is none. */
export const textAt = (json: unknown, ...keys: string[]): string | null => {
  const value = at(json, ...keys)
  return typeof value === 'string' && value !== '' ? value : null
}

/** A number inside JSON, also one written as text; null where there is none. */
export const numberAt = (json: unknown, ...keys: string[]): number | null => {
  const value = at(json, ...keys)
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

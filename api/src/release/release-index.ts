import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {type ReleaseSummary, releaseAt, summariseRelease} from '@hromada/warehouse'
import {ApiError} from '../errors.ts'

/** The releases of a data folder. One that is sealed never changes, so each is read once. */
export class ReleaseIndex {
  readonly #data: string
  readonly #known = new Map<string, ReleaseSummary>()

  constructor(data: string) {
    this.#data = data
  }

  /** The newest first. */
  async list(): Promise<ReleaseSummary[]> {
    const names = await readdir(join(this.#data, 'releases')).catch(() => [])
    const ids = names.filter(name => !name.startsWith('.'))
    for (const id of this.#known.keys()) if (!ids.includes(id)) this.#known.delete(id)
    for (const id of ids) {
      if (this.#known.has(id)) continue
      const summary = await summariseRelease(this.#data, id)
      if (summary) this.#known.set(id, summary)
    }
    return [...this.#known.values()].sort((a, b) => (a.sealedAt < b.sealedAt ? 1 : -1))
  }

  /** The id of a release: itself, or what was in force at an instant, or at the end of a date (UTC). */
  async resolve(asOf: string): Promise<string> {
    const releases = await this.list()
    if (releases.some(({id}) => id === asOf)) return asOf
    const at = instant(asOf)
    if (at === null)
      throw /^\d{4}-\d\d-\d\dT\d\d-\d\dZ-/.test(asOf)
        ? new ApiError(
            'RELEASE_NOT_FOUND',
            `There is no release "${asOf.slice(0, 100)}" any more, or never was.`,
          )
        : new ApiError(
            'INVALID_PARAMETER',
            `as_of is "${asOf.slice(0, 100)}"; write an instant (2026-11-21T08:00:00Z), a date (2026-11-21) or the id of a release.`,
          )
    const found = releaseAt(releases, at)
    if (!found)
      throw new ApiError(
        'RELEASE_NOT_FOUND',
        `No release that is kept was in force at ${at.toISOString()}. ${
          releases.length === 0 ? 'There is none.' : `The oldest is of ${releases.at(-1)!.sealedAt}.`
        }`,
      )
    return found.id
  }
}

function instant(text: string): Date | null {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text)
  if (!isDate && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(text)) return null
  const hasZone = /(Z|[+-]\d\d:\d\d)$/.test(text)
  const at = new Date(isDate ? `${text}T23:59:59.999Z` : hasZone ? text : `${text}Z`)
  // JavaScript takes 30 February for 2 March.
  const midnight = new Date(`${text.slice(0, 10)}T00:00:00Z`)
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text.slice(0, 10))
  return isDay && !Number.isNaN(at.getTime()) ? at : null
}

import {join} from 'node:path'
import {ApiError} from '../errors.ts'
import {type DatabaseOptions, OpenRelease} from './open-release.ts'
import type {Lease} from './release-reader.ts'

type Held = {opening: Promise<OpenRelease>; readers: number}

/** Releases that are not the current one, opened when they are asked for. The ones asked for last stay open. */
export class PastReleases {
  readonly #data: string
  readonly #options: DatabaseOptions
  readonly #most: number
  readonly #held = new Map<string, Held>()

  constructor(data: string, options: DatabaseOptions, most = 3) {
    this.#data = data
    this.#options = options
    this.#most = most
  }

  /** Throws RELEASE_NOT_FOUND where its files are not there any more, TOO_BUSY where too many are being read. */
  async acquire(id: string): Promise<Lease> {
    let held = this.#held.get(id)
    if (!held) {
      await this.#makeRoom()
      held = {opening: OpenRelease.open(join(this.#data, 'releases', id), id, this.#options), readers: 0}
    }
    // Asked for last means closed last: a map keeps the order of insertion.
    this.#held.delete(id)
    this.#held.set(id, held)
    held.readers++
    const done = once(() => held.readers--)
    try {
      return {release: await held.opening, done}
    } catch {
      done()
      if (this.#held.get(id) === held) this.#held.delete(id)
      throw new ApiError('RELEASE_NOT_FOUND', `The release "${id}" cannot be opened any more.`)
    }
  }

  async close(): Promise<void> {
    const all = [...this.#held.values()]
    this.#held.clear()
    await Promise.all(all.map(({opening}) => opening.then(release => release.close()).catch(() => {})))
  }

  async #makeRoom(): Promise<void> {
    if (this.#held.size < this.#most) return
    const idle = [...this.#held].find(([, {readers}]) => readers === 0)
    if (!idle) throw new ApiError('TOO_BUSY', 'Too many past releases are being read at once.')
    this.#held.delete(idle[0])
    await idle[1].opening.then(release => release.close()).catch(() => {})
  }
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) action()
    isDone = true
  }
}

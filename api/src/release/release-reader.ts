import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {ApiError} from '../errors.ts'
import {type DatabaseOptions, OpenRelease} from './open-release.ts'
import {PastReleases} from './past-releases.ts'
import {ReleaseIndex} from './release-index.ts'
import {UnreadableRelease} from './unreadable-release.ts'

export type ReleaseReaderOptions = DatabaseOptions & {
  /** The data folder: it holds `current` and `releases/<id>/`. */
  data: string
  /** How long `current` is believed before it is read again. */
  checkEveryMilliseconds?: number
  /** How long a release that could not be opened is left alone. */
  retryAfterMilliseconds?: number
  /** Told when a release is opened, and when one cannot be. */
  log?: {info(message: string): void; error(message: string): void}
}

/** A release for the time of one answer. */
export type Lease = {release: OpenRelease; done(): void}

type Held = {release: OpenRelease; readers: number; isRetired: boolean}

const quiet = {info() {}, error() {}}

/**
 * Keeps the current release open. When `current` names another one it is opened and the next answers come from
 * it, while answers under way end with the release they began with, which is closed after the last of them. A
 * release that cannot be opened changes nothing but `problem`.
 */
export class ReleaseReader {
  readonly #options: Required<Omit<ReleaseReaderOptions, keyof DatabaseOptions>> & DatabaseOptions
  #held: Held | null = null
  #problem: string | null = 'No release was looked for yet.'
  #checkedAt = Number.NEGATIVE_INFINITY
  #checking: Promise<void> | null = null
  #failed: {id: string; at: number} | null = null
  readonly #closing = new Set<Promise<void>>()
  readonly #past: PastReleases
  /** All the releases there are. */
  readonly index: ReleaseIndex
  #isClosed = false

  constructor(options: ReleaseReaderOptions) {
    this.#options = {checkEveryMilliseconds: 500, retryAfterMilliseconds: 2000, log: quiet, ...options}
    this.#past = new PastReleases(options.data, options)
    this.index = new ReleaseIndex(options.data)
  }

  /**
   * The current release, or the one that `asOf` names (an instant, a date, an id). Call `done` when the answer has
   * ended. Throws NO_RELEASE where there is none, RELEASE_NOT_FOUND where there was none then.
   */
  async acquire(asOf: string | null = null): Promise<Lease> {
    await this.#check()
    if (asOf !== null) {
      const id = await this.index.resolve(asOf)
      if (id !== this.#held?.release.id) return this.#past.acquire(id)
    }
    const held = this.#held
    if (!held) throw new ApiError('NO_RELEASE', this.#problem ?? 'There is no release.')
    held.readers++
    let isDone = false
    const done = () => {
      if (isDone) return
      isDone = true
      held.readers--
      this.#closeUnread(held)
    }
    return {release: held.release, done}
  }

  /** What is being served, and why a newer release is not. */
  async state(): Promise<{release: string | null; problem: string | null; readers: number}> {
    await this.#check()
    return {
      release: this.#held?.release.id ?? null,
      problem: this.#problem,
      readers: this.#held?.readers ?? 0,
    }
  }

  /** Closes what is open. Answers under way are for the server to end first. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#checking
    if (this.#held) this.#closeRelease(this.#held)
    await Promise.all([...this.#closing, this.#past.close()])
  }

  async #check(): Promise<void> {
    if (this.#isClosed || performance.now() - this.#checkedAt < this.#options.checkEveryMilliseconds) return
    this.#checking ??= this.#look().finally(() => {
      this.#checkedAt = performance.now()
      this.#checking = null
    })
    await this.#checking
  }

  async #look(): Promise<void> {
    const {data, log, retryAfterMilliseconds} = this.#options
    const id = await readFile(join(data, 'current'), 'utf8').then(
      text => text.trim(),
      () => null,
    )
    if (id === null) {
      this.#problem = 'The data folder has no file "current": no release was sealed yet.'
      return
    }
    if (id === this.#held?.release.id) {
      this.#problem = null
      this.#failed = null
      return
    }
    if (id === this.#failed?.id && performance.now() - this.#failed.at < retryAfterMilliseconds) return

    try {
      if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id))
        throw new UnreadableRelease(id.slice(0, 100), 'has a name that is no name')
      const release = await OpenRelease.open(join(data, 'releases', id), id, this.#options)
      const old = this.#held
      this.#held = {release, readers: 0, isRetired: false}
      this.#problem = null
      this.#failed = null
      if (old) this.#retire(old)
      log.info(`Serving the release ${id}.`)
    } catch (cause) {
      this.#failed = {id, at: performance.now()}
      // What we did not foresee may name paths: that is for the log alone.
      this.#problem =
        cause instanceof UnreadableRelease ? cause.message : `The release "${id}" cannot be opened.`
      log.error(`${this.#problem} ${cause instanceof UnreadableRelease ? '' : String(cause)}`.trim())
    }
  }

  #retire(held: Held): void {
    held.isRetired = true
    this.#closeUnread(held)
  }

  #closeUnread(held: Held): void {
    if (held.isRetired && held.readers === 0) this.#closeRelease(held)
  }

  #closeRelease({release}: Held): void {
    const closing = release
      .close()
      .catch(cause => this.#options.log.error(`The release ${release.id} did not close: ${cause}`))
      .finally(() => this.#closing.delete(closing))
    this.#closing.add(closing)
  }
}

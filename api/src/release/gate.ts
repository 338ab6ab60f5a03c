import {ApiError} from '../errors.ts'

/**
 * Lets at most `places` downloads run at once: each holds some 20 MB of the file it reads. Those beyond wait,
 * and are refused with TOO_BUSY after `patienceMilliseconds`.
 */
export class Gate {
  #free: number
  readonly #patienceMilliseconds: number
  readonly #waiting: (() => void)[] = []

  constructor(places: number, patienceMilliseconds: number) {
    this.#free = places
    this.#patienceMilliseconds = patienceMilliseconds
  }

  /** Resolves to the function that gives the place back; calling it twice does nothing more. */
  async enter(): Promise<() => void> {
    if (this.#free > 0) this.#free--
    else await this.#wait()
    let isBack = false
    return () => {
      if (isBack) return
      isBack = true
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }

  #wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        reject(new ApiError('TOO_BUSY', 'Other downloads take all places. Try again in a few seconds.'))
      }, this.#patienceMilliseconds)
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      this.#waiting.push(enter)
    })
  }
}

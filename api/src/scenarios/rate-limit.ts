import {createHmac, randomBytes} from 'node:crypto'
import {isIPv6} from 'node:net'
import {ApiError} from '../errors.ts'
import {type RateName, rates} from './limits.ts'

const dayMilliseconds = 86_400_000
/** More senders than that at once are an attack: then the ones that were quiet for longest are forgotten. */
const mostSenders = 100_000

/**
 * Counts what each sender does, in memory alone. A sender is an HMAC of the address under a random key that nobody
 * sees and that is thrown away every day with all counts, so that no address is kept, nor can be worked out.
 */
export class RateLimit {
  #key = randomBytes(32)
  #since: number
  #times = new Map<string, number[]>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
    this.#since = now()
  }

  /** Counts one more. @throws ApiError TOO_MANY_REQUESTS with the seconds until there may be another one */
  count(rate: RateName, sender: string): void {
    this.check(rate, sender)
    const name = this.#nameOf(rate, sender)
    const known = this.#times.get(name) ?? []
    // Set anew, so that the map is in the order of use.
    this.#times.delete(name)
    this.#times.set(name, [...known, this.#now()].slice(-Math.max(...rates[rate].map(({times}) => times))))
    if (this.#times.size > mostSenders) this.#times.delete(this.#times.keys().next().value!)
  }

  /** The same without counting. */
  check(rate: RateName, sender: string): void {
    const now = this.#now()
    if (now - this.#since >= dayMilliseconds) {
      this.#key = randomBytes(32)
      this.#times = new Map()
      this.#since = now
    }
    const known = this.#times.get(this.#nameOf(rate, sender)) ?? []
    const waits = rates[rate].map(({times, seconds}) => {
      const oldest = known.at(-times)
      return oldest === undefined ? 0 : oldest + seconds * 1000 - now
    })
    const wait = Math.ceil(Math.max(...waits) / 1000)
    if (wait <= 0) return
    const error = new ApiError('TOO_MANY_REQUESTS', `Too many from one sender. Try again in ${wait} seconds.`)
    error.retryAfterSeconds = wait
    throw error
  }

  #nameOf(rate: RateName, sender: string): string {
    return createHmac('sha256', this.#key)
      .update(`${rate} ${networkOf(sender)}`)
      .digest('base64url')
  }
}

/** Who has one IPv6 address has the 2⁶⁴ beside it. */
function networkOf(sender: string): string {
  if (!isIPv6(sender) || sender.startsWith('::ffff:')) return sender.replace('::ffff:', '')
  const [left = '', right] = sender.split('%')[0]!.split('::')
  const [before, after] = [left.split(':').filter(Boolean), (right ?? '').split(':').filter(Boolean)]
  const missing = right === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(missing).fill('0'), ...after]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

import type {Fetch} from './api-source.ts'

const mostMilliseconds = 30_000

/** Fetch that gives up after half a minute and says so in words a reader can use: one slow layer must not look busy for ever. */
export const fetchInTime =
  (tookTooLong: string, milliseconds = mostMilliseconds): Fetch =>
  async address => {
    try {
      return await fetch(address, {signal: AbortSignal.timeout(milliseconds)})
    } catch (error) {
      throw (error as Error).name === 'TimeoutError' ? new Error(tookTooLong, {cause: error}) : error
    }
  }

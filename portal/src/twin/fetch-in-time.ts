import type {Fetch} from './api-source.ts'

const mostMilliseconds = 30_000

/** What is said where there was no answer: none in time, or no way to the server. */
type Words = {tookTooLong: string; noConnection: string}

/** Fetch that gives up after half a minute and says so in words a reader can use: one slow layer must not look busy for ever. */
export const fetchInTime =
  ({tookTooLong, noConnection}: Words, milliseconds = mostMilliseconds): Fetch =>
  async address => {
    try {
      return await fetch(address, {signal: AbortSignal.timeout(milliseconds)})
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') throw new Error(tookTooLong, {cause: error})
      // By the standard a fetch that comes to nothing is a TypeError, with words of the browser's maker.
      throw error instanceof TypeError ? new Error(noConnection, {cause: error}) : error
    }
  }

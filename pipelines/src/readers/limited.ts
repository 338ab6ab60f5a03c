import {Transform} from 'node:stream'
import {SourceError} from './reader.ts'

/** More than any file a city publishes: what unpacks to more was made to fill a disk. */
const mostBytes = 8 * 2 ** 30

/** Lets bytes through up to the limit, whatever a packed file says of its size. */
export function limited(what: string, most = mostBytes): Transform {
  let bytes = 0
  return new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      if (bytes > most) done(new SourceError(`${what} unpacks to more than ${most / 2 ** 30} GB.`))
      else done(null, piece)
    },
  })
}

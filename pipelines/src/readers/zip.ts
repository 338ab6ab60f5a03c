import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {Format} from '@hromada/datasets'
import {type Entry, openPromise, type ZipFile} from 'yauzl'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'

/** More than any file a city publishes: what unpacks to more was made to fill a disk. */
const mostBytes = 8 * 2 ** 30

/** A reader of one file of a zip archive: the member is unpacked and handed to the reader of its own format. */
export const zipReader =
  (readerFor: (format: Format) => Reader): Reader<'zip'> =>
  async (file, {member, format}, context) => {
    const kind = await fileKind(file.path)
    if (!kind.startsWith('a zip archive'))
      throw new SourceError(`${file.address} is not a zip archive: it is ${kind}.`)
    const path = join(context.scratch, 'member')
    const damaged = (error: Error) => {
      if (error instanceof SourceError) throw error
      throw new SourceError(`${file.address} is damaged: ${error.message}`)
    }
    const archive = await openPromise(file.path, {autoClose: false, validateEntrySizes: true}).catch(damaged)
    try {
      const entry = await find(archive, member, file.address).catch(damaged)
      const packed = await archive.openReadStreamPromise(entry).catch(damaged)
      await pipeline(packed, limited(`${file.address}: ${member}`), createWriteStream(path)).catch(damaged)
    } finally {
      archive.close()
    }
    return readerFor(format)({path, address: `${file.address}/${member}`}, format, context)
  }

/** The member of that name; archives often hold everything in one folder. */
async function find(archive: ZipFile, member: string, address: string): Promise<Entry> {
  const names: string[] = []
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName
    if (name === member || name.endsWith(`/${member}`)) return entry
    if (!name.endsWith('/')) names.push(name)
  }
  const listed = names.slice(0, 12).join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '')
  throw new SourceError(`${address} has no file "${member}". It has ${listed || 'none'}.`)
}

/** Lets bytes through up to the limit, whatever the archive says of its sizes. */
function limited(what: string): Transform {
  let bytes = 0
  return new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      if (bytes > mostBytes) done(new SourceError(`${what} unpacks to more than ${mostBytes / 2 ** 30} GB.`))
      else done(null, piece)
    },
  })
}

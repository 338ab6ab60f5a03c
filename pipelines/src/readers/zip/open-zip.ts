import type {Readable} from 'node:stream'
import {type Entry, openPromise} from 'yauzl'
import {limited} from '../limited.ts'
import {SourceError, type SourceFile} from '../reader.ts'

/** A file in a zip archive: its name with its folders, and how many bytes it claims to unpack to. */
export type ZipMember = {name: string; bytes: number; entry: Entry}

export type Zip = {
  members: ZipMember[]
  /** Its bytes, unpacked, up to a limit (GB of a city's largest file where none is given). */
  stream: (member: ZipMember, mostBytes?: number) => Promise<Readable>
  close: () => void
}

/** More files than any publisher puts into an archive. */
const mostMembers = 100_000

/** Opens a zip archive. Folders, and what systems leave in archives for themselves, are no members. */
export async function openZip({path, address}: SourceFile): Promise<Zip> {
  const damaged = (error: Error): never => {
    if (error instanceof SourceError) throw error
    throw new SourceError(`${address} is damaged: ${error.message.replace(/\.+$/, '')}. Fetch it again.`)
  }
  const archive = await openPromise(path, {autoClose: false, validateEntrySizes: true}).catch(damaged)
  const members: ZipMember[] = []
  try {
    for await (const entry of archive.eachEntry()) {
      const name = entry.fileName
      const isOwn = name.endsWith('/') || /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name)
      if (!isOwn) members.push({name, bytes: entry.uncompressedSize, entry})
      if (members.length > mostMembers)
        throw new SourceError(`${address} holds more than ${mostMembers} files; no source does.`)
    }
  } catch (error) {
    archive.close()
    damaged(error as Error)
  }
  return {
    members,
    close: () => archive.close(),
    stream: async ({name, entry}, mostBytes) => {
      if (entry.isEncrypted())
        throw new SourceError(
          `${address}/${name} is locked with a password. Ask its publisher for a copy that is not.`,
        )
      const packed = await archive.openReadStreamPromise(entry).catch(damaged)
      const out = limited(`${address}/${name}`, mostBytes)
      packed.on('error', error =>
        out.destroy(
          error instanceof SourceError
            ? error
            : new SourceError(
                `${address}/${name} is damaged: ${error.message.replace(/\.+$/, '')}. Fetch it again.`,
              ),
        ),
      )
      return packed.pipe(out)
    },
  }
}

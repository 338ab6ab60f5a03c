import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import type {Format} from '@hromada/datasets'
import {fileKind} from './file-kind.ts'
import {readMany} from './read-many.ts'
import {type Read, type ReadContext, type Reader, SourceError, type SourceFile} from './reader.ts'
import {openZip, type ZipMember} from './zip/open-zip.ts'

/**
 * A reader of files of a zip archive: each is unpacked and handed to the reader of its own format. `member` is a name,
 * with or without its folder, in any case, in which `*` stands for any part of it.
 */
export const zipReader =
  (readOne: (format: Format) => (file: SourceFile, context: ReadContext) => Promise<Read>): Reader<'zip'> =>
  async (file, {member, format}, context) => {
    const kind = await fileKind(file.path)
    if (!kind.startsWith('a zip archive'))
      throw new SourceError(`${file.address} is not a zip archive: it is ${kind}.`)
    const archive = await openZip(file)
    try {
      const members = chosen(archive.members, member, file.address)
      const read = async (one: ZipMember, into: ReadContext) => {
        const path = join(into.scratch, 'member')
        await pipeline(
          await archive.stream(one),
          createWriteStream(path),
          ...(context.signal ? [{signal: context.signal}] : []),
        )
        return readOne(format)({path, address: `${file.address}/${one.name}`}, into)
      }
      return members.length === 1
        ? await read(members[0]!, context)
        : await readMany(members, read, context, `${file.address}: ${member}`)
    } finally {
      archive.close()
    }
  }

function chosen(members: ZipMember[], member: string | undefined, address: string): ZipMember[] {
  const names = members.map(({name}) => name)
  const listed = names.slice(0, 12).join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '')
  if (member === undefined) {
    if (members.length === 1) return members
    throw new SourceError(
      `${address} has ${members.length} files: ${listed}. Declare which: format: {kind: 'zip', member}.`,
    )
  }
  const pattern = new RegExp(
    `(^|/)${member
      .split('*')
      .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  )
  const fitting = members.filter(({name}) => pattern.test(name))
  if (fitting.length === 0)
    throw new SourceError(`${address} has no file "${member}". It has ${listed || 'none'}.`)
  const exact = fitting.find(({name}) => name === member)
  if (member.includes('*')) return fitting.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return [exact ?? fitting[0]!]
}

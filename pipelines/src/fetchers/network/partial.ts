import {readFile, rm, stat, writeFile} from 'node:fs/promises'

/** Part of a file that was cut, and what is needed to ask for the rest. */
export type CutFile = {bytes: number; etag: string; encoding: string | null}

/** A file on its way, at `<target>.part`; beside it a note, there only while the rest can be asked for. */
export const partialPaths = (target: string) => ({part: `${target}.part`, note: `${target}.part.json`})

/** What came of this address before it was cut. Null where nothing did, or its rest could not be told from a new file. */
export async function partialOf(target: string, address: string): Promise<CutFile | null> {
  const {part, note} = partialPaths(target)
  const size = (await stat(part).catch(() => null))?.size ?? 0
  const known = await readFile(note, 'utf8')
    .then(text => JSON.parse(text) as {address: string; etag: string; encoding: string | null})
    .catch(() => null)
  if (size > 0 && known?.address === address) return {bytes: size, etag: known.etag, encoding: known.encoding}
  await dropPartial(target)
  return null
}

/** Notes what a file on its way is, if its ETag is strong: a weak one does not promise the same bytes (RFC 9110, 8.8.1). */
export async function notePartial(
  target: string,
  address: string,
  etag: string | undefined,
  encoding: string | null,
) {
  const {note} = partialPaths(target)
  if (isStrong(etag)) await writeFile(note, JSON.stringify({address, etag, encoding}))
  else await rm(note, {force: true})
}

export async function dropPartial(target: string) {
  const {part, note} = partialPaths(target)
  await rm(note, {force: true})
  await rm(part, {force: true})
}

const isStrong = (etag: string | undefined): etag is string => etag !== undefined && /^"[^"]*"$/.test(etag)

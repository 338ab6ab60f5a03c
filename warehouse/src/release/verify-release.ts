import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {releasesFolder} from './current-release.ts'
import {fileHash} from './file-hash.ts'
import {readRelease} from './list-releases.ts'
import {releaseDigest} from './release-digest.ts'
import type {ReleaseManifest} from './release-manifest.ts'

export type VerifyEffects = {
  signal: AbortSignal
  /** Called before each file is hashed. */
  onFile: (path: string, index: number, total: number) => void
}

/**
 * Hashes every file of a release, and the landed files it was made from, again. Answers what is not as the manifest
 * says, in words; nothing where all is.
 */
export async function verifyRelease(data: string, id: string, effects: VerifyEffects): Promise<string[]> {
  const manifest = await readRelease(data, id)
  if (!manifest) return [`${id}: it has no manifest.json that can be read.`]
  const files = filesOf(manifest, data)
  const faults: string[] = []
  for (const [index, {name, path, sha256, bytes}] of files.entries()) {
    effects.signal.throwIfAborted()
    effects.onFile(name, index, files.length)
    const there = await stat(path).catch(() => null)
    if (!there) faults.push(`${name} is missing.`)
    else if (bytes !== undefined && there.size !== bytes)
      faults.push(`${name} has ${there.size} bytes instead of ${bytes}.`)
    else if ((await fileHash(path)).sha256 !== sha256)
      faults.push(`${name} has another content than was sealed.`)
  }
  if (releaseDigest(manifest) !== manifest.digest || !id.endsWith(manifest.digest.slice(0, 8)))
    faults.push('manifest.json lists other files than were sealed: its digest does not fit.')
  return faults
}

type File = {name: string; path: string; sha256: string; bytes?: number}

function filesOf({id, tables, artefacts, datasets}: ReleaseManifest, data: string): File[] {
  const own = [...tables.map(({file, ...rest}) => ({...rest, path: file})), ...artefacts]
  return [
    ...own.map(({path, sha256, bytes}) => ({
      name: path,
      path: join(releasesFolder(data), id, path),
      sha256,
      bytes,
    })),
    ...datasets.flatMap(({feeds}) =>
      feeds.flatMap(({landing, earlier = []}) =>
        [...earlier, landing].map(({file, sha256}) => ({name: file, path: join(data, file), sha256})),
      ),
    ),
  ]
}

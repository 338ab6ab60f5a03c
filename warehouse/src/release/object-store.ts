import {chmod, copyFile, link, mkdir, readdir, rename, rm, rmdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/**
 * Files of releases by their content: `objects/ab/abcd…` once, and a hard link to it in every release that has it. So
 * a release costs the disk what has changed, and an object that no release links to any more can go.
 */
const objectsFolder = (data: string) => join(data, 'objects')

const objectPath = (data: string, sha256: string) => join(objectsFolder(data), sha256.slice(0, 2), sha256)

/** Makes `path` one with the object of its hash, which it becomes where there is none yet. */
export async function shareFile(data: string, path: string, sha256: string): Promise<void> {
  const object = objectPath(data, sha256)
  const [own, kept] = await Promise.all([stat(path), stat(object).catch(() => null)])
  if (kept && kept.ino === own.ino && kept.dev === own.dev) return
  if (kept && kept.size === own.size) return placeObject(data, sha256, path)
  await mkdir(dirname(object), {recursive: true})
  // What is sealed is for reading.
  await chmod(path, 0o444)
  await rm(object, {force: true})
  await linkOrCopy(path, object)
}

/** Puts the object of that hash at `path`. */
export async function placeObject(data: string, sha256: string, path: string): Promise<void> {
  const beside = `${path}.linking`
  await rm(beside, {force: true})
  await linkOrCopy(objectPath(data, sha256), beside)
  await rename(beside, path)
}

/** Is the object of that hash there, in the size it should have? */
export const hasObject = (data: string, sha256: string, bytes: number): Promise<boolean> =>
  stat(objectPath(data, sha256)).then(
    ({size}) => size === bytes,
    () => false,
  )

/** Removes objects that no release links to. Answers how many and how large. */
export async function dropUnusedObjects(data: string): Promise<{objects: number; bytes: number}> {
  const dropped = {objects: 0, bytes: 0}
  const home = objectsFolder(data)
  for (const shelf of await readdir(home).catch(() => [])) {
    for (const name of await readdir(join(home, shelf))) {
      const {nlink, size} = await stat(join(home, shelf, name))
      if (nlink > 1) continue
      await rm(join(home, shelf, name), {force: true})
      dropped.objects++
      dropped.bytes += size
    }
    await rmdir(join(home, shelf)).catch(() => {})
  }
  return dropped
}

/** Disks that know no hard links hold a file twice. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (!['EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK', 'ENOSYS'].includes(error.code ?? '')) throw error
    await copyFile(from, to)
  })
}

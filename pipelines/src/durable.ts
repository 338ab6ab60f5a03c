import {open, readdir, rename} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** Waits until a file's or folder's content is on the disk, so that a power cut cannot take it back. */
export async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some systems cannot sync a folder; there the order of renames is all there is.
    if (!['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
  } finally {
    await handle.close()
  }
}

/** Every file below a folder, then the folders, on the disk. */
export async function treeToDisk(folder: string): Promise<void> {
  for (const entry of await readdir(folder, {withFileTypes: true}))
    await (entry.isDirectory() ? treeToDisk : toDisk)(join(folder, entry.name))
  await toDisk(folder)
}

/** Writes a small file in one stroke: whoever reads it finds the old text or the new one, whatever happens. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  const handle = await open(beside, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, path)
  await toDisk(dirname(path))
}

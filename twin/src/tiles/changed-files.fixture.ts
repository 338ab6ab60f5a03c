import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** Files of a folder that are not the same in another, by name. For tests of what is written again. */
export async function changedFiles(before: string, after: string): Promise<string[]> {
  const names = (await readdir(after, {recursive: true})).filter(name => /\.\w+$/.test(name))
  const changed: string[] = []
  for (const name of names) {
    const [old, now] = await Promise.all(
      [before, after].map(folder => readFile(join(folder, name)).catch(() => Buffer.alloc(0))),
    )
    if (!old!.equals(now!)) changed.push(name)
  }
  return changed.sort()
}

import {createHash} from 'node:crypto'
import {glob, readFile} from 'node:fs/promises'

/** Hash of the source files below some folders: what they make changes when they do. */
export async function codeFingerprint(...folders: URL[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const file of (await Array.fromAsync(glob('**/*.ts', {cwd: folder}))).sort())
      if (!file.includes('.test.') && !file.includes('.fixture.'))
        hash.update(file).update(await readFile(new URL(file.replaceAll('\\', '/'), folder)))
  return hash.digest('hex').slice(0, 16)
}

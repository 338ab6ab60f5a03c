import {createHash} from 'node:crypto'
import {glob, readFile} from 'node:fs/promises'

const home = new URL('./', import.meta.url)

/** The hash of the generator's own code, without tests: what may have changed the bytes it writes. */
export async function generatorFingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const paths = await Array.fromAsync(glob('**/*.ts', {cwd: home}))
  for (const path of paths.map(one => one.replaceAll('\\', '/')).sort()) {
    if (/\.(test|fixture)\.ts$|^topics\/.*feeds\.ts$|^city\.ts$/.test(path)) continue
    hash.update(`${path}\n`).update(await readFile(new URL(path, home)))
  }
  return hash.digest('hex')
}

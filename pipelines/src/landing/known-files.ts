import {readFile, rename, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Fetched} from '../fetchers/fetcher.ts'
import type {LandedSource} from '../lake.ts'
import {identify} from './identify.ts'

/** What the file system says of a file: size, inode, and nanoseconds of its last changes. */
type Stamp = {size: bigint; ino: bigint; mtimeNs: bigint; ctimeNs: bigint}
type Known = {stamp: string; sha256: string}

/** Not the name of a landing. Where it is torn or gone every file is read again. */
const fileName = '.known-files'

const milli = 1_000_000n
const second = 1000n * milli

/**
 * Hashes of source files that nobody has touched since they were hashed, so that gigabytes that stay the same are not
 * read every night. As in Git's index, a file is known again by its path, size, inode and times of change; one that
 * was changed just before it was hashed is not remembered, as it could be changed again in the same tick of the clock.
 */
export class KnownFiles {
  #folder: string
  #known: ReadonlyMap<string, Known>
  #now = new Map<string, Known>()

  private constructor(folder: string, known: ReadonlyMap<string, Known>) {
    this.#folder = folder
    this.#known = known
  }

  /** @param folder that of a dataset's landings; where there is none nothing is known */
  static async read(folder: string): Promise<KnownFiles> {
    const text = await readFile(join(folder, fileName), 'utf8').catch(() => '[]')
    try {
      return new KnownFiles(folder, new Map(JSON.parse(text) as [string, Known][]))
    } catch {
      return new KnownFiles(folder, new Map())
    }
  }

  /** What tells a file from every other: the hash of its bytes. */
  identify = async (file: Fetched): Promise<LandedSource> => {
    const began = BigInt(Date.now()) * milli
    const before = await stampOf(file.path)
    const stamp = Object.values(before).join(' ')
    const known = this.#known.get(file.path)
    const isKnown = known?.stamp === stamp
    const identified = await identify(file, isKnown ? known.sha256 : undefined)
    const isUntouched = Object.values(await stampOf(file.path)).join(' ') === stamp
    if (isKnown || (isUntouched && isSettled(before, began)))
      this.#now.set(file.path, {stamp, sha256: identified.sha256})
    return identified
  }

  /** Keeps for the next run what was learnt of this one's files. */
  async keep(): Promise<void> {
    const text = JSON.stringify([...this.#now])
    if (text === JSON.stringify([...this.#known])) return
    const path = join(this.#folder, fileName)
    await writeFile(`${path}.new`, text)
    await rename(`${path}.new`, path)
  }
}

async function stampOf(path: string): Promise<Stamp> {
  const {size, ino, mtimeNs, ctimeNs} = await stat(path, {bigint: true})
  return {size, ino, mtimeNs, ctimeNs}
}

/** Would another change be seen? Some file systems know times to two seconds only. */
function isSettled({mtimeNs, ctimeNs}: Stamp, began: bigint): boolean {
  const last = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
  return began - last > (last % second === 0n ? 2n * second : 20n * milli)
}

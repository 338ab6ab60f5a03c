import {glob} from 'node:fs/promises'
import {nearest, UsageError} from '@hromada/pipelines/command'

export type Bench = {
  /** `land` for land.bench.ts. */
  name: string
  /** Path below the root, with slashes. */
  file: string
}

/** Every `<folder>/bench/<name>.bench.ts` below the root, by folder and name. Throws when there is none. */
export async function findBenches(root: string): Promise<Bench[]> {
  const files = await Array.fromAsync(glob('*/bench/*.bench.ts', {cwd: root}))
  if (files.length === 0) throw new Error(`There is no <folder>/bench/<name>.bench.ts below ${root}.`)
  return files
    .map(path => path.replaceAll('\\', '/'))
    .sort()
    .map(file => ({name: file.split('/').at(-1)!.replace('.bench.ts', ''), file}))
}

/**
 * Those that `names` asks for, in the order asked: names between commas; all where nothing is asked. A name that two
 * folders share means both.
 * @throws UsageError for a name that there is not
 */
export function chooseBenches(benches: Bench[], names: string | null): Bench[] {
  if (names === null) return benches
  const asked = [...new Set(names.split(',').map(name => name.trim()))]
  return asked.flatMap(asking => {
    const found = benches.filter(({name}) => name === asking)
    if (found.length > 0) return found
    const known = [...new Set(benches.map(({name}) => name))]
    const meant = nearest(asking, known)
    throw new UsageError(
      `There is no bench "${asking}". ${meant ? `Did you mean ${meant}? ` : ''}There are: ${known.join(', ')}.`,
    )
  })
}

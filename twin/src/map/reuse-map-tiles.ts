import {copyFile, link, mkdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** What a description of a map's tiles says of which there are, by level: x, and each y. */
type Available = {madeFrom: string; available: Record<string, Record<string, number[]>>}

/**
 * Takes a map's files over from an earlier release where it was made from the same rows by the same code; null where it
 * was not. Files of a release never change, so both may share them. The file that describes the tiles is the first.
 */
export async function reuseMapTiles(
  before: string,
  folder: string,
  madeFrom: string,
  {description, extension}: {description: string; extension: string},
): Promise<string[] | null> {
  const text = await readFile(join(before, description), 'utf8').catch(() => null)
  const known = text === null ? null : (JSON.parse(text) as Available)
  if (known?.madeFrom !== madeFrom) return null
  const files = [description, ...tileFiles(known, extension)]
  for (const column of new Set(files.map(dirname))) await mkdir(join(folder, column), {recursive: true})
  for (const file of files) {
    const [from, to] = [join(before, file), join(folder, file)]
    await link(from, to).catch(() => copyFile(from, to))
  }
  return files
}

/** Every tile of a map, in the order of its description. */
export const tileFiles = ({available}: Pick<Available, 'available'>, extension = 'png'): string[] =>
  Object.entries(available).flatMap(([level, columns]) =>
    Object.entries(columns).flatMap(([x, ys]) => ys.map(y => `${level}/${x}/${y}.${extension}`)),
  )

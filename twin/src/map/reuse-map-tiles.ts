import {copyFile, link, mkdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {MapDescription} from './map-description.ts'
import type {WrittenMap} from './write-map-tiles.ts'

/**
 * Takes a map's files over from an earlier release where it was made from the same rows by the same code; null where it
 * was not. Files of a release never change, so both may share them.
 */
export async function reuseMapTiles(
  before: string,
  folder: string,
  madeFrom: string,
): Promise<WrittenMap | null> {
  const text = await readFile(join(before, 'map.json'), 'utf8').catch(() => null)
  const description = text === null ? null : (JSON.parse(text) as MapDescription)
  if (description?.madeFrom !== madeFrom) return null
  const files = ['map.json', ...tileFiles(description)]
  for (const column of new Set(files.map(dirname))) await mkdir(join(folder, column), {recursive: true})
  for (const file of files) {
    const [from, to] = [join(before, file), join(folder, file)]
    await link(from, to).catch(() => copyFile(from, to))
  }
  return {files}
}

/** Every tile of a map, in the order of its description. */
export const tileFiles = ({available}: MapDescription): string[] =>
  Object.entries(available).flatMap(([level, columns]) =>
    Object.entries(columns).flatMap(([x, ys]) => ys.map(y => `${level}/${x}/${y}.png`)),
  )

import {glob} from 'node:fs/promises'
import type {City} from './define-city.ts'
import type {Dataset} from './define-dataset.ts'

const home = new URL('../', import.meta.url)

/** Every `datasets/<id>/dataset.ts`, by id. Throws when there is none, or an id is not its folder's name. */
export const loadDatasets = (root = home): Promise<Map<string, Dataset>> =>
  load<Dataset>('*/dataset.ts', root, 0)

/** Every `datasets/cities/<id>/city.ts`, by id. Throws when there is none, or an id is not its folder's name. */
export const loadCities = (root = home): Promise<Map<string, City>> => load<City>('cities/*/city.ts', root, 1)

async function load<T extends {id: string}>(
  pattern: string,
  root: URL,
  depth: number,
): Promise<Map<string, T>> {
  const found = new Map<string, T>()
  for (const path of (await Array.fromAsync(glob(pattern, {cwd: root}))).sort()) {
    const {default: declared} = (await import(new URL(path, root).href)) as {default: T}
    const folder = path.split(/[\\/]/)[depth]
    if (declared.id !== folder)
      throw new Error(`${path} declares id "${declared.id}"; the id must be "${folder}", its folder's name.`)
    found.set(declared.id, declared)
  }
  if (found.size === 0)
    throw new Error(`There is no ${pattern} below ${root.pathname}. Was this module bundled?`)
  return found
}

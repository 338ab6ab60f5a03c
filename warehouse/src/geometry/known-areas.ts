import {createHash} from 'node:crypto'
import {type Area, cityArea} from './city-area.ts'

const areas = new Map<string, Area>()

/**
 * Prepares the ground of polygons and a margin around them, so that SQL can ask for it by a key: the key is made of what
 * the ground is made of. Null where none of them is a polygon.
 */
export function rememberArea(
  outlines: (string | null)[],
  marginMetres: number,
): {key: string; area: Area} | null {
  const key = createHash('sha256')
    .update(JSON.stringify([outlines, marginMetres]))
    .digest('hex')
    .slice(0, 16)
  const area = areas.get(key) ?? cityArea(outlines, marginMetres)
  if (!area) return null
  areas.set(key, area)
  return {key, area}
}

/** @throws where nobody remembered it in this process */
export function knownArea(key: string): Area {
  const area = areas.get(key)
  if (!area) throw new Error(`There is no area "${key}".`)
  return area
}

import {readFile} from 'node:fs/promises'
import {citySurfaces} from '@hromada/warehouse'
import type {TileBuilding} from './tile-building.ts'

type CityObject = {
  type: string
  children?: string[]
  parents?: string[]
  geometry?: {boundaries: unknown}[]
}
type CityJson = {
  transform: object
  metadata: object
  vertices: number[][]
  CityObjects: Record<string, CityObject>
}
type Feature = {id: string; type: string; feature: string; header: string}

/** The top-level objects of a CityJSON file as features with their own vertices. For tests. */
export async function cityFeatures(path: string): Promise<Feature[]> {
  const {transform, metadata, vertices, CityObjects} = JSON.parse(await readFile(path, 'utf8')) as CityJson
  const header = JSON.stringify({type: 'CityJSON', version: '1.1', transform, metadata})
  const cut = (id: string) => {
    const used: number[][] = []
    const numbers = new Map<number, number>()
    const own = (part: unknown): unknown => {
      if (Array.isArray(part)) return part.map(own)
      const old = part as number
      if (!numbers.has(old)) numbers.set(old, used.push(vertices[old]!) - 1)
      return numbers.get(old)
    }
    const keys = [id, ...(CityObjects[id]!.children ?? [])]
    const objects = keys.map(key => {
      const {geometry = [], ...rest} = CityObjects[key]!
      return [key, {...rest, geometry: geometry.map(one => ({...one, boundaries: own(one.boundaries)}))}]
    })
    return JSON.stringify({
      type: 'CityJSONFeature',
      id,
      CityObjects: Object.fromEntries(objects),
      vertices: used,
    })
  }
  return Object.entries(CityObjects)
    .filter(([, {parents}]) => !parents)
    .map(([id, {type}]) => ({id, type, feature: cut(id), header}))
}

/** The buildings of a CityJSON file as a tile wants them, each as high as its model. For tests. */
export async function cityBuildings(
  path: string,
  city: string,
  geoidMetres: number,
): Promise<TileBuilding[]> {
  const features = (await cityFeatures(path)).filter(({type}) => type === 'Building')
  return features.map(({id, feature, header}) => {
    const surfaces = citySurfaces(feature, header, geoidMetres)
    const heights = surfaces.flatMap(({rings: [outline]}) => outline.map(([, , height]) => height))
    const [low, high] = [Math.min(...heights), Math.max(...heights)]
    const facts = {levels: null, use: null, address: null, year: null, roof: null}
    return {
      city,
      building_id: id,
      height_m: high - low,
      ground_m: low - geoidMetres,
      ...facts,
      surfaces,
    }
  })
}

import {readFile, stat} from 'node:fs/promises'
import {type DrawnGeometry, placeTemplate, type Templates, type Transform} from './cityjson/place-template.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'
import {cityRow, headerOf} from './rows/city-row.ts'
import {jsonText} from './rows/json-text.ts'
import {RowFile} from './rows/row-file.ts'

export type CityObject = {
  type: string
  attributes?: Record<string, unknown>
  geometry?: DrawnGeometry[]
  children?: string[]
  parents?: string[]
}
type CityJson = {
  type: string
  version: string
  transform?: Transform
  metadata?: {referenceSystem?: string}
  'geometry-templates'?: Templates
  CityObjects: Record<string, CityObject>
  vertices: number[][]
}

/** Its vertices come last and belong to all, so it is held whole. */
const mostBytes = 256 * 2 ** 20

/** Boundaries of a MultiSolid are lists in lists five deep. */
const deepest = 8

/**
 * CityJSON 1.x and 2.0, cut into features as CityJSONSeq does it: one row per top-level object of the wanted types,
 * with `id`, `type`, its attributes, `feature` (a CityJSONFeature with its parts and own vertices, integers as
 * published, and templates where they stand) and `header` (version, transform and reference system, the same for all).
 */
export const readCityJson: Reader<'cityjson'> = async (file, {types, crs}, context) => {
  const {path, address} = file
  const kind = await fileKind(path)
  if (kind !== 'JSON') throw new SourceError(`${address} is not CityJSON: it is ${kind}.`)
  const {size} = await stat(path)
  if (size > mostBytes)
    throw new SourceError(
      `${address} has ${Math.round(size / 2 ** 20)} MB; CityJSON is read up to ${mostBytes / 2 ** 20}. Publish it as tiles, or as CityJSONSeq (cjseq cat).`,
    )
  const city = parse(await readFile(path, 'utf8'), address)
  const objects = Object.entries(city.CityObjects)
  const wanted = objects.filter(([, object]) => types.includes(object?.type) && !object.parents?.length)
  if (wanted.length === 0) {
    const present = new Set(objects.map(([, object]) => object?.type))
    throw new SourceError(
      `${address} has no ${types.join(' or ')}. It has ${[...present].join(', ') || 'no objects'}.`,
    )
  }
  const header = headerOf({
    version: city.version,
    transform: city.transform,
    referenceSystem: crs ?? city.metadata?.referenceSystem ?? null,
  })
  const rows = await RowFile.in(context, file, 'attributes')
  try {
    for (const [index, [id, object]] of wanted.entries()) {
      let feature: object
      try {
        feature = featureOf(id, city)
      } catch (error) {
        rows.reject('broken_line', index + 1, `${id}: ${(error as Error).message}`)
        continue
      }
      const attributes = Object.entries(object.attributes ?? {}).map(
        ([name, value]): [string, string | null] => [name, jsonText(value)],
      )
      if (rows.add(cityRow({id, type: object.type, attributes, feature}, header))) await rows.flush()
    }
    return await rows.read()
  } catch (error) {
    await rows.close()
    throw error
  }
}

function parse(text: string, address: string): CityJson {
  let city: CityJson
  try {
    city = JSON.parse(text) as CityJson
  } catch (error) {
    throw new SourceError(`${address} is not JSON: ${(error as Error).message}.`)
  }
  if (city?.type !== 'CityJSON')
    throw new SourceError(
      `${address} is JSON but not CityJSON: ${city?.type === undefined ? 'it has no type' : `its type is ${JSON.stringify(city.type)}`}.`,
    )
  if (typeof city.CityObjects !== 'object' || city.CityObjects === null || !Array.isArray(city.vertices))
    throw new SourceError(`${address} is damaged: CityJSON without CityObjects or vertices.`)
  return city
}

/** An object, its parts to any depth, and just the vertices they use, renumbered. */
function featureOf(id: string, city: CityJson) {
  const objects = new Map<string, CityObject>()
  const waiting = [id]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const object = Object.hasOwn(city.CityObjects, name) ? city.CityObjects[name] : undefined
    if (!object || objects.has(name)) continue
    objects.set(name, object)
    waiting.push(...[object.children ?? []].flat().toReversed())
  }
  const renumbered = new Map<number, number>()
  const vertices: number[][] = []
  const walk = (boundaries: unknown, depth: number): unknown => {
    if (Array.isArray(boundaries)) {
      if (depth > deepest) throw new Error('its boundaries are lists in lists without end')
      return boundaries.map(one => walk(one, depth + 1))
    }
    const index = boundaries as number
    let local = renumbered.get(index)
    if (local === undefined) {
      const vertex = city.vertices[index]
      if (!Array.isArray(vertex) || vertex.length !== 3 || !vertex.every(Number.isFinite))
        throw new Error(`it names vertex ${JSON.stringify(index)}, which is none`)
      local = vertices.push(vertex) - 1
      renumbered.set(index, local)
    }
    return local
  }
  const parts = [...objects].map(([name, object]) => [
    name,
    Array.isArray(object.geometry)
      ? {
          ...object,
          geometry: object.geometry
            .map(one => placeTemplate(one, city['geometry-templates'], city.transform, city.vertices))
            .map(one => ({...one, boundaries: walk(one?.boundaries ?? [], 0)})),
        }
      : object,
  ])
  return {type: 'CityJSONFeature', id, CityObjects: Object.fromEntries(parts), vertices}
}

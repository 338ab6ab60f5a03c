import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {literal} from '../duckdb.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'

type CityObject = {
  type: string
  attributes?: Record<string, unknown>
  geometry?: Geometry[]
  children?: string[]
  parents?: string[]
}
type Geometry = {type: string; boundaries: unknown}
type CityJson = {
  type: string
  version: string
  transform?: unknown
  metadata?: {referenceSystem?: string}
  CityObjects: Record<string, CityObject>
  vertices: number[][]
}

/**
 * CityJSON 1.x and 2.0, cut into features as CityJSONSeq does it: one row per top-level object of the wanted types,
 * with `id`, `type`, its attributes, `feature` (a CityJSONFeature with its parts and own vertices, integers as
 * published) and `header` (version, transform and reference system, the same for all).
 */
export const readCityJson: Reader<'cityjson'> = async (file, {types}, {scratch}) => {
  const kind = await fileKind(file.path)
  if (kind !== 'JSON') throw new SourceError(`${file.address} is not CityJSON: it is ${kind}.`)
  const city = parse(await readFile(file.path, 'utf8'), file.address)
  const header = JSON.stringify({
    type: 'CityJSON',
    version: city.version,
    transform: city.transform ?? {scale: [1, 1, 1], translate: [0, 0, 0]},
    metadata: {referenceSystem: city.metadata?.referenceSystem ?? null},
    CityObjects: {},
    vertices: [],
  })
  const wanted = Object.entries(city.CityObjects).filter(
    ([, object]) => types.includes(object.type) && !object.parents?.length,
  )
  if (wanted.length === 0) {
    const present = new Set(Object.values(city.CityObjects).map(({type}) => type))
    throw new SourceError(
      `${file.address} has no ${types.join(' or ')}. It has ${[...present].join(', ') || 'no objects'}.`,
    )
  }
  const attributes = [...new Set(wanted.flatMap(([, object]) => Object.keys(object.attributes ?? {})))]
  const columns = ['id', 'type', ...attributes, 'feature', 'header']

  const path = join(scratch, 'features.ndjson')
  const out = createWriteStream(path)
  let longest = 0
  for (const [id, object] of wanted) {
    const row: Record<string, string | null> = {id, type: object.type}
    for (const name of attributes) row[name] = asText(object.attributes?.[name])
    row.feature = JSON.stringify(featureOf(id, city))
    row.header = header
    const line = `${JSON.stringify(row)}\n`
    longest = Math.max(longest, Buffer.byteLength(line))
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  const shape = columns.map(name => `${literal(name)}: 'VARCHAR'`).join(', ')
  return {
    relation: `read_json(${literal(path)}, format = 'newline_delimited', columns = {${shape}}, maximum_object_size = ${Math.max(16_777_216, longest + 1024)})`,
    columns,
    findings: [],
  }
}

function parse(text: string, address: string): CityJson {
  let city: CityJson
  try {
    city = JSON.parse(text) as CityJson
  } catch (error) {
    throw new SourceError(`${address} is not JSON: ${(error as Error).message}.`)
  }
  if (city.type !== 'CityJSON' || !city.CityObjects || !city.vertices)
    throw new SourceError(`${address} is JSON but not CityJSON: its type is "${city.type}".`)
  return city
}

/** An object, its parts to any depth, and just the vertices they use, renumbered. */
function featureOf(id: string, city: CityJson) {
  const objects: Record<string, CityObject> = {}
  const collect = (name: string) => {
    const object = city.CityObjects[name]
    if (!object || objects[name]) return
    objects[name] = object
    object.children?.forEach(collect)
  }
  collect(id)
  const renumbered = new Map<number, number>()
  const vertices: number[][] = []
  const walk = (boundaries: unknown): unknown => {
    if (Array.isArray(boundaries)) return boundaries.map(walk)
    const index = boundaries as number
    let local = renumbered.get(index)
    if (local === undefined) {
      local = vertices.push(city.vertices[index]!) - 1
      renumbered.set(index, local)
    }
    return local
  }
  const parts = Object.fromEntries(
    Object.entries(objects).map(([name, object]) => [
      name,
      object.geometry
        ? {...object, geometry: object.geometry.map(one => ({...one, boundaries: walk(one.boundaries)}))}
        : object,
    ]),
  )
  return {type: 'CityJSONFeature', id, CityObjects: parts, vertices}
}

const asText = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

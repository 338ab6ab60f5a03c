import {type DrawnGeometry, placeTemplate, type Templates, type Transform} from './cityjson/place-template.ts'
import {fileKind} from './file-kind.ts'
import {type Reader, SourceError} from './reader.ts'
import {cityRow, headerOf} from './rows/city-row.ts'
import {jsonText} from './rows/json-text.ts'
import {RowFile} from './rows/row-file.ts'
import {linesOf} from './text/lines-of.ts'
import {textOf} from './text/text-of.ts'

type Feature = {
  type: string
  id?: string
  CityObjects: Record<
    string,
    {type: string; attributes?: Record<string, unknown>; parents?: string[]; geometry?: DrawnGeometry[]}
  >
  vertices: number[][]
}
type Head = {
  type: string
  version?: string
  transform: Transform
  metadata?: {referenceSystem?: string}
  'geometry-templates'?: Templates
}

/**
 * CityJSON Text Sequences (CityJSON 1.1 and 2.0, section 8): a first line with version, transform and reference system,
 * then a feature a line. The same rows as `cityjson.ts`, of any size; a line that is no feature is set aside.
 */
export const readCityJsonSeq: Reader<'cityjsonseq'> = async (file, {types, crs}, context) => {
  const {path, address} = file
  const kind = await fileKind(path)
  if (kind !== 'JSON') throw new SourceError(`${address} is not CityJSONSeq: it is ${kind}.`)
  const present = new Set<string>()
  const rows = await RowFile.in(context, file, 'attributes')
  let header: string | null = null
  let head: Head | null = null
  try {
    for await (const lines of linesOf(path, address))
      for (const {bytes, line} of lines) {
        const {text} = textOf(bytes)
        if (head === null || header === null) {
          head = headOf(text, address)
          header = headerOf({
            version: head.version ?? '1.1',
            transform: head.transform,
            referenceSystem: crs ?? head.metadata?.referenceSystem ?? null,
          })
          continue
        }
        let found: ReturnType<typeof parse>
        try {
          found = parse(text, head)
        } catch {
          rows.reject('broken_line', line, text.trimEnd())
          continue
        }
        const {id, feature} = found
        const object = feature.CityObjects[id]!
        present.add(object.type)
        if (!types.includes(object.type)) continue
        const attributes = Object.entries(object.attributes ?? {}).map(
          ([name, value]): [string, string | null] => [name, jsonText(value)],
        )
        const row = cityRow({id, type: object.type, attributes, feature: {...feature, id}}, header)
        if (rows.add(row)) await rows.flush()
      }
    if (rows.rows + rows.setAside.length === 0)
      throw new SourceError(
        `${address} has no ${types.join(' or ')}. It has ${[...present].join(', ') || 'no features'}.`,
      )
    return await rows.read()
  } catch (error) {
    await rows.close()
    throw error
  }
}

function headOf(text: string, address: string): Head {
  let head: Head | null = null
  try {
    head = JSON.parse(text) as Head
  } catch {
    // What it is instead is said below.
  }
  if (head?.type !== 'CityJSON' || !head.transform)
    throw new SourceError(
      `${address} is not CityJSONSeq: its first line is no CityJSON with a transform. If it is one object in all, declare {kind: 'cityjson'}.`,
    )
  return head
}

/** A feature and the object it is about: the one it names, or the only one without a parent. */
function parse(text: string, head: Head): {id: string; feature: Feature} {
  const feature = JSON.parse(text) as Feature
  if (feature.type !== 'CityJSONFeature' || !Array.isArray(feature.vertices))
    throw new Error('it is no feature')
  const roots = Object.entries(feature.CityObjects).filter(([, {parents}]) => !parents?.length)
  const id = feature.id ?? roots[0]?.[0]
  if (id === undefined || typeof feature.CityObjects[id]?.type !== 'string')
    throw new Error('it has no object')
  for (const object of Object.values(feature.CityObjects))
    if (Array.isArray(object.geometry))
      object.geometry = object.geometry.map(one =>
        placeTemplate(one, head['geometry-templates'], head.transform, feature.vertices),
      )
  for (const {geometry} of Object.values(feature.CityObjects))
    for (const one of Array.isArray(geometry) ? geometry : [])
      refuseNoVertex(one?.boundaries, feature.vertices)
  return {id, feature}
}

/** A model with a corner that is nowhere cannot be drawn by anybody. */
function refuseNoVertex(boundaries: unknown, vertices: number[][]): void {
  if (Array.isArray(boundaries)) for (const part of boundaries) refuseNoVertex(part, vertices)
  else if (typeof boundaries === 'number') {
    const vertex = vertices[boundaries]
    if (!Array.isArray(vertex) || vertex.length !== 3 || !vertex.every(Number.isFinite))
      throw new Error(`it names vertex ${boundaries}, which is none`)
  }
}

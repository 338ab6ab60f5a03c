import {ModelFault} from './models/model-fault.ts'
import {modelFrom, modelProperties} from './models/model-properties.ts'
import {footprintsOf, type PlacedModel, partOfModel} from './models/placed-model.ts'
import {areaOf, edgesOf} from './polygons.ts'
import {siteFrame} from './site-frame.ts'
import {usualStoreyMetres} from './usual-storey.ts'

/**
 * One body of a proposal: a footprint in degrees (outline and holes, each closed), raised by its storeys; or a model, of
 * whose outlines `rings` is the largest.
 */
export type ProposalPart = {
  name: string
  use: ProposalUse
  storeys: number
  heightMetres: number
  rings: [lon: number, lat: number][][]
  model?: PlacedModel
}

export const proposalUses = ['housing', 'offices', 'shops', 'education', 'other'] as const
export type ProposalUse = (typeof proposalUses)[number]

/** What is to be built, and keys of the buildings that make way for it. */
export type Proposal = {name: string; parts: ProposalPart[]; hides: string[]}

/** What is wrong with a document that should hold a proposal: a permanent code, and where in it. */
export class ProposalFault extends Error {
  readonly code: ProposalFaultCode
  readonly at: string

  constructor(code: ProposalFaultCode, at: string, message: string) {
    super(at === '' ? message : `${at}: ${message}`)
    this.code = code
    this.at = at
  }
}

export type ProposalFaultCode =
  | 'TOO_LARGE'
  | 'NOT_JSON'
  | 'NOT_GEOJSON'
  | 'UNKNOWN_VERSION'
  | 'NOTHING_TO_BUILD'
  | 'TOO_MANY'
  | 'BAD_FOOTPRINT'
  | 'CROSSING_FOOTPRINT'
  | 'BAD_NUMBER'
  | 'BAD_TEXT'
  | 'BAD_MODEL'

/** Version of the document's form, under `schema`: raised when a reader of the old one would misread the new. */
const schema = 'hromada-proposal/1'
/** The form of documents with models: a reader of the first one would raise each of their outlines. */
const schemaWithModels = 'hromada-proposal/2'

const most = {
  characters: 12_000_000,
  parts: 40,
  corners: 400,
  modelCorners: 4000,
  hides: 500,
  text: 160,
  storeys: 150,
  heightMetres: 600,
}

/**
 * A proposal as GeoJSON: a FeatureCollection any map program reads, its own words beside the features. Models whose mesh
 * takes more than so many characters are named by the hash of their file, with their outline and height.
 */
export function writeProposal(
  {name, parts, hides}: Proposal,
  {mostMeshCharacters = Number.POSITIVE_INFINITY}: {mostMeshCharacters?: number} = {},
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    schema: parts.some(({model}) => model) ? schemaWithModels : schema,
    name,
    hides,
    features: parts.map(part => ({
      type: 'Feature',
      properties: {
        name: part.name,
        use: part.use,
        storeys: part.storeys,
        height_m: part.heightMetres,
        ...(part.model ? {model: modelProperties(part.model, mostMeshCharacters)} : {}),
      },
      geometry: part.model
        ? {type: 'MultiPolygon', coordinates: footprintsOf(part)}
        : {type: 'Polygon', coordinates: part.rings},
    })),
  })
}

/**
 * Reads a proposal from GeoJSON: a Feature or a FeatureCollection of polygons, ours or from another program; storeys are
 * in `storeys`, `levels` or `building:levels`, the height in `height_m` or `height`, and one of them must be there.
 * @throws ProposalFault for everything else
 */
export function readProposal(text: string): Proposal {
  if (text.length > most.characters)
    throw new ProposalFault(
      'TOO_LARGE',
      '',
      `The document has ${text.length} characters; at most ${most.characters} are read.`,
    )
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    throw new ProposalFault('NOT_JSON', '', `This is not JSON: ${(error as Error).message}`)
  }
  return proposalFrom(document, '')
}

/** The same from a value that was parsed already. */
export function proposalFrom(document: unknown, at: string): Proposal {
  if (!isObject(document) || (document.type !== 'FeatureCollection' && document.type !== 'Feature'))
    throw new ProposalFault('NOT_GEOJSON', at, 'A proposal is a GeoJSON Feature or FeatureCollection.')
  if (document.schema !== undefined && document.schema !== schema && document.schema !== schemaWithModels)
    throw new ProposalFault(
      'UNKNOWN_VERSION',
      at,
      `The schema is ${short(document.schema)}; this page reads ${schema} and ${schemaWithModels}.`,
    )
  const features = document.type === 'Feature' ? [document] : document.features
  if (!Array.isArray(features)) throw new ProposalFault('NOT_GEOJSON', `${at}features`, 'must be a list.')
  const parts = features.flatMap((feature, index) => partsOf(feature, `${at}features[${index}]`))
  if (parts.length === 0)
    throw new ProposalFault('NOTHING_TO_BUILD', at, 'The document has no polygon: there is nothing to build.')
  if (parts.length > most.parts)
    throw new ProposalFault(
      'TOO_MANY',
      `${at}features`,
      `${parts.length} bodies; at most ${most.parts} are read.`,
    )
  const hides = document.hides ?? []
  if (!Array.isArray(hides))
    throw new ProposalFault('BAD_TEXT', `${at}hides`, 'must be a list of keys of buildings.')
  if (hides.length > most.hides)
    throw new ProposalFault(
      'TOO_MANY',
      `${at}hides`,
      `${hides.length} buildings; at most ${most.hides} are read.`,
    )
  return {
    name: textOf(document.name, `${at}name`),
    parts,
    hides: [...new Set(hides.map((key: unknown, index) => textOf(key, `${at}hides[${index}]`)))],
  }
}

function partsOf(feature: unknown, at: string): ProposalPart[] {
  if (!isObject(feature) || feature.type !== 'Feature' || !isObject(feature.geometry))
    throw new ProposalFault('NOT_GEOJSON', at, 'must be a Feature with a geometry.')
  const {type, coordinates} = feature.geometry
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons))
    throw new ProposalFault(
      'NOT_GEOJSON',
      `${at}.geometry`,
      `must be a Polygon or a MultiPolygon, not ${short(type)}.`,
    )
  const properties = isObject(feature.properties) ? feature.properties : {}
  if (properties.model !== undefined) return [modelPart(properties, polygons, at)]
  const given = {
    storeys: numberOf(properties, ['storeys', 'levels', 'building:levels'], most.storeys, at),
    height: numberOf(properties, ['height_m', 'height'], most.heightMetres, at),
  }
  if (given.storeys === null && given.height === null)
    throw new ProposalFault('BAD_NUMBER', `${at}.properties`, 'must say storeys or height_m.')
  const storeys = Math.max(1, Math.round(given.storeys ?? given.height! / usualStoreyMetres))
  const use = proposalUses.find(one => one === properties.use) ?? 'other'
  const part = {
    name: textOf(properties.name, `${at}.properties.name`),
    use,
    storeys,
    heightMetres: given.height ?? storeys * usualStoreyMetres,
  }
  return polygons.map((rings: unknown, index) => ({
    ...part,
    rings: ringsOf(rings, `${at}.geometry.coordinates${polygons.length > 1 ? `[${index}]` : ''}`),
  }))
}

/** A body from a model that a document holds, or, where it only names one, from the outline and the height beside it. */
function modelPart(properties: Record<string, unknown>, polygons: unknown[], at: string): ProposalPart {
  const use = proposalUses.find(one => one === properties.use) ?? 'other'
  const name = textOf(properties.name, `${at}.properties.name`)
  try {
    const {source, place, body} = modelFrom(properties.model)
    if (body) return partOfModel(source, body, place, {name, use})
    const footprint = polygons.map((rings: unknown, index) =>
      ringsOf(rings, `${at}.geometry.coordinates[${index}]`, most.modelCorners),
    )
    const heightMetres = numberOf(properties, ['height_m'], most.heightMetres, at) ?? usualStoreyMetres
    const storeys = numberOf(properties, ['storeys'], most.storeys, at) ?? 1
    return {
      ...{name, use, heightMetres, storeys: Math.max(1, Math.round(storeys))},
      rings: footprint[0]!,
      model: {source, place, footprint, body: null},
    }
  } catch (error) {
    if (error instanceof ModelFault) throw new ProposalFault('BAD_MODEL', `${at}.properties`, error.message)
    throw error
  }
}

function ringsOf(rings: unknown, at: string, mostCorners = most.corners): ProposalPart['rings'] {
  if (!Array.isArray(rings) || rings.length === 0)
    throw new ProposalFault('BAD_FOOTPRINT', at, 'must be a list of rings.')
  const read = rings.map((ring: unknown, index) => ringOf(ring, `${at}[${index}]`))
  if (read.flat().length > mostCorners)
    throw new ProposalFault('TOO_MANY', at, `${read.flat().length} corners; at most ${mostCorners} are read.`)
  const [lon, lat] = read[0]![0]!
  const frame = siteFrame(lon, lat)
  const metres = read.map(ring => ring.map(frame.toMetres))
  if (metres.flat().some(([east, north]) => Math.hypot(east, north) > 1000))
    throw new ProposalFault('BAD_FOOTPRINT', at, 'is more than a kilometre long.')
  const edges = edgesOf([metres])
  for (const [i, [a, b]] of edges.entries())
    for (const [c, d] of edges.slice(i + 1))
      if (crosses(a, b, c, d)) throw new ProposalFault('CROSSING_FOOTPRINT', at, 'crosses itself.')
  if (!(areaOf([metres]) >= 1))
    throw new ProposalFault('BAD_FOOTPRINT', at, 'covers less than a square metre.')
  return read
}

function ringOf(ring: unknown, at: string): [number, number][] {
  if (!Array.isArray(ring)) throw new ProposalFault('BAD_FOOTPRINT', at, 'must be a list of corners.')
  const corners = ring.map((corner: unknown, index): [number, number] => {
    const [lon, lat] = Array.isArray(corner) ? corner : []
    if (!isBetween(lon, -180, 180) || !isBetween(lat, -85, 85))
      throw new ProposalFault(
        'BAD_FOOTPRINT',
        `${at}[${index}]`,
        'must be longitude and latitude in degrees.',
      )
    return [lon, lat]
  })
  const [first, last] = [corners[0], corners.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) corners.push([...first])
  if (corners.length < 4) throw new ProposalFault('BAD_FOOTPRINT', at, 'has fewer than three corners.')
  return corners
}

/** Whether two edges cross within both; edges that only share a corner do not. */
function crosses(a: number[], b: number[], c: number[], d: number[]): boolean {
  const side = (p: number[], q: number[], r: number[]) =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function numberOf(
  properties: Record<string, unknown>,
  names: string[],
  greatest: number,
  at: string,
): number | null {
  for (const name of names) {
    const given = properties[name]
    if (given === undefined || given === null || given === '') continue
    const value = typeof given === 'string' ? Number(given) : given
    if (!isBetween(value, 0.5, greatest))
      throw new ProposalFault(
        'BAD_NUMBER',
        `${at}.properties.${name}`,
        `must be a number from 0.5 to ${greatest}, not ${short(given)}.`,
      )
    return value
  }
  return null
}

function textOf(value: unknown, at: string): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new ProposalFault('BAD_TEXT', at, `must be a text, not ${short(value)}.`)
  const text = String(value).trim()
  if (text.length > most.text)
    throw new ProposalFault('BAD_TEXT', at, `has ${text.length} characters; at most ${most.text} are read.`)
  return text
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isBetween = (value: unknown, least: number, greatest: number): value is number =>
  typeof value === 'number' && value >= least && value <= greatest
const short = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 60)

import type {Geoid} from '@hromada/datasets'
import {toWgs84} from '../crs/to-wgs84.ts'
import {newellNormal} from './newell-normal.ts'
import type {Place, Surface} from './surface.ts'

/** The parts of a CityJSON object that are read here. `boundaries` nests one to four deep, by the geometry's type. */
type CityObject = {type: string; geometry?: Geometry[]; parents?: string[]; children?: string[]}
type Geometry = {
  type: string
  lod?: string | number
  boundaries: unknown[]
  semantics?: {surfaces: {type: string}[]; values: unknown}
}
type Triple = [number, number, number]
/** Objects by their names, and parts beside them: a CityJSONFeature, or CityJSON as a whole. */
export type CityObjects = {CityObjects: Record<string, CityObject>}
type Feature = CityObjects & {id?: string; vertices: Triple[]}
type Header = {transform?: {scale: Triple; translate: Triple}; metadata?: {referenceSystem?: string}}

/**
 * The faces of a CityJSONFeature (text) in WGS 84, from the most detailed geometry up to LoD 2.x of the object and of
 * each of its parts. `headerText` is the first line of the CityJSONSeq: transform and reference system. Faces without
 * semantics are named by the way they look: up is a roof, down and lowest the ground, the rest walls; of a relief all
 * are ground. Inner shells of solids, being invisible, are left out. Empty where there is no geometry.
 * Throws where either text is not what it should be, or the coordinate system is not known.
 */
export function citySurfaces(featureText: string, headerText: string, geoid: Geoid['metres']): Surface[] {
  const feature = parse<Feature>(featureText, 'CityJSONFeature', 'CityObjects')
  const header = parse<Header>(headerText, 'CityJSON header', 'metadata')
  const crs = header.metadata?.referenceSystem
  if (!crs)
    throw new Error(
      'The CityJSON header states no metadata.referenceSystem, so its coordinates have no place on Earth.',
    )

  const place = toWgs84(crs, geoid)
  const {scale, translate} =
    header.transform ?? ({scale: [1, 1, 1], translate: [0, 0, 0]} satisfies Header['transform'])
  const places = feature.vertices.map(([x, y, z]) =>
    place(x * scale[0] + translate[0], y * scale[1] + translate[1], z * scale[2] + translate[2]),
  )

  return facesAmong(feature, places)
}

/** The same of objects whose vertices are placed already, wherever that is: x, y and height of each. */
export function facesAmong(feature: CityObjects, places: Place[]): Surface[] {
  return geometries(feature).flatMap(({object, geometry}) => {
    const faces = facesOf(geometry, places)
    return nameFaces(faces, object.type)
  })
}

function parse<T>(text: string, what: string, member: string): T {
  try {
    const value = JSON.parse(text)
    if (value && typeof value === 'object' && member in value) return value as T
  } catch {
    // Falls through to the one message for both faults.
  }
  throw new Error(`This is not a ${what}, which is JSON with a member "${member}": ${text.slice(0, 80)}`)
}

/** What only is inside of another object, or a share of it. */
const inside = /^(Building(Room|Unit|Storey)|TunnelHollowSpace|BridgeRoom|\w+Furniture)$/

/**
 * Each object's best geometry. A whole drawn more roughly than its parts would cover them, so it is left out; chimneys
 * and stairs stand beside the whole, however fine they are, and what is inside is never seen.
 */
function geometries(feature: CityObjects): {object: CityObject; geometry: Geometry}[] {
  const best = new Map<string, Geometry>()
  for (const [id, object] of Object.entries(feature.CityObjects)) {
    const geometry = inside.test(object.type) ? undefined : bestGeometry(object.geometry ?? [])
    if (geometry) best.set(id, geometry)
  }
  return [...best].flatMap(([id, geometry]) => {
    const object = feature.CityObjects[id]!
    const finer = (object.children ?? []).some(child => {
      const part = best.get(child)
      const isPart = /Part$/.test(feature.CityObjects[child]?.type ?? '')
      return isPart && part !== undefined && detail(part) > detail(geometry)
    })
    return finer ? [] : [{object, geometry}]
  })
}

const detail = (geometry: Geometry) => Number(geometry.lod ?? 0)

const nesting: Record<string, number> = {
  MultiSurface: 0,
  CompositeSurface: 0,
  Solid: 1,
  MultiSolid: 2,
  CompositeSolid: 2,
}

/** The most detailed up to 2.x; where there is only something finer, the least fine of it. */
function bestGeometry(all: Geometry[]): Geometry | undefined {
  const usable = all.filter(({type, boundaries}) => type in nesting && boundaries.length > 0)
  const coarse = usable.filter(geometry => detail(geometry) < 3).sort((a, b) => detail(b) - detail(a))
  return coarse[0] ?? usable.sort((a, b) => detail(a) - detail(b))[0]
}

type Face = {type: string | null; rings: Surface['rings']}

/** Walks boundaries and the semantic values beside them down to the faces. */
function facesOf(geometry: Geometry, places: Place[]): Face[] {
  const faces: Face[] = []
  const surfaces = geometry.semantics?.surfaces ?? []

  const face = (rings: number[][], value: unknown) => {
    const [outline, ...holes] = rings.map(ring => openRing(ring.map(vertex)))
    if (!outline || outline.length < 3) return
    const type = typeof value === 'number' ? (surfaces[value]?.type ?? null) : null
    faces.push({type, rings: [outline, ...holes.filter(hole => hole.length >= 3)]})
  }
  const walk = (boundaries: unknown[], values: unknown, depth: number) => {
    const at = (index: number) => (Array.isArray(values) ? values[index] : null)
    if (depth === 0) boundaries.forEach((rings, index) => void face(rings as number[][], at(index)))
    // Of a solid's shells only the first is its outside.
    else if (depth === 1) walk(boundaries[0] as unknown[], at(0), 0)
    else boundaries.forEach((solid, index) => void walk(solid as unknown[], at(index), depth - 1))
  }
  const vertex = (index: number): Place => {
    const found = places[index]
    if (!found)
      throw new Error(`A CityJSONFeature names vertex ${index}, but has only ${places.length} of them.`)
    return found
  }
  walk(geometry.boundaries, geometry.semantics?.values, nesting[geometry.type] ?? 0)
  return faces
}

/** A ring without repeated corners, whether or not the file closed it. */
const openRing = (ring: Place[]): Place[] =>
  ring.filter((corner, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!
    return corner[0] !== before[0] || corner[1] !== before[1] || corner[2] !== before[2]
  })

function nameFaces(faces: Face[], objectType: string): Surface[] {
  const lowest = faces.reduce((least, face) => Math.min(least, lowestMetres(face)), Number.POSITIVE_INFINITY)
  return faces.map(({type, rings}) => ({type: type ?? guess(rings), rings}))

  function guess(rings: Surface['rings']): string {
    if (objectType === 'TINRelief') return 'GroundSurface'
    const up = newellNormal(rings[0])[2]
    if (up > 0.2) return 'RoofSurface'
    if (up > -0.7) return 'WallSurface'
    return lowestMetres({type: null, rings}) < lowest + 0.5 ? 'GroundSurface' : 'OuterFloorSurface'
  }
}

function lowestMetres({rings}: Face): number {
  let lowest = Number.POSITIVE_INFINITY
  for (const [, , height] of rings[0]) lowest = Math.min(lowest, height)
  return lowest
}

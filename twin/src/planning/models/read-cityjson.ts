import {verticalDatum} from '@hromada/datasets/crs'
import {type CityObjects, facesAmong, type Place} from '@hromada/warehouse/geometry'
import {metresPerDegree} from '../../layers/ground-metres.ts'
import {triangulate} from '../../tiles/triangulate.ts'
import {crsReference} from './crs-reference.ts'
import {ModelFault} from './model-fault.ts'
import {type ModelNote, plainColour, type Soup} from './soup.ts'

type Triple = [number, number, number]
type CityJson = CityObjects & {
  type?: string
  version?: string
  vertices?: unknown
  transform?: {scale?: unknown; translate?: unknown}
  metadata?: {referenceSystem?: unknown}
}

const roofColour = '#b5836a'
/** What is built; ground, plants, water and roads of a file are not proposed. */
const isBuilt = (type: string) => /^(Building|Bridge|OtherConstruction|Tunnel|\+)/.test(type)

/**
 * CityJSON 1.0–2.0, of each object the most detailed geometry up to LoD 2.x: its built objects as triangles, vertices by
 * `transform`, and the reference system for its place.
 * @throws ModelFault
 */
export function readCityJson(document: unknown): Soup {
  const {CityObjects, vertices, transform, metadata, version} = (document ?? {}) as CityJson
  if (typeof CityObjects !== 'object' || CityObjects === null || !Array.isArray(vertices))
    throw new ModelFault('BROKEN', 'CityJSON without CityObjects or vertices')
  if (!/^[12]\./.test(String(version)))
    throw new ModelFault('UNSUPPORTED', `CityJSON ${String(version).slice(0, 20)}`)
  const [scale, translate] = [
    tripleOf(transform?.scale ?? [1, 1, 1]),
    tripleOf(transform?.translate ?? [0, 0, 0]),
  ]
  if (!scale || !translate) throw new ModelFault('BROKEN', 'transform')
  const notes: ModelNote[] = []
  const name = metadata?.referenceSystem
  const georeference = typeof name === 'string' ? crsReference(name, notes) : null
  if (typeof name !== 'string') notes.push({code: 'NO_CRS', word: ''})
  const datum = typeof name === 'string' ? verticalDatum(name) : null

  // Around the first vertex: what is told of numbers of millions in float arithmetic stays exact.
  const places = vertices.map((vertex: unknown, index): Place => {
    const triple = tripleOf(vertex)
    if (!triple) throw new ModelFault('BROKEN', `vertices[${index}]`)
    return [0, 1, 2].map(axis => triple[axis]! * scale[axis]! + translate[axis]!) as Place
  })
  const wanted = Object.entries(CityObjects).filter(([, object]) => isBuilt(String(object?.type)))
  const leftOut = new Set(
    Object.values(CityObjects).flatMap(object =>
      isBuilt(String(object?.type)) ? [] : [String(object?.type)],
    ),
  )
  if (leftOut.size > 0)
    notes.push({code: 'LEFT_OUT', word: [...leftOut].slice(0, 6).join(', ').slice(0, 120)})
  // Degrees are no metres: faces are cut in a plane of metres.
  const isGeographic = georeference !== null && /:(4326|4979|5561|CRS84h?)$/.test(georeference.crs ?? '')
  const stretch = isGeographic ? metresPerDegree : 1
  const [corners, colours]: [number[], string[]] = [[], []]
  let faces: ReturnType<typeof facesAmong>
  try {
    faces = facesAmong({CityObjects: Object.fromEntries(wanted)}, places)
  } catch (error) {
    throw new ModelFault('BROKEN', (error as Error).message)
  }
  for (const {type, rings} of faces) {
    const facet = triangulate(
      rings.map(ring => ring.map(([x, y, z]): Triple => [x * stretch, y * stretch, z])),
    )
    if (!facet) continue
    const colour = type === 'RoofSurface' ? roofColour : plainColour
    for (let i = 0; i < facet.triangles.length; i += 3) {
      for (let k = 0; k < 3; k++) corners.push(...facet.corners[facet.triangles[i + k]!]!)
      colours.push(colour)
    }
  }
  return {
    ...{corners, colours, isBuiltUp: false, floors: null, groundMetres: null, notes},
    unit: {name: 'm', metres: 1},
    elevation: datum && {by: 'crs', datum, zeroMetres: 0},
    georeference: georeference && {
      ...georeference,
      toDegrees: (x, y) => georeference.toDegrees(x / stretch, y / stretch),
    },
  }
}

function tripleOf(value: unknown): Triple | null {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isFinite) ? (value as Triple) : null
}

import type {Mesh} from './mesh.ts'
import {ModelFault} from './model-fault.ts'
import {type PackedMesh, packMesh, unpackMesh} from './pack-mesh.ts'
import type {ModelPlace} from './placed-model.ts'
import {bodyOf, type ModelBody, type ModelSource, modelFormats} from './read-model.ts'

/** What a document says of a model beside its outline: its file, its place, and the mesh where there is room for it. */
export type ModelProperties = {
  sha256: string
  format: string
  file: string
  bytes: number
  unit: string
  lon: number
  lat: number
  turn_deg: number
  above_ground_m: number
  floors?: number[] | null
  built_up?: boolean
  mesh?: PackedMesh
}

const packs = new WeakMap<Mesh, PackedMesh>()

/** A mesh packed once, however often it is written. */
export function packedMesh(mesh: Mesh): PackedMesh {
  const packed = packs.get(mesh) ?? packMesh(mesh)
  packs.set(mesh, packed)
  return packed
}

export function modelProperties(
  {source, place, body}: {source: ModelSource; place: ModelPlace; body: ModelBody | null},
  mostMeshCharacters: number,
): ModelProperties {
  const {sha256, format, file, bytes, unit} = source
  const said = {sha256, format, file, bytes, unit}
  const packed = body && mostMeshCharacters > 0 ? packedMesh(body.mesh) : null
  const held = packed && packed.bytes.length <= mostMeshCharacters ? packed : null
  return {
    ...said,
    lon: place.lon,
    lat: place.lat,
    turn_deg: place.turnDegrees,
    above_ground_m: place.aboveGroundMetres,
    ...(body && held ? {floors: body.floors, built_up: body.isBuiltUp, mesh: held} : {}),
  }
}

/** @throws ModelFault: documents come from strangers */
export function modelFrom(given: unknown): {source: ModelSource; place: ModelPlace; body: ModelBody | null} {
  const one = (given ?? {}) as Record<string, unknown>
  const broken = (member: string) => new ModelFault('BROKEN', `model.${member}`)
  const text = (member: string, pattern: RegExp) => {
    const value = one[member]
    if (typeof value !== 'string' || !pattern.test(value)) throw broken(member)
    return value
  }
  const number = (member: string, least: number, most: number) => {
    const value = one[member]
    if (typeof value !== 'number' || !(value >= least && value <= most)) throw broken(member)
    return value
  }
  const {floors = null, mesh} = one
  const isFloors =
    floors === null ||
    (Array.isArray(floors) && floors.length <= 500 && floors.every(floor => Math.abs(floor as number) < 2000))
  if (!isFloors) throw broken('floors')
  const format = modelFormats.find(name => name === one.format)
  if (!format) throw broken('format')
  return {
    source: {
      sha256: text('sha256', /^[\da-f]{64}$/),
      format,
      file: text('file', /^.{1,120}$/s),
      bytes: number('bytes', 0, 1e10),
      unit: text('unit', /^.{1,40}$/s),
    },
    place: {
      lon: number('lon', -180, 180),
      lat: number('lat', -85, 85),
      turnDegrees: number('turn_deg', -360, 360),
      aboveGroundMetres: number('above_ground_m', -200, 200),
    },
    body:
      mesh === undefined ? null : bodyOf(unpackMesh(mesh), floors as number[] | null, one.built_up === true),
  }
}

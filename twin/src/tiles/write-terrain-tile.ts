import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Document, type TypedArray, WebIO} from '@gltf-transform/core'
import {KHRMeshQuantization} from '@gltf-transform/extensions'
import type {Geoid} from '@hromada/datasets'
import type {Surface} from '@hromada/warehouse'
import type {Place} from '../earth-centred.ts'
import type {HeightField} from '../layers/height-field.ts'
import {ringEdges} from '../ring-edges.ts'
import {fieldMesh} from '../terrain/field-mesh.ts'
import {alignGlb} from './align-glb.ts'
import {type Bounds, extend, noBounds} from './building-mesh.ts'
import {type Local, type LocalFrame, localFrame} from './local-frame.ts'
import {singleTileset} from './tileset.ts'
import {triangulate} from './triangulate.ts'
import {triples} from './triples.ts'
import type {TilesetErrors} from './write-tile-tree.ts'

/** What was written; `files` are relative to the folder. */
export type WrittenTerrain = {files: string[]; triangles: number; bytes: number}

/** How far off the ground may be, and what lies between the publisher's heights and those above the ellipsoid. */
export type GroundFacts = TilesetErrors & {geoid?: Geoid['metres']}

/**
 * Writes a triangulated ground (TINRelief faces) as a tileset of one GLB: shared corners, smooth normals, and a skirt
 * along its open edges down to its lowest point, so that it stands on a flat ground around it instead of floating.
 * Writes nothing where there is no face with an area.
 */
export async function writeTerrainTile(
  city: string,
  surfaces: Surface[],
  folder: string,
  facts: GroundFacts = unknownErrors,
): Promise<WrittenTerrain> {
  const ground = weld(surfaces)
  return ground ? writeGround(city, ground, folder, facts) : {files: [], triangles: 0, bytes: 0}
}

/** Writes a height model as such a tileset: its triangles are few where the ground is plain. */
export function writeTerrainField(
  city: string,
  field: HeightField,
  folder: string,
  facts: GroundFacts = unknownErrors,
): Promise<WrittenTerrain> {
  const {corners: places, triangles} = fieldMesh(field)
  const lowest = field.heights.reduce((low, height) => Math.min(low, height), Number.POSITIVE_INFINITY)
  const frame = localFrame([(field.west + field.east) / 2, (field.south + field.north) / 2, lowest])
  const corners = [...triples(places)].map(frame.toLocal)
  const ground = {frame, corners, triangles: Array.from(triangles), bounds: boundsOf(corners)}
  return writeGround(city, ground, folder, facts)
}

const unknownErrors: GroundFacts = {placeMetres: null, heightMetres: null}

type Ground = {frame: LocalFrame; corners: Local[]; triangles: number[]; bounds: Bounds}

async function writeGround(
  city: string,
  {frame, corners, triangles, bounds}: Ground,
  folder: string,
  {placeMetres, heightMetres, geoid}: GroundFacts,
): Promise<WrittenTerrain> {
  const normals = smoothNormals(corners, triangles)
  const triangleCount = triangles.length / 3
  addSkirt(corners, normals, triangles, bounds.min[2] - 0.5)

  const glb = await groundGlb(corners, normals, triangles)
  bounds.min[2] -= 0.5
  const heightOf = (up: number) => frame.toPlace([0, 0, up])[2]
  const json = JSON.stringify(
    singleTileset(bounds, frame, 'content/0.glb', {
      city,
      count: triangleCount,
      lowestMetres: heightOf(bounds.min[2]),
      highestMetres: heightOf(bounds.max[2]),
      placeErrorMetres: placeMetres,
      heightErrorMetres: heightMetres,
      ...(geoid === undefined ? {} : {geoid}),
    }),
  )
  await mkdir(join(folder, 'content'), {recursive: true})
  await writeFile(join(folder, 'tileset.json'), json)
  await writeFile(join(folder, 'content/0.glb'), glb)
  return {files: ['tileset.json', 'content/0.glb'], triangles: triangleCount, bytes: json.length + glb.length}
}

/** Corners that faces share, once each, in a frame at the middle of the ground; faces turned to look up. */
function weld(surfaces: Surface[]): Ground | null {
  const {min, max} = boundsOf(surfaces.flatMap(({rings}) => rings.flat()))
  if (min[0] > max[0]) return null
  const frame = localFrame([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, min[2]])

  const corners: Local[] = []
  const triangles: number[] = []
  const numbers = new Map<string, number>()
  const numberOf = (place: Place) => {
    const key = place.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    const corner = frame.toLocal(place)
    numbers.set(key, corners.length)
    return corners.push(corner) - 1
  }
  for (const {rings} of surfaces) {
    const facet = triangulate(rings.map(ring => ring.map(frame.toLocal)))
    if (!facet) continue
    const ids = rings.flat().map(numberOf)
    const up = facet.normal[2] >= 0
    for (const [a, b, c] of triples(facet.triangles))
      triangles.push(ids[a]!, ids[up ? b : c]!, ids[up ? c : b]!)
  }
  return triangles.length > 0 ? {frame, corners, triangles, bounds: boundsOf(corners)} : null
}

function boundsOf(points: (Place | Local)[]): Bounds {
  const bounds = noBounds()
  for (const point of points) extend(bounds, {min: point, max: point})
  return bounds
}

/** Per corner, the mean of its faces' normals weighted by their area. */
function smoothNormals(corners: Local[], triangles: number[]): Local[] {
  const sums = corners.map((): Local => [0, 0, 0])
  for (const triangle of triples(triangles)) {
    const [a, b, c] = triangle.map(corner => corners[corner]!) as [Local, Local, Local]
    const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
    const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
    for (const corner of triangle) {
      const sum = sums[corner]!
      sum[0] += uy * vz - uz * vy
      sum[1] += uz * vx - ux * vz
      sum[2] += ux * vy - uy * vx
    }
  }
  return sums.map(sum => {
    const length = Math.hypot(...sum)
    return length > 0 ? [sum[0] / length, sum[1] / length, sum[2] / length] : [0, 0, 1]
  })
}

/** An edge that only one triangle has is the ground's border: a wall goes down from it, lit like the ground it ends. */
function addSkirt(corners: Local[], normals: Local[], triangles: number[], downTo: number): void {
  const edges = new Map<string, [number, number]>()
  for (const triangle of triples(triangles))
    for (const [from, to] of ringEdges(triangle))
      if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, [from, to])
  const lowered = new Map<number, number>()
  const below = (corner: number) => {
    const known = lowered.get(corner)
    if (known !== undefined) return known
    const [east, north] = corners[corner]!
    normals.push(normals[corner]!)
    lowered.set(corner, corners.length)
    return corners.push([east, north, downTo]) - 1
  }
  for (const [from, to] of edges.values()) {
    const [lowFrom, lowTo] = [below(from), below(to)]
    triangles.push(from, lowFrom, to, to, lowFrom, lowTo)
  }
}

/** The ground as a GLB: one primitive, no features, since ground is not picked. */
async function groundGlb(corners: Local[], normals: Local[], triangles: number[]): Promise<Uint8Array> {
  const document = new Document()
  const buffer = document.createBuffer()
  document.createExtension(KHRMeshQuantization).setRequired(true)
  // East, north, up becomes glTF's x, y up, z south.
  const yUp = ([east, north, up]: Local) => [east, up, -north]
  const accessor = (array: TypedArray, type: 'VEC3' | 'SCALAR') =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor(new Float32Array(corners.flatMap(yUp)), 'VEC3'))
    .setAttribute(
      'NORMAL',
      accessor(new Int8Array(normals.flatMap(yUp).map(part => Math.round(part * 127))), 'VEC3').setNormalized(
        true,
      ),
    )
    .setIndices(accessor(new Uint32Array(triangles), 'SCALAR'))
    .setMaterial(
      document.createMaterial('ground').setMetallicFactor(0).setRoughnessFactor(1).setDoubleSided(true),
    )
  document
    .createScene()
    .addChild(document.createNode().setMesh(document.createMesh('ground').addPrimitive(primitive)))
  return alignGlb(await new WebIO().registerExtensions([KHRMeshQuantization]).writeBinary(document))
}

import {siteFrame} from '../site-frame.ts'
import {type Mass, massOf} from './mass.ts'
import {type Mesh, MeshBuilder, mostReachMetres} from './mesh.ts'
import {ModelFault} from './model-fault.ts'
import type {Elevation, Georeference, ModelNote, Soup} from './soup.ts'

export const modelFormats = ['glTF', 'CityJSON', 'IFC'] as const
export type ModelFormat = (typeof modelFormats)[number]

/** Where a model came from. */
export type ModelSource = {
  /** SHA-256 of the file, in hexadecimal: what tells that another has the same one. */
  sha256: string
  format: ModelFormat
  /** The file's name. */
  file: string
  bytes: number
  /** The file's unit of length, in its own word. */
  unit: string
}

/** A model's shape: triangles about the middle of its plan, and what they amount to. */
export type ModelBody = {mesh: Mesh; floors: number[] | null; isBuiltUp: boolean; mass: Mass}

/** A file that was read: its shape, and where it says it stands. */
export type Model = {
  source: ModelSource
  body: ModelBody
  /** Where the middle of its plan lies; null where the file does not tell. */
  place: {lon: number; lat: number; by: Georeference['by']; crs: string | null} | null
  /** How high its ground level lies by the file, metres over the datum; null where it does not tell. */
  elevation: (Omit<Elevation, 'zeroMetres'> & {groundMetres: number}) | null
  notes: ModelNote[]
}

export const mostFileBytes = 40_000_000

/** What a file is by its first bytes; null for none of ours. */
export function formatOf(bytes: Uint8Array): ModelFormat | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (head.startsWith('glTF')) return 'glTF'
  if (/^\s*ISO-10303-21/.test(head)) return 'IFC'
  if (!/^\s*\{/.test(head.replace(/^ï»¿/, ''))) return null
  const text = new TextDecoder().decode(bytes)
  if (/"type"\s*:\s*"CityJSON(Feature)?"/.test(text)) return 'CityJSON'
  return /"asset"\s*:\s*\{/.test(text) && !/"type"\s*:\s*"Feature/.test(text) ? 'glTF' : null
}

/**
 * Reads a model from a file of glTF, CityJSON or IFC. What is far too large or small for a building is refused, not scaled.
 *
 * @param wasmAddress where the program that reads IFC is; null in Node
 * @throws ModelFault
 */
export async function readModel(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  wasmAddress: string | null,
): Promise<Model> {
  if (bytes.byteLength > mostFileBytes)
    throw new ModelFault('FILE_TOO_LARGE', `${bytes.byteLength} bytes; at most ${mostFileBytes} are read`)
  const format = formatOf(bytes)
  if (!format) throw new ModelFault('UNKNOWN_FORMAT', file.slice(0, 80))
  const soup = await soupOf(format, bytes, wasmAddress)
  if (soup.colours.length === 0) throw new ModelFault('NO_SURFACES', format)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  const sha256 = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
  const {mesh, place, floors, zeroMetres} = settled(soup)
  const {elevation} = soup
  return {
    source: {sha256, format, file: file.slice(0, 120), bytes: bytes.byteLength, unit: soup.unit.name},
    body: bodyOf(mesh, floors, soup.isBuiltUp),
    place,
    elevation: elevation && {
      by: elevation.by,
      datum: elevation.datum,
      groundMetres: elevation.zeroMetres + zeroMetres,
    },
    notes: soup.notes,
  }
}

/** A shape from its triangles: the same ones always amount to the same. */
export const bodyOf = (mesh: Mesh, floors: number[] | null, isBuiltUp: boolean): ModelBody => ({
  mesh,
  floors,
  isBuiltUp,
  mass: massOf(mesh, floors, isBuiltUp),
})

async function soupOf(
  format: ModelFormat,
  bytes: Uint8Array<ArrayBuffer>,
  wasmAddress: string | null,
): Promise<Soup> {
  // Each reader, and web-ifc above all, is fetched when it is needed.
  if (format === 'IFC') return (await import('./read-ifc.ts')).readIfc(bytes, wasmAddress)
  if (format === 'glTF') return (await import('./read-gltf.ts')).readGltf(bytes)
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch (error) {
    throw new ModelFault('BROKEN', (error as Error).message)
  }
  return (await import('./read-cityjson.ts')).readCityJson(document)
}

/** Brings triangles to the middle of their plan, axes east and north, and their ground to 0. */
function settled({corners, colours, georeference, floors, groundMetres}: Soup): {
  mesh: Mesh
  place: Model['place']
  floors: number[] | null
  /** Where the mesh's zero was in the file. */
  zeroMetres: number
} {
  const [least, most] = [
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ]
  for (let i = 0; i < corners.length; i++) {
    if (!Number.isFinite(corners[i])) throw new ModelFault('BROKEN', 'a corner is no number')
    least[i % 3] = Math.min(least[i % 3]!, corners[i]!)
    most[i % 3] = Math.max(most[i % 3]!, corners[i]!)
  }
  const sizes = [0, 1, 2].map(axis => most[axis]! - least[axis]!)
  const [width, depth, height] = sizes as [number, number, number]
  const said = sizes.map(size => `${Number(size.toPrecision(3))} m`).join(' × ')
  if (Math.max(width, depth) > mostReachMetres || height > 600 || Math.max(...sizes) < 1)
    throw new ModelFault('WRONG_SIZE', said)
  const [mx, my] = [(least[0]! + most[0]!) / 2, (least[1]! + most[1]!) / 2]
  const ground =
    groundMetres !== null && groundMetres < most[2]! && groundMetres > least[2]! - 1
      ? groundMetres
      : least[2]!
  const [lon, lat] = georeference ? georeference.toDegrees(mx, my) : [0, 0]
  const isPlaced = georeference !== null && Math.abs(lat) <= 85 && Math.abs(lon) <= 180
  const frame = siteFrame(lon, lat)
  const local = (i: number): [number, number, number] => {
    const [x, y] = isPlaced
      ? frame.toMetres(georeference.toDegrees(corners[i]!, corners[i + 1]!))
      : [corners[i]! - mx, corners[i + 1]! - my]
    return [x, y, corners[i + 2]! - ground]
  }
  const builder = new MeshBuilder()
  for (const [t, colour] of colours.entries())
    builder.add(local(t * 9), local(t * 9 + 3), local(t * 9 + 6), colour)
  if (builder.isEmpty) throw new ModelFault('NO_SURFACES', said)
  return {
    mesh: builder.mesh(),
    place: isPlaced ? {lon, lat, by: georeference.by, crs: georeference.crs} : null,
    zeroMetres: ground,
    floors: floors?.map(floor => Math.round((floor - ground) * 1000) / 1000) ?? null,
  }
}

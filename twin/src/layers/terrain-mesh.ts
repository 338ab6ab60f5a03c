import {geodetic} from '../tiles/local-frame.ts'
import type {Tileset} from '../tiles/tileset.ts'
import type {Triangles} from './height-field.ts'

type Gltf = {
  meshes: {primitives: {attributes: Record<string, number>; indices: number}[]}[]
  accessors: {bufferView: number; byteOffset?: number; componentType: number; count: number}[]
  bufferViews: {byteOffset?: number; byteStride?: number}[]
}

/**
 * The triangles of a terrain tileset of ours, read from its one file, in degrees and metres above the ellipsoid. The
 * skirt around it comes last and is left out: its foot would be taken for ground at the border.
 */
export function terrainMesh({root, extras}: Tileset, glb: ArrayBuffer): Triangles {
  const header = new DataView(glb)
  const jsonLength = header.getUint32(12, true)
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(glb, 20, jsonLength))) as Gltf
  const binary = new DataView(glb, 20 + jsonLength + 8)
  const {attributes, indices} = gltf.meshes[0]!.primitives[0]!
  const startOf = ({bufferView, byteOffset = 0}: Gltf['accessors'][number]) =>
    (gltf.bufferViews[bufferView]!.byteOffset ?? 0) + byteOffset

  const positions = gltf.accessors[attributes.POSITION!]!
  const stride = gltf.bufferViews[positions.bufferView]!.byteStride ?? 12
  const corners = new Float64Array(positions.count * 3)
  const m = root.transform!
  for (let i = 0; i < positions.count; i++) {
    const at = startOf(positions) + i * stride
    // glTF's x, y up, z south are east, up, north turned round.
    const [east, up, south] = [
      binary.getFloat32(at, true),
      binary.getFloat32(at + 4, true),
      binary.getFloat32(at + 8, true),
    ]
    const along = (axis: 0 | 1 | 2) =>
      m[12 + axis]! + east * m[axis]! - south * m[4 + axis]! + up * m[8 + axis]!
    corners.set(geodetic(along(0), along(1), along(2)), i * 3)
  }

  const {count, componentType, ...where} = gltf.accessors[indices]!
  const bytes = componentType === 5125 ? 4 : 2
  const start = startOf({count, componentType, ...where})
  const triangles = new Uint32Array(Math.min(count, extras.count * 3))
  for (let i = 0; i < triangles.length; i++)
    triangles[i] = bytes === 4 ? binary.getUint32(start + i * 4, true) : binary.getUint16(start + i * 2, true)
  const used = triangles.reduce((most, corner) => Math.max(most, corner + 1), 0)
  return {corners: corners.subarray(0, used * 3), triangles}
}

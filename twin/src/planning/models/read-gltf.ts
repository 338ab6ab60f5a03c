import {type Document, type Primitive, WebIO} from '@gltf-transform/core'
import {EXTMeshoptCompression, KHRMeshQuantization} from '@gltf-transform/extensions'
import {MeshoptDecoder} from 'meshoptimizer'
import {mostTriangles} from './mesh.ts'
import {ModelFault} from './model-fault.ts'
import {hexOf, plainColour, type Soup} from './soup.ts'

/** The parts of glTF that are looked at before it is trusted. */
type Gltf = {
  buffers?: {uri?: string}[]
  images?: {uri?: string}[]
  accessors?: {count?: number}[]
  extensionsRequired?: string[]
}

/** Extensions that a reader of shapes alone may pass over, or that are read here. */
const isHarmless = (name: string) =>
  /^(KHR_materials_|KHR_texture_|KHR_lights_|EXT_texture_|KHR_mesh_quantization$|EXT_meshopt_compression$)/.test(
    name,
  )

/**
 * glTF 2.0, whole in one file (GLB, or JSON whose buffers are data addresses): triangles of the scene in metres, y up
 * as glTF has it turned to z up, so that what looks along +z looks to the south.
 * @throws ModelFault
 */
export async function readGltf(bytes: Uint8Array<ArrayBuffer>): Promise<Soup> {
  const isBinary = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === 0x46546c67
  const json = isBinary ? binaryJson(bytes) : parsed(bytes)
  guard(json)
  await MeshoptDecoder.ready
  const io = new WebIO()
    .registerExtensions([EXTMeshoptCompression, KHRMeshQuantization])
    .registerDependencies({'meshopt.decoder': MeshoptDecoder})
  let document: Document
  try {
    document = isBinary ? await io.readBinary(bytes) : await io.readJSON({json: json as never, resources: {}})
  } catch (error) {
    throw new ModelFault('BROKEN', (error as Error).message)
  }
  const [corners, colours]: [number[], string[]] = [[], []]
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]
  scene?.traverse(node => {
    const mesh = node.getMesh()
    if (!mesh) return
    const matrix = node.getWorldMatrix()
    for (const primitive of mesh.listPrimitives()) addPrimitive(primitive, matrix, corners, colours)
  })
  return {
    ...{corners, colours, isBuiltUp: false, floors: null, groundMetres: null, notes: []},
    ...{georeference: null, elevation: null},
    unit: {name: 'm', metres: 1},
  }
}

function addPrimitive(
  primitive: Primitive,
  m: readonly number[],
  corners: number[],
  colours: string[],
): void {
  const positions = primitive.getAttribute('POSITION')
  const mode = primitive.getMode()
  if (!positions || mode < 4) return
  const indices = primitive.getIndices()
  const count = indices?.getCount() ?? positions.getCount()
  const place = (i: number): [number, number, number] => {
    const [x = 0, y = 0, z = 0] = positions.getElement(indices ? indices.getScalar(i) : i, [])
    const along = (row: number) => m[row]! * x + m[4 + row]! * y + m[8 + row]! * z + m[12 + row]!
    return [along(0), -along(2), along(1)]
  }
  const determinant =
    m[0]! * (m[5]! * m[10]! - m[6]! * m[9]!) -
    m[4]! * (m[1]! * m[10]! - m[2]! * m[9]!) +
    m[8]! * (m[1]! * m[6]! - m[2]! * m[5]!)
  const material = primitive.getMaterial()
  const colour =
    material && !material.getBaseColorTexture()
      ? hexOf(material.getBaseColorFactor().map(toSrgb))
      : plainColour
  // 4 triangles, 5 a strip in which every other one turns the other way, 6 a fan.
  for (let i = 0; i + 2 < count; i += mode === 4 ? 3 : 1) {
    const [a, b, c] =
      mode === 6 ? [0, i + 1, i + 2] : mode === 5 && i % 2 === 1 ? [i + 1, i, i + 2] : [i, i + 1, i + 2]
    const [second, third] = determinant < 0 ? [c, b] : [b, c]
    corners.push(...place(a), ...place(second), ...place(third))
    colours.push(colour)
    if (colours.length > mostTriangles * 2)
      throw new ModelFault('TOO_MANY_TRIANGLES', `more than ${mostTriangles} triangles`)
  }
}

/** What would reach out of the file, or cannot be read, is told before anything is. */
function guard({buffers = [], images = [], accessors = [], extensionsRequired = []}: Gltf): void {
  for (const [what, list] of [
    ['buffers', buffers],
    ['images', images],
  ] as const)
    for (const [index, one] of list.entries())
      if (one?.uri !== undefined && !String(one.uri).startsWith('data:'))
        throw new ModelFault('EXTERNAL_FILE', `${what}[${index}]: ${String(one.uri).slice(0, 80)}`)
  const strange = extensionsRequired.find(name => !isHarmless(name))
  if (strange !== undefined) throw new ModelFault('UNSUPPORTED', String(strange).slice(0, 80))
  const total = accessors.reduce((sum, one) => sum + (Number(one?.count) || 0), 0)
  if (!(total <= mostTriangles * 30))
    throw new ModelFault('TOO_MANY_TRIANGLES', `accessors of ${total} elements in all`)
}

function binaryJson(bytes: Uint8Array<ArrayBuffer>): Gltf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.byteLength >= 20 ? view.getUint32(12, true) : Number.POSITIVE_INFINITY
  if (length > bytes.byteLength - 20) throw new ModelFault('BROKEN', 'the GLB is cut off')
  if (view.getUint32(4, true) !== 2) throw new ModelFault('UNSUPPORTED', `glTF ${view.getUint32(4, true)}`)
  return parsed(bytes.subarray(20, 20 + length))
}

function parsed(bytes: Uint8Array<ArrayBuffer>): Gltf {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
    if (typeof json === 'object' && json !== null) return json
  } catch (error) {
    throw new ModelFault('BROKEN', (error as Error).message)
  }
  throw new ModelFault('BROKEN', 'its JSON is no object')
}

/** A share of linear light as sRGB writes it (IEC 61966-2-1). */
const toSrgb = (linear: number) =>
  linear <= 0.003_130_8 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055

import {MeshoptDecoder} from 'meshoptimizer'

type Compression = {
  byteOffset: number
  byteLength: number
  byteStride: number
  count: number
  mode: string
  filter?: string
}
type BufferView = {
  buffer: number
  byteOffset?: number
  byteLength: number
  byteStride?: number
  target?: number
  extensions?: {EXT_meshopt_compression?: Compression}
}
type Accessor = {bufferView: number; componentType: number; count: number; type: string} & Record<
  string,
  unknown
>
type Primitive = {attributes: Record<string, number>; indices: number}
type Gltf = {
  extensionsUsed: string[]
  extensionsRequired?: string[]
  buffers: {byteLength: number}[]
  bufferViews: BufferView[]
  accessors: Accessor[]
  meshes: {primitives: Primitive[]}[]
}

const [byteType, unsignedInt, float] = [5120, 5125, 5126]
const compression = 'EXT_meshopt_compression'

/**
 * A tile of ours unpacked, with a normal for every corner of every face: the file has a corner once for all faces that
 * meet there, and an engine that lights and shades wants to know how each of them is turned. Corners of faces that lie
 * in one plane stay one, and roofs and walls become one part, so that a tile is drawn by one command. What is no tile of
 * ours comes back as it is. `MeshoptDecoder` must be ready.
 */
export function flatShaded(file: ArrayBuffer): ArrayBuffer {
  if (new DataView(file).getUint32(0, true) !== 0x46546c67) return file
  const jsonLength = new DataView(file).getUint32(12, true)
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, jsonLength))) as Gltf
  const primitives = gltf.meshes.flatMap(mesh => mesh.primitives)
  if (!gltf.extensionsUsed.includes(compression) || primitives.some(({attributes}) => 'NORMAL' in attributes))
    return file

  const binary = new Uint8Array(file, 20 + jsonLength + 8)
  const unpacked = gltf.bufferViews.map(view => unpack(view, binary))
  const isGeometry = (view: BufferView) => view.extensions?.[compression] !== undefined
  const chunks: Uint8Array[] = []
  const views: BufferView[] = []
  const add = (bytes: Uint8Array, rest: Partial<BufferView> = {}) => {
    chunks.push(bytes)
    return views.push({buffer: 0, byteLength: bytes.length, ...rest}) - 1
  }
  // Tables keep their numbers, as the schema names views by them.
  for (const [index, view] of gltf.bufferViews.entries())
    add(isGeometry(view) ? new Uint8Array(1) : unpacked[index]!)

  const accessors: Accessor[] = []
  const numbers = (accessor: number) => {
    const {bufferView, componentType, count} = gltf.accessors[accessor]!
    const {buffer} = unpacked[bufferView]!
    return componentType === float
      ? new Float32Array(buffer)
      : componentType === unsignedInt
        ? new Uint32Array(buffer, 0, count)
        : new Uint16Array(buffer, 0, count)
  }
  // Roofs and walls are told apart by how they are turned: what shares its corners is drawn at once.
  const meshes = gltf.meshes.map(mesh => ({...mesh, primitives: joined(mesh.primitives).map(flat)}))
  function flat({first, parts}: Joined): Primitive {
    const {POSITION, _FEATURE_ID_0} = first.attributes as {POSITION: number; _FEATURE_ID_0: number}
    const ids = gltf.accessors[_FEATURE_ID_0]!
    const stride = gltf.bufferViews[ids.bufferView]!.byteStride!
    const folded = {positions: numbers(POSITION), ids: unpacked[ids.bufferView]!, stride}
    const {count, ...faces} = unfold(folded, concatenated(parts.map(numbers)))
    const attribute = (bytes: Uint8Array, byteStride: number, like: Omit<Accessor, 'bufferView' | 'count'>) =>
      accessors.push({...like, bufferView: add(bytes, {byteStride, target: 34_962}), count} as Accessor) - 1
    const attributes = {
      POSITION: attribute(bytesOf(faces.positions), 12, {
        ...gltf.accessors[POSITION]!,
        ...extremes(faces.positions),
      }),
      NORMAL: attribute(bytesOf(faces.normals), 4, {componentType: byteType, normalized: true, type: 'VEC3'}),
      _FEATURE_ID_0: attribute(faces.ids, stride, ids),
    }
    const indices =
      accessors.push({
        bufferView: add(bytesOf(faces.indices), {target: 34_963}),
        componentType: unsignedInt,
        count: faces.indices.length,
        type: 'SCALAR',
      }) - 1
    return {...first, attributes, indices}
  }
  const without = (names: string[]) => names.filter(name => name !== compression)
  return glb(
    {
      ...gltf,
      meshes,
      accessors,
      extensionsUsed: [...without(gltf.extensionsUsed), 'KHR_mesh_quantization'],
      extensionsRequired: [...without(gltf.extensionsRequired ?? []), 'KHR_mesh_quantization'],
    },
    views,
    chunks,
  )
}

function unpack({byteOffset = 0, byteLength, extensions}: BufferView, binary: Uint8Array): Uint8Array {
  const packed = extensions?.[compression]
  if (!packed) return binary.subarray(byteOffset, byteOffset + byteLength)
  const bytes = new Uint8Array(packed.count * packed.byteStride)
  const source = binary.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength)
  MeshoptDecoder.decodeGltfBuffer(bytes, packed.count, packed.byteStride, source, packed.mode, packed.filter)
  return bytes
}

/** A part of a mesh with the accessors of its triangles, and of those of parts with the same corners. */
type Joined = {first: Primitive; parts: number[]}

function joined(primitives: Primitive[]): Joined[] {
  const same = new Map<string, Joined>()
  for (const primitive of primitives) {
    const key = JSON.stringify(primitive.attributes)
    const found = same.get(key)
    if (found) found.parts.push(primitive.indices)
    else same.set(key, {first: primitive, parts: [primitive.indices]})
  }
  return [...same.values()]
}

function concatenated(parts: ArrayLike<number>[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Every corner once for each way in which a face of it is turned. Corners of triangles without an area look up. */
function unfold(
  folded: {positions: ArrayLike<number>; ids: Uint8Array; stride: number},
  triangles: Uint32Array,
) {
  const {positions, ids, stride} = folded
  const corners = triangles.length
  const indices = new Uint32Array(corners)
  // The vertices that a corner has become: the newest, and from each the one before.
  const newest = new Int32Array(positions.length / 3).fill(-1)
  const before = new Int32Array(corners)
  const oldOf = new Int32Array(corners)
  const turned = new Int32Array(corners)
  let count = 0
  for (let t = 0; t < corners; t += 3) {
    const turn = turnOf(positions, triangles[t]! * 3, triangles[t + 1]! * 3, triangles[t + 2]! * 3)
    for (let corner = t; corner < t + 3; corner++) {
      const old = triangles[corner]!
      let vertex = newest[old]!
      while (vertex >= 0 && turned[vertex] !== turn) vertex = before[vertex]!
      if (vertex < 0) {
        vertex = count++
        before[vertex] = newest[old]!
        newest[old] = vertex
        oldOf[vertex] = old
        turned[vertex] = turn
      }
      indices[corner] = vertex
    }
  }
  const unfolded = {
    positions: new Float32Array(count * 3),
    normals: turned.slice(0, count),
    ids: new Uint8Array(count * stride),
  }
  for (let vertex = 0; vertex < count; vertex++) {
    const old = oldOf[vertex]!
    for (let axis = 0; axis < 3; axis++) unfolded.positions[vertex * 3 + axis] = positions[old * 3 + axis]!
    for (let byte = 0; byte < stride; byte++) unfolded.ids[vertex * stride + byte] = ids[old * stride + byte]!
  }
  return {...unfolded, indices, count}
}

function extremes(positions: Float32Array): {min: number[]; max: number[]} {
  const [min, max] = [Array.from(positions.subarray(0, 3)), Array.from(positions.subarray(0, 3))]
  for (let i = 0; i < positions.length; i++) {
    const [axis, value] = [i % 3, positions[i]!]
    if (value < min[axis]!) min[axis] = value
    if (value > max[axis]!) max[axis] = value
  }
  return {min, max}
}

/** A triangle's normal as three signed bytes of one number, the lowest first, as a file has them. */
function turnOf(at: ArrayLike<number>, a: number, b: number, c: number): number {
  const [ux, uy, uz] = [at[b]! - at[a]!, at[b + 1]! - at[a + 1]!, at[b + 2]! - at[a + 2]!]
  const [vx, vy, vz] = [at[c]! - at[a]!, at[c + 1]! - at[a + 1]!, at[c + 2]! - at[a + 2]!]
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.sqrt(x * x + y * y + z * z)
  if (length === 0) return 127 << 8
  const signed = (part: number) => Math.round((part / length) * 127) & 0xff
  return signed(x) | (signed(y) << 8) | (signed(z) << 16)
}

const bytesOf = ({buffer, byteOffset, byteLength}: ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength)

function glb(
  gltf: Omit<Gltf, 'buffers' | 'bufferViews'>,
  views: BufferView[],
  chunks: Uint8Array[],
): ArrayBuffer {
  let length = 0
  const bufferViews = views.map((view, index) => {
    const byteOffset = length
    length = padded(byteOffset + chunks[index]!.length)
    return {...view, byteOffset}
  })
  const json = new TextEncoder().encode(
    JSON.stringify({...gltf, buffers: [{byteLength: length}], bufferViews}),
  )
  const jsonLength = padded(json.length + 4) - 4
  const out = new Uint8Array(28 + jsonLength + length)
  const header = new DataView(out.buffer)
  for (const [index, word] of [0x46546c67, 2, out.length, jsonLength, 0x4e4f534a].entries())
    header.setUint32(index * 4, word, true)
  out.fill(0x20, 20, 20 + jsonLength)
  out.set(json, 20)
  header.setUint32(20 + jsonLength, length, true)
  header.setUint32(24 + jsonLength, 0x004e4942, true)
  for (const [index, {byteOffset}] of bufferViews.entries())
    out.set(chunks[index]!, 28 + jsonLength + byteOffset)
  return out.buffer
}

const padded = (length: number) => Math.ceil(length / 8) * 8

import {MeshoptEncoder} from 'meshoptimizer'

const [magic, jsonChunk, binaryChunk] = [0x46546c67, 0x4e4f534a, 0x004e4942]
const [arrayBuffer, elementArrayBuffer] = [34_962, 34_963]

type Compression = {
  buffer: 0
  byteOffset: number
  byteLength: number
  byteStride: number
  count: number
  mode: 'ATTRIBUTES' | 'TRIANGLES'
  filter?: 'EXPONENTIAL'
}
type BufferView = {
  buffer: 0 | 1
  byteOffset: number
  byteLength: number
  byteStride?: number
  target?: number
  extensions?: {EXT_meshopt_compression: Compression}
}

/**
 * The binary part of a GLB, view by view, each on an 8-byte boundary, as EXT_structural_metadata demands of property
 * tables. Vertices and triangles are compressed as EXT_meshopt_compression says; buffer 1 stands for what they unpack to
 * and has no bytes. Every `add…` returns the number of its buffer view. Await `MeshoptEncoder.ready` first.
 */
export class GlbParts {
  readonly #views: BufferView[] = []
  readonly #chunks: {at: number; bytes: Uint8Array}[] = []
  #length = 0
  #unpackedLength = 0

  /** Bytes as they are. A buffer view may not be empty, so nothing at all becomes one zero byte. */
  add(bytes: Uint8Array): number {
    const some = bytes.length > 0 ? bytes : new Uint8Array(1)
    return this.#views.push({buffer: 0, byteOffset: this.#place(some), byteLength: some.length}) - 1
  }

  /** Vertices of `stride` bytes each, a multiple of four. */
  addVertices(values: Uint16Array | Float32Array, stride: number): number {
    return this.#addAttributes(values, stride)
  }

  /** Three floats per vertex, given as whole numbers below 2²³ of steps of 2 to the power of `exponent`. */
  addSteps(steps: Int32Array, exponent: number): number {
    const filtered = steps.map(value => (exponent << 24) | (value & 0xffffff))
    return this.#addAttributes(filtered, 12, 'EXPONENTIAL')
  }

  /** Three indices per triangle. Which of its corners comes first may change, the way it turns does not. */
  addTriangles(indices: Uint16Array | Uint32Array): number {
    const bytes = new Uint8Array(indices.buffer, indices.byteOffset, indices.byteLength)
    const stride = indices.BYTES_PER_ELEMENT
    const packed = MeshoptEncoder.encodeGltfBuffer(bytes, indices.length, stride, 'TRIANGLES')
    return this.#addPacked(packed, {mode: 'TRIANGLES'}, indices.length, stride, {target: elementArrayBuffer})
  }

  /** The whole file. `gltf` is everything but buffers and their views. */
  glb(gltf: object): Uint8Array {
    const buffers: object[] = [{byteLength: this.#length}]
    if (this.#unpackedLength > 0)
      buffers.push({
        byteLength: this.#unpackedLength,
        extensions: {EXT_meshopt_compression: {fallback: true}},
      })
    const json = new TextEncoder().encode(JSON.stringify({...gltf, buffers, bufferViews: this.#views}))
    // The binary chunk's data starts at 12 + 8 + json + 8, so the JSON chunk must end 4 bytes past a multiple of 8.
    const jsonLength = padded(json.length + 4) - 4
    const out = new Uint8Array(28 + jsonLength + this.#length)
    const header = new DataView(out.buffer)
    for (const [index, word] of [magic, 2, out.length, jsonLength, jsonChunk].entries())
      header.setUint32(index * 4, word, true)
    out.fill(0x20, 20, 20 + jsonLength)
    out.set(json, 20)
    header.setUint32(20 + jsonLength, this.#length, true)
    header.setUint32(24 + jsonLength, binaryChunk, true)
    for (const {at, bytes} of this.#chunks) out.set(bytes, 28 + jsonLength + at)
    return out
  }

  #addAttributes(values: ArrayBufferView, stride: number, filter?: Compression['filter']): number {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    const count = bytes.length / stride
    const packed = MeshoptEncoder.encodeGltfBuffer(bytes, count, stride, 'ATTRIBUTES')
    return this.#addPacked(packed, {mode: 'ATTRIBUTES', ...(filter && {filter})}, count, stride, {
      byteStride: stride,
      target: arrayBuffer,
    })
  }

  #addPacked(
    packed: Uint8Array,
    how: Pick<Compression, 'mode' | 'filter'>,
    count: number,
    byteStride: number,
    view: Pick<BufferView, 'byteStride' | 'target'>,
  ): number {
    const byteOffset = this.#place(packed)
    const EXT_meshopt_compression: Compression = {
      buffer: 0,
      byteOffset,
      byteLength: packed.length,
      byteStride,
      count,
      ...how,
    }
    const byteLength = count * byteStride
    const unpackedOffset = this.#unpackedLength
    this.#unpackedLength = padded(unpackedOffset + byteLength)
    return (
      this.#views.push({
        buffer: 1,
        byteOffset: unpackedOffset,
        byteLength,
        ...view,
        extensions: {EXT_meshopt_compression},
      }) - 1
    )
  }

  #place(bytes: Uint8Array): number {
    const at = this.#length
    this.#chunks.push({at, bytes})
    this.#length = padded(at + bytes.length)
    return at
  }
}

const padded = (length: number) => Math.ceil(length / 8) * 8

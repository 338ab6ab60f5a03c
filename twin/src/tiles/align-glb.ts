type Gltf = {
  buffers: {byteLength: number}[]
  bufferViews: {buffer: number; byteOffset?: number; byteLength: number}[]
}

const [magic, jsonChunk, binaryChunk] = [0x46546c67, 0x4e4f534a, 0x004e4942]

/**
 * The same GLB with every buffer view on an 8-byte boundary, as EXT_structural_metadata demands of property tables and
 * the glTF writer does not do. Content and order stay; only padding is added.
 */
export function alignGlb(glb: Uint8Array): Uint8Array {
  const view = new DataView(glb.buffer, glb.byteOffset, glb.byteLength)
  const jsonLength = view.getUint32(12, true)
  const gltf = JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + jsonLength))) as Gltf
  const binary = glb.subarray(20 + jsonLength + 8)

  let offset = 0
  const placed = [...gltf.bufferViews]
    .sort((a, b) => (a.byteOffset ?? 0) - (b.byteOffset ?? 0))
    .map(bufferView => {
      const bytes = binary.subarray(
        bufferView.byteOffset ?? 0,
        (bufferView.byteOffset ?? 0) + bufferView.byteLength,
      )
      const at = offset
      bufferView.byteOffset = at
      offset = padded(at + bytes.length)
      return {at, bytes}
    })
  gltf.buffers[0]!.byteLength = offset

  // The binary chunk's data starts at 12 + 8 + json + 8, so the JSON chunk must end 4 bytes past a multiple of 8.
  const json = new TextEncoder().encode(JSON.stringify(gltf))
  const jsonPadded = padded(json.length + 4) - 4
  const out = new Uint8Array(28 + jsonPadded + offset)
  const header = new DataView(out.buffer)
  for (const [index, word] of [magic, 2, out.length, jsonPadded, jsonChunk].entries())
    header.setUint32(index * 4, word, true)
  out.fill(0x20, 20, 20 + jsonPadded)
  out.set(json, 20)
  header.setUint32(20 + jsonPadded, offset, true)
  header.setUint32(24 + jsonPadded, binaryChunk, true)
  for (const {at, bytes} of placed) out.set(bytes, 28 + jsonPadded + at)
  return out
}

const padded = (length: number) => Math.ceil(length / 8) * 8

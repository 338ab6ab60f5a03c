const [clearCode, endCode, firstCode] = [256, 257, 258]

/**
 * Unpacks TIFF's LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, the highest bit first, one bit longer a code early.
 * @param length bytes to come out; what the codes say beyond that is left @returns fewer where the codes end before
 */
export function unpackLzw(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length)
  // Of each code: the one it prolongs, the byte it adds, and its length.
  const before = new Uint16Array(4096)
  const added = new Uint8Array(4096)
  const lengths = new Uint16Array(4096)
  for (let code = 0; code < clearCode; code++) {
    added[code] = code
    lengths[code] = 1
  }
  let [next, width, last, written] = [firstCode, 9, -1, 0]
  let [held, heldBits] = [0, 0]
  for (let at = 0; written < length; ) {
    while (heldBits < width && at < packed.length) {
      held = ((held << 8) | packed[at++]!) & 0xffffff
      heldBits += 8
    }
    if (heldBits < width) break
    heldBits -= width
    const code = (held >> heldBits) & ((1 << width) - 1)
    if (code === endCode) break
    if (code === clearCode) {
      ;[next, width, last] = [firstCode, 9, -1]
      continue
    }
    if (code > next || (code === next && last === -1) || (last === -1 && code >= clearCode))
      throw new Error(`the LZW code ${code} means nothing yet`)

    // A code that is only just being made repeats the last one and its first byte.
    const known = code === next ? last : code
    const size = lengths[known]!
    let first = 0
    for (let place = written + size - 1, walk = known; place >= written; place--) {
      first = added[walk]!
      if (place < length) out[place] = first
      walk = before[walk]!
    }
    written += size
    if (code === next && written < length) out[written] = first
    if (code === next) written++
    if (last !== -1 && next < 4096) {
      before[next] = last
      added[next] = first
      lengths[next] = lengths[last]! + 1
      next++
      if (next === (1 << width) - 1 && width < 12) width++
    }
    last = code
  }
  return out.subarray(0, Math.min(written, length))
}

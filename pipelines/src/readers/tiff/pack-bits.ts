/** Unpacks runs of bytes (TIFF 6.0, section 9). @returns `length` bytes, or fewer where the runs end before */
export function unpackPackBits(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length)
  let written = 0
  for (let at = 0; at < packed.length && written < length; ) {
    const head = packed[at++]!
    if (head === 128) continue
    if (head < 128) {
      const run = packed.subarray(at, Math.min(at + head + 1, at + length - written))
      out.set(run, written)
      written += run.length
      at += head + 1
    } else {
      const end = Math.min(length, written + 257 - head)
      out.fill(packed[at++] ?? 0, written, end)
      written = end
    }
  }
  return out.subarray(0, written)
}

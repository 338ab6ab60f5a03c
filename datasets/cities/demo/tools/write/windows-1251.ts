/** Bytes of the upper half of windows-1251, by the character they stand for. */
const byteOf = new Map<number, number>()
const upper = new TextDecoder('windows-1251').decode(
  Uint8Array.from({length: 128}, (_, index) => index + 128),
)
for (let index = 0; index < 128; index++) byteOf.set(upper.charCodeAt(index), index + 128)
// The letter apostrophe is not in the code page; Ukrainian publishers write the typewriter's.
byteOf.set(0x02bc, 0x27)

/** Text in windows-1251. @throws RangeError for a character that it does not have */
export function encodeWindows1251(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const byte = code < 128 ? code : byteOf.get(code)
    if (byte === undefined)
      throw new RangeError(`windows-1251 has no "${text[index]}" (in "${text.slice(0, 60)}").`)
    bytes[index] = byte
  }
  return bytes
}

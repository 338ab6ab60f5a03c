/** What breaks parsers, put where it does not belong. */
const scraps = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '\ufffd',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\\u0000',
  '\\ud800',
  'null',
  'true',
  'NaN',
  '-0',
  '1e999',
  '99999999999999999999',
  '<',
  '>',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '&x;',
  '&#0;',
  '<!--',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  'PK\x03\x04',
  'PAR1',
  '__proto__',
  'constructor',
  '../../x',
  "'",
  '%s',
  'Їжак',
].map(text => Buffer.from(text))
const extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

type Pick = (below: number) => number

/** A broken copy of a file: one to four changes of any kind. @param others files of the same format, to take pieces from */
export function mutate(good: Uint8Array, others: Buffer[], random: () => number): Buffer {
  const pick: Pick = below => Math.floor(random() * below)
  let bytes: Buffer = Buffer.from(good)
  // Mostly one: what is broken in many places is refused for the first of them.
  for (let changes = 1 + (pick(2) === 0 ? 0 : pick(4)); changes > 0 && bytes.length > 0; changes--)
    bytes = kinds[pick(kinds.length)]!(bytes, pick, others)
  return bytes
}

const range = (bytes: Buffer, pick: Pick, most: number): [number, number] => {
  const start = pick(bytes.length)
  return [start, Math.min(bytes.length, start + 1 + pick(most))]
}
const insert = (bytes: Buffer, at: number, what: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)])

const kinds: ((bytes: Buffer, pick: Pick, others: Buffer[]) => Buffer)[] = [
  // A bit, a byte, a number of two or four bytes.
  (bytes, pick) => {
    bytes[pick(bytes.length)]! ^= 1 << pick(8)
    return bytes
  },
  (bytes, pick) => {
    bytes[pick(bytes.length)] = pick(256)
    return bytes
  },
  (bytes, pick) => {
    if (bytes.length < 4) return bytes
    const at = pick(bytes.length - 3)
    const value = extremes[pick(extremes.length)]!
    if (pick(2) === 0) bytes.writeUInt32LE(value, at)
    else bytes.writeUInt32BE(value, at)
    return bytes
  },
  (bytes, pick) => {
    if (bytes.length < 2) return bytes
    bytes.writeUInt16LE(extremes[pick(8)]!, pick(bytes.length - 1))
    return bytes
  },
  // Something lost, doubled, moved, cut off.
  (bytes, pick) => {
    const [start, end] = range(bytes, pick, 64)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  (bytes, pick) => {
    const [start, end] = range(bytes, pick, 200)
    return insert(bytes, pick(bytes.length), Buffer.from(bytes.subarray(start, end)))
  },
  (bytes, pick) => {
    const [start, end] = range(bytes, pick, 32)
    const times = 1 + pick(2000)
    return insert(bytes, start, Buffer.concat(Array.from({length: times}, () => bytes.subarray(start, end))))
  },
  (bytes, pick) =>
    pick(3) === 0
      ? bytes.subarray(0, pick(bytes.length))
      : bytes.subarray(0, bytes.length - pick(Math.min(bytes.length, 50))),
  (bytes, pick) => bytes.subarray(pick(pick(3) === 0 ? bytes.length : Math.min(bytes.length, 50))),
  (bytes, pick) => {
    const [start, end] = range(bytes, pick, 400)
    return Buffer.from(bytes).fill(pick(256), start, end)
  },
  // Something from elsewhere.
  (bytes, pick) => insert(bytes, pick(bytes.length), scraps[pick(scraps.length)]!),
  (bytes, pick) => {
    const scrap = scraps[pick(scraps.length)]!
    const at = pick(bytes.length)
    return Buffer.concat([
      bytes.subarray(0, at),
      scrap,
      bytes.subarray(Math.min(bytes.length, at + scrap.length)),
    ])
  },
  (bytes, pick, others) => {
    const other = others[pick(others.length)]!
    const [start, end] = range(other, pick, 400)
    return insert(bytes, pick(bytes.length), other.subarray(start, end))
  },
  (bytes, pick) =>
    insert(bytes, pick(bytes.length), Buffer.from(Array.from({length: 1 + pick(20)}, () => pick(256)))),
  // Digits into other digits: lengths, counts, codes and places in texts.
  (bytes, pick) => {
    const text = bytes.toString('latin1')
    const numbers = [...text.matchAll(/\d+/g)]
    const chosen = numbers[pick(numbers.length)]
    if (!chosen) return bytes
    const other = ['0', '-1', '4294967296', '1e308', '00', '99999999'][pick(6)]!
    return Buffer.from(
      text.slice(0, chosen.index) + other + text.slice(chosen.index + chosen[0].length),
      'latin1',
    )
  },
]

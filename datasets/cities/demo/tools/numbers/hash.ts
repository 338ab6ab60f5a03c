/** Final mixing of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
export function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * A 32-bit hash of words and whole numbers; their order counts.
 * @throws RangeError for a number that is not whole: cutting it would hide a difference
 */
export function hash(...keys: (number | string)[]): number {
  let h = 0x3c6ef372
  for (const key of keys) {
    if (typeof key === 'number') {
      if (!Number.isSafeInteger(key))
        throw new RangeError(`A hash key must be a whole number; ${key} is not.`)
      h = mix(Math.imul(h, 31) ^ key)
      // Numbers beyond 32 bits differ in their upper half as well.
      if (key !== (key | 0)) h = mix(h ^ Math.floor(key / 0x1_0000_0000))
    } else {
      for (let index = 0; index < key.length; index++) h = mix(Math.imul(h, 31) ^ key.charCodeAt(index))
      h = mix(h ^ key.length)
    }
  }
  return h >>> 0
}

/** A number in [0, 1) that belongs to the keys: the same wherever and whenever it is asked for. */
export const unitOf = (...keys: (number | string)[]): number => hash(...keys) / 0x1_0000_0000

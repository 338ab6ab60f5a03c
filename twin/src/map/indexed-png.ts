import {constants, crc32, deflateSync} from 'node:zlib'

/**
 * A picture of red, green, blue, alpha bytes as an indexed PNG of at most 256 colours. A picture with fewer keeps every
 * one; else the most frequent stay exact and the others go to the nearest of the colours kept. The same picture gives
 * the same bytes everywhere: run-length matches alone need no hashing, in which builds of zlib differ.
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const {indices, palette} = index(pixels)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, 3, 0, 0, 0], 8)
  const colours = new Uint8Array(palette.length * 3)
  const alphas = new Uint8Array(palette.length)
  palette.forEach((colour, place) => {
    colours.set([colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255], place * 3)
    alphas[place] = colour & 255
  })
  const isOpaque = alphas.every(alpha => alpha === 255)
  const data = deflateSync(filtered(indices, width, height), {
    level: 9,
    memLevel: 9,
    strategy: constants.Z_RLE,
  })
  return concatenated([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    ...(isOpaque ? [] : [chunk('tRNS', alphas)]),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ])
}

const mostColours = 256
/** Of a picture with too many colours, this many of the most frequent stay as they are. */
const exactColours = 128

function index(pixels: Uint8Array): {indices: Uint8Array; palette: number[]} {
  const count = pixels.length / 4
  const colours = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength)
  const which = new Uint32Array(count)
  const found: number[] = []
  const totals: number[] = []
  // Colour to its number, in a table of its own: a Map is several times slower.
  let slots = new Int32Array(1 << 12).fill(-1)
  const slotOf = (colour: number) => {
    const mask = slots.length - 1
    let slot = (Math.imul(colour, 0x9e3779b1) >>> 15) & mask
    while (slots[slot]! >= 0 && found[slots[slot]!] !== colour) slot = (slot + 1) & mask
    return slot
  }
  let [lastColour, lastNumber] = [-1, -1]
  for (let i = 0; i < count; i++) {
    const colour = colours.getUint32(i * 4)
    if (colour !== lastColour) {
      lastColour = colour
      const slot = slotOf(colour)
      lastNumber = slots[slot]!
      if (lastNumber < 0) {
        lastNumber = found.push(colour) - 1
        totals.push(0)
        slots[slot] = lastNumber
        if (found.length * 2 > slots.length) {
          slots = new Int32Array(slots.length * 4).fill(-1)
          found.forEach((one, number) => {
            slots[slotOf(one)] = number
          })
        }
      }
    }
    totals[lastNumber]!++
    which[i] = lastNumber
  }

  const order = [...found.keys()].sort((a, b) => totals[b]! - totals[a]! || found[a]! - found[b]!)
  const palette = found.length <= mostColours ? order.map(one => found[one]!) : reduced(order, found, totals)
  const placed = new Map(palette.map((colour, place) => [colour, place]))
  const near = new Map<number, number>()
  const places = Uint8Array.from(found, colour => {
    const exact = placed.get(colour)
    if (exact !== undefined) return exact
    // Colours that differ by less than four steps go the same way.
    const alike = (colour & 0xfcfcfcfc) >>> 0
    const known = near.get(alike)
    if (known !== undefined) return known
    const place = nearest((alike | 0x02020202) >>> 0, palette)
    near.set(alike, place)
    return place
  })
  const indices = new Uint8Array(count)
  for (let i = 0; i < count; i++) indices[i] = places[which[i]!]!
  return {indices, palette}
}

/** The most frequent colours, and the means of the fullest cells of colour space for the others. */
function reduced(order: number[], found: number[], totals: number[]): number[] {
  const exact = order.slice(0, exactColours)
  const cells = new Map<number, [weight: number, r: number, g: number, b: number, a: number]>()
  for (const one of order.slice(exactColours)) {
    const [colour, weight] = [found[one]!, totals[one]!]
    const parts = [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255, colour & 255] as const
    const key = (parts[0] >> 4) | ((parts[1] >> 4) << 4) | ((parts[2] >> 4) << 8) | ((parts[3] >> 5) << 12)
    const cell = cells.get(key) ?? [0, 0, 0, 0, 0]
    cell[0] += weight
    parts.forEach((part, channel) => {
      cell[channel + 1]! += part * weight
    })
    cells.set(key, cell)
  }
  const means = [...cells]
    .sort(([a, [weightA]], [b, [weightB]]) => weightB - weightA || a - b)
    .map(([, [weight, ...sums]]) => {
      const [r, g, b, a] = sums.map(sum => Math.floor(sum / weight + 0.5)) as [number, number, number, number]
      return ((r << 24) | (g << 16) | (b << 8) | a) >>> 0
    })
  return [...new Set([...exact.map(one => found[one]!), ...means])].slice(0, mostColours)
}

function nearest(colour: number, palette: number[]): number {
  const [r, g, b, a] = [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255, colour & 255]
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  for (let place = 0; place < palette.length; place++) {
    const other = palette[place]!
    const red = (other >>> 24) - r
    const green = ((other >>> 16) & 255) - g
    const blue = ((other >>> 8) & 255) - b
    const alpha = (other & 255) - a
    const distance = 3 * red * red + 4 * green * green + 2 * blue * blue + 4 * alpha * alpha
    if (distance < least) {
      least = distance
      best = place
    }
  }
  return best
}

/** Rows as they are, or as differences from the row above, whichever has longer runs. */
function filtered(indices: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const row = indices.subarray(y * width, (y + 1) * width)
    const above = y > 0 ? indices.subarray((y - 1) * width, y * width) : null
    let [breaks, breaksUp] = [0, 0]
    if (above)
      for (let x = 1; x < width; x++) {
        if (row[x] !== row[x - 1]) breaks++
        if (((row[x]! - above[x]!) & 255) !== ((row[x - 1]! - above[x - 1]!) & 255)) breaksUp++
      }
    const isUp = above !== null && breaksUp < breaks
    const at = y * (width + 1)
    rows[at] = isUp ? 2 : 0
    if (isUp) for (let x = 0; x < width; x++) rows[at + 1 + x] = row[x]! - above[x]!
    else rows.set(row, at + 1)
  }
  return rows
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}

function concatenated(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

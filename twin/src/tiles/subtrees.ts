import {type Cell, cellName, parentOf} from './tile-tree.ts'

/** A square that is there: the twelve numbers of its box, its geometric error, and whether it has a file. */
export type TreeTile = Cell & {box: number[]; geometricError: number; hasContent: boolean}

/** Levels in one file: 341 squares, so that a city is one to a few files. */
export const subtreeLevels = 5

/** How the numbers of a tile in a subtree are to be read: `schema` of `tileset.json`. */
export const subtreeSchema = {
  id: 'hromada_tiles',
  classes: {
    tile: {
      properties: {
        boundingBox: {
          type: 'SCALAR',
          componentType: 'FLOAT64',
          array: true,
          count: 12,
          required: true,
          semantic: 'TILE_BOUNDING_BOX',
        },
        geometricError: {
          type: 'SCALAR',
          componentType: 'FLOAT64',
          required: true,
          semantic: 'TILE_GEOMETRIC_ERROR',
        },
      },
    },
  },
}

/**
 * The binary subtree files of an implicit quadtree (3D Tiles 1.1, 7.4), by their names `level/x/y`: which squares are
 * there, which have a file, which subtrees follow, and every square's own box and error, as what stands on a line
 * between squares reaches over it. `tiles` holds every square from the root down.
 */
export function subtrees(tiles: TreeTile[]): Map<string, Uint8Array> {
  const byRoot = new Map<string, {root: Cell; inside: (TreeTile & {index: number})[]; below: Set<number>}>()
  for (const tile of tiles) {
    const depth = tile.level % subtreeLevels
    const root = ancestor(tile, depth)
    const name = cellName(root)
    if (!byRoot.has(name)) byRoot.set(name, {root, inside: [], below: new Set()})
    byRoot.get(name)!.inside.push({...tile, index: squaresAbove(depth) + morton(tile, depth)})
    if (depth > 0 || tile.level === 0) continue
    byRoot.get(cellName(ancestor(tile, subtreeLevels)))!.below.add(morton(tile, subtreeLevels))
  }
  return new Map(
    [...byRoot].map(([name, {inside, below}]) => [
      name,
      subtree(
        inside.sort((a, b) => a.index - b.index),
        below,
      ),
    ]),
  )
}

/** How many squares lie above a level: (4ⁿ − 1) / 3. */
const squaresAbove = (level: number): number => (4 ** level - 1) / 3

/** Number of a square in its level, below the square so many levels up: the bits of x and y by turns, x first. */
function morton({x, y}: Cell, depth: number): number {
  let number = 0
  for (let bit = 0; bit < depth; bit++)
    number |= (((x >> bit) & 1) << (2 * bit)) | (((y >> bit) & 1) << (2 * bit + 1))
  return number
}

function ancestor(cell: Cell, levelsUp: number): Cell {
  let found = cell
  for (let i = 0; i < levelsUp; i++) found = parentOf(found)
  return found
}

function subtree(tiles: (TreeTile & {index: number})[], below: Set<number>): Uint8Array {
  const views: Uint8Array[] = []
  const add = (bytes: Uint8Array) => views.push(bytes) - 1
  const availability = (numbers: number[], of: number) =>
    numbers.length === 0
      ? {constant: 0}
      : numbers.length === of
        ? {constant: 1}
        : {bitstream: add(bits(numbers, of)), availableCount: numbers.length}
  const squares = squaresAbove(subtreeLevels)
  const [values, errors] = [new Float64Array(tiles.length * 12), new Float64Array(tiles.length)]
  tiles.forEach(({box, geometricError}, row) => {
    values.set(box, row * 12)
    errors[row] = geometricError
  })

  const json = {
    tileAvailability: availability(
      tiles.map(({index}) => index),
      squares,
    ),
    contentAvailability: [
      availability(
        tiles.filter(({hasContent}) => hasContent).map(({index}) => index),
        squares,
      ),
    ],
    childSubtreeAvailability: availability([...below], 4 ** subtreeLevels),
    tileMetadata: 0,
    propertyTables: [
      {
        class: 'tile',
        count: tiles.length,
        properties: {
          boundingBox: {values: add(new Uint8Array(values.buffer))},
          geometricError: {values: add(new Uint8Array(errors.buffer))},
        },
      },
    ],
  }
  const bufferViews: object[] = []
  let length = 0
  for (const bytes of views) {
    bufferViews.push({buffer: 0, byteOffset: length, byteLength: bytes.length})
    length = padded(length + bytes.length)
  }
  const text = new TextEncoder().encode(
    JSON.stringify({buffers: [{byteLength: length}], bufferViews, ...json}),
  )

  const out = new Uint8Array(24 + padded(text.length) + length)
  const header = new DataView(out.buffer)
  header.setUint32(0, magic, true)
  header.setUint32(4, 1, true)
  header.setBigUint64(8, BigInt(padded(text.length)), true)
  header.setBigUint64(16, BigInt(length), true)
  out.fill(0x20, 24, 24 + padded(text.length))
  out.set(text, 24)
  let at = 24 + padded(text.length)
  for (const bytes of views) {
    out.set(bytes, at)
    at += padded(bytes.length)
  }
  return out
}

/** "subt" */
const magic = 0x74627573

/** One bit per number, the lowest of a byte first. */
function bits(numbers: number[], of: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(of / 8))
  for (const number of numbers) bytes[number >> 3]! |= 1 << (number & 7)
  return bytes
}

const padded = (length: number) => Math.ceil(length / 8) * 8

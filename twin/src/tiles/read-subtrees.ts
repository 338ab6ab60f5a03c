import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Tileset} from './tileset.ts'

/** A square of an implicit tileset as its subtree tells of it. */
export type ReadSquare = {
  level: number
  x: number
  y: number
  box: number[]
  geometricError: number
  hasContent: boolean
}

type Availability = {constant?: 0 | 1; bitstream?: number; availableCount?: number}
type SubtreeJson = {
  buffers: {byteLength: number}[]
  bufferViews: {byteOffset: number; byteLength: number}[]
  tileAvailability: Availability
  contentAvailability: Availability[]
  childSubtreeAvailability: Availability
  propertyTables: {
    count: number
    properties: {boundingBox: {values: number}; geometricError: {values: number}}
  }[]
}

/**
 * All squares of an implicit quadtree, read from its subtree files by the specification, without the writer's code.
 * Throws where a file breaks the format's rules: counts that are not those of the bits, views off their boundaries.
 */
export async function readSubtrees(folder: string): Promise<ReadSquare[]> {
  const {root} = JSON.parse(await readFile(join(folder, 'tileset.json'), 'utf8')) as Tileset
  const {subtreeLevels, availableLevels} = root.implicitTiling!
  const squares: ReadSquare[] = []
  const pending = [{level: 0, x: 0, y: 0}]
  for (const {level, x, y} of pending) {
    const bytes = await readFile(join(folder, `subtrees/${level}/${x}/${y}.subtree`))
    const fail = (what: string) => new Error(`subtrees/${level}/${x}/${y}.subtree: ${what}`)
    const [jsonLength, binaryLength] = [Number(bytes.readBigUInt64LE(8)), Number(bytes.readBigUInt64LE(16))]
    if (bytes.toString('latin1', 0, 4) !== 'subt' || bytes.readUInt32LE(4) !== 1) throw fail('no subtree')
    if (jsonLength % 8 || binaryLength % 8) throw fail('chunks are not padded to 8 bytes')
    if (bytes.length !== 24 + jsonLength + binaryLength) throw fail('its length is not that of its chunks')
    const json = JSON.parse(bytes.toString('utf8', 24, 24 + jsonLength)) as SubtreeJson
    const binary = bytes.subarray(24 + jsonLength)
    const view = (index: number) => {
      const {byteOffset, byteLength} = json.bufferViews[index]!
      if (byteOffset % 8 || byteOffset + byteLength > binary.length) throw fail(`view ${index} is misplaced`)
      return binary.subarray(byteOffset, byteOffset + byteLength)
    }
    const bits = ({constant, bitstream, availableCount}: Availability, count: number) => {
      if (bitstream === undefined) return Array.from({length: count}, () => constant === 1)
      const from = view(bitstream)
      if (from.length !== Math.ceil(count / 8)) throw fail(`${from.length} bytes for ${count} bits`)
      const found = Array.from({length: count}, (_, i) => ((from[i >> 3]! >> (i & 7)) & 1) === 1)
      if (found.filter(Boolean).length !== availableCount)
        throw fail('availableCount is not the number of bits')
      return found
    }
    const nodes = (4 ** subtreeLevels - 1) / 3
    const tiles = bits(json.tileAvailability, nodes)
    const contents = bits(json.contentAvailability[0]!, nodes)
    const below = bits(json.childSubtreeAvailability, 4 ** subtreeLevels)
    const [{count, properties}] = json.propertyTables as [SubtreeJson['propertyTables'][number]]
    if (count !== tiles.filter(Boolean).length) throw fail('not one row of metadata a tile')
    const [boxes, errors] = [view(properties.boundingBox.values), view(properties.geometricError.values)]

    const decoded = (number: number, depth: number) => {
      let [dx, dy] = [0, 0]
      for (let bit = 0; bit < depth; bit++) {
        dx += ((number >> (2 * bit)) & 1) * 2 ** bit
        dy += ((number >> (2 * bit + 1)) & 1) * 2 ** bit
      }
      return {level: level + depth, x: x * 2 ** depth + dx, y: y * 2 ** depth + dy}
    }
    let [index, row] = [0, 0]
    for (let depth = 0; depth < subtreeLevels; depth++)
      for (let number = 0; number < 4 ** depth; number++, index++) {
        if (!tiles[index]) {
          if (contents[index]) throw fail('content without a tile')
          continue
        }
        const at = decoded(number, depth)
        if (at.level >= availableLevels) throw fail(`a tile on level ${at.level} of ${availableLevels}`)
        const box = Array.from({length: 12}, (_, i) => boxes.readDoubleLE((row * 12 + i) * 8))
        squares.push({...at, box, geometricError: errors.readDoubleLE(row * 8), hasContent: contents[index]!})
        row++
      }
    below.forEach((isThere, number) => {
      if (isThere) pending.push(decoded(number, subtreeLevels))
    })
  }
  return squares
}

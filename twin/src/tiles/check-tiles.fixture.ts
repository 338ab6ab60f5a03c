/// <reference path="./gltf-validator.d.ts" />
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {validateBytes} from 'gltf-validator'
import {type ReadSquare, readSubtrees} from './read-subtrees.fixture.ts'
import {type ReadTile, readTiles} from './read-tiles.fixture.ts'
import type {Tileset} from './tileset.ts'

/**
 * Everything that is wrong with a building tileset, one line a fault; empty where nothing is. Checked are the glTF
 * validator's errors and warnings, alignment, property tables, feature ids, volumes, errors that fall from the root
 * down, bits of subtrees against each other and against the files that are there. For tests.
 */
export async function tileFaults(folder: string): Promise<string[]> {
  const faults: string[] = []
  const {tileset, tiles} = await readTiles(folder)
  const squares = await readSubtrees(folder)
  faults.push(...treeFaults(tileset, squares), ...(await fileFaults(folder, squares)))
  for (const tile of tiles) faults.push(...(await glbFaults(tile)).map(fault => `${tile.uri}: ${fault}`))
  const ids = tiles.flatMap(({features}) => features.map(({row}) => row.id))
  if (new Set(ids).size !== ids.length) faults.push('a building is in two tiles')
  if (tileset.extras.count !== ids.length) faults.push(`extras.count is not ${ids.length}`)
  return faults
}

function treeFaults(tileset: Tileset, squares: ReadSquare[]): string[] {
  const faults: string[] = []
  const {root} = tileset
  const byName = new Map(squares.map(square => [`${square.level}/${square.x}/${square.y}`, square]))
  const parents = new Set<ReadSquare>()
  if (!(tileset.geometricError > root.geometricError)) faults.push('the tileset is not rougher than its root')
  if (!byName.has('0/0/0')) faults.push('there is no root')
  for (const [name, square] of byName) {
    const {level, x, y, box, geometricError} = square
    if (level === 0) {
      if (!isInside(box, root.boundingVolume.box)) faults.push('the root reaches out of its volume')
      if (geometricError !== root.geometricError) faults.push('the root has two errors')
      continue
    }
    const parent = byName.get(`${level - 1}/${x >> 1}/${y >> 1}`)
    if (!parent) {
      faults.push(`${name} has no parent`)
      continue
    }
    parents.add(parent)
    if (!(geometricError < parent.geometricError)) faults.push(`${name} is as rough as its parent`)
    if (!isInside(box, parent.box)) faults.push(`${name} reaches out of its parent`)
  }
  for (const [name, square] of byName)
    if (!square.hasContent && !parents.has(square)) faults.push(`${name} is empty and leads nowhere`)
  return faults
}

async function fileFaults(folder: string, squares: ReadSquare[]): Promise<string[]> {
  const said = squares
    .filter(({hasContent}) => hasContent)
    .map(({level, x, y}) => `${level}/${x}/${y}.glb`)
    .sort()
  const there = (await readdir(join(folder, 'content'), {recursive: true}))
    .filter(name => name.endsWith('.glb'))
    .sort()
  return JSON.stringify(said) === JSON.stringify(there)
    ? []
    : [`subtrees say ${said.length} files, there are ${there.length}`]
}

/** Does a box of half axes along the frame's lie in another, but for a rounded centimetre? */
function isInside(inner: number[], outer: number[]): boolean {
  return [0, 1, 2].every(axis => {
    const [half, wider] = [inner[3 + 4 * axis]!, outer[3 + 4 * axis]!]
    return Math.abs(inner[axis]! - outer[axis]!) + half <= wider + 0.01
  })
}

type View = {
  buffer: number
  byteOffset?: number
  byteLength: number
  extensions?: {
    EXT_meshopt_compression: {
      buffer: number
      byteOffset: number
      byteLength: number
      count: number
      byteStride: number
    }
  }
}
type Gltf = {
  buffers: {byteLength: number}[]
  bufferViews: View[]
  extensions: {
    EXT_structural_metadata: {
      propertyTables: {count: number; properties: Record<string, {values: number; stringOffsets?: number}>}[]
    }
  }
}

async function glbFaults({glb, tile, features}: ReadTile): Promise<string[]> {
  const faults: string[] = []
  const {issues} = await validateBytes(glb)
  for (const {code, message, severity} of issues.messages)
    if (severity < 2) faults.push(`${code}: ${message}`)

  const {buffers, bufferViews, extensions} = jsonOf(glb)
  const jsonLength = new DataView(glb.buffer, glb.byteOffset).getUint32(12, true)
  if ((28 + jsonLength) % 8) faults.push('the binary chunk is off its boundary')
  bufferViews.forEach(({buffer, byteOffset = 0, byteLength, extensions}, index) => {
    const packed = extensions?.EXT_meshopt_compression
    const places = [{buffer, byteOffset, byteLength}, ...(packed ? [packed] : [])]
    for (const place of places) {
      if (place.byteOffset % 8) faults.push(`buffer view ${index} is off its boundary`)
      if (place.byteOffset + place.byteLength > buffers[place.buffer]!.byteLength)
        faults.push(`buffer view ${index} reaches out of its buffer`)
    }
    if (packed && packed.count * packed.byteStride !== byteLength)
      faults.push(`buffer view ${index} does not unpack to its length`)
  })

  const tables = extensions.EXT_structural_metadata.propertyTables
  if (tables.length !== 1) faults.push(`${tables.length} property tables`)
  const [{count, properties}] = tables as [(typeof tables)[number]]
  if (features.length !== count) faults.push(`${count} rows, but feature ids up to ${features.length - 1}`)
  for (const [name, {values, stringOffsets}] of Object.entries(properties)) {
    const length = bufferViews[stringOffsets ?? values]!.byteLength
    const rows = stringOffsets === undefined ? count : count + 1
    if (length % rows) faults.push(`column ${name} has ${length} bytes for ${rows} values`)
  }
  for (const {row, triangles} of features) {
    if (triangles.length === 0) faults.push(`${row.id} has no triangle`)
    for (const {corners} of triangles)
      for (const corner of corners)
        for (const axis of [0, 1, 2] as const)
          if (Math.abs(corner[axis] - tile.box[axis]!) > tile.box[3 + 4 * axis]!)
            faults.push(`${row.id} reaches out of its tile`)
  }
  return faults
}

function jsonOf(glb: Uint8Array): Gltf {
  const length = new DataView(glb.buffer, glb.byteOffset).getUint32(12, true)
  return JSON.parse(new TextDecoder().decode(glb.subarray(20, 20 + length))) as Gltf
}

/** Files of a folder that are not the same in another, by name. For tests of what is written again. */
export async function changedFiles(before: string, after: string): Promise<string[]> {
  const names = (await readdir(after, {recursive: true})).filter(name => /\.\w+$/.test(name))
  const changed: string[] = []
  for (const name of names) {
    const [old, now] = await Promise.all(
      [before, after].map(folder => readFile(join(folder, name)).catch(() => Buffer.alloc(0))),
    )
    if (!old!.equals(now!)) changed.push(name)
  }
  return changed.sort()
}

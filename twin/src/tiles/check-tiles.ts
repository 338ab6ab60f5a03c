/// <reference path="./gltf-validator.d.ts" />
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type ReadSquare, readSubtrees} from './read-subtrees.ts'
import {contentsOf, type ReadTile, readTile} from './read-tiles.ts'
import type {Tileset} from './tileset.ts'

/**
 * Everything that is wrong with a building tileset, one line a fault; empty where nothing is. Checked are the glTF
 * validator's errors and warnings, alignment, property tables, feature ids, volumes, errors that fall from the root
 * down, bits of subtrees against each other and against the files that are there. One tile is held at a time.
 * @param names tiles (`level/x/y`) to look into, absent: all. Of the others only their places are checked.
 */
export async function tileFaults(folder: string, names?: readonly string[]): Promise<string[]> {
  const read = await readTree(folder).catch((error: Error) => error)
  if (read instanceof Error) return [read.message]
  const {tileset, squares} = read
  const there = await contentFiles(folder)
  const faults = [...treeFaults(tileset, squares), ...fileFaults(there, squares)]
  const wanted = names && new Set(names.map(name => `content/${name}.glb`))
  const ids = new Set<unknown>()
  let count = 0
  for (const {uri, tile} of contentsOf(tileset, squares)) {
    if (!there.has(uri) || (wanted && !wanted.has(uri))) continue
    try {
      const one = await readTile(folder, uri, tile)
      faults.push(...(await glbFaults(one)).map(fault => `${uri}: ${fault}`))
      count += one.features.length
      for (const {row} of one.features) {
        if (ids.has(row.id)) faults.push(`${uri}: ${row.id} is in another tile, too`)
        ids.add(row.id)
      }
    } catch (error) {
      faults.push(`${uri}: it cannot be read: ${(error as Error).message}`)
    }
  }
  if (!wanted && tileset.extras.count !== count)
    faults.push(`extras.count is ${tileset.extras.count}, and there are ${count} buildings`)
  return faults
}

async function readTree(folder: string): Promise<{tileset: Tileset; squares: ReadSquare[]}> {
  const tileset = JSON.parse(await readFile(join(folder, 'tileset.json'), 'utf8')) as Tileset
  return {tileset, squares: await readSubtrees(folder)}
}

/** Files of tiles that are there, as their addresses. */
async function contentFiles(folder: string): Promise<Set<string>> {
  const names = await readdir(join(folder, 'content'), {recursive: true}).catch(() => [])
  return new Set(
    names.filter(name => name.endsWith('.glb')).map(name => `content/${name.replaceAll('\\', '/')}`),
  )
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

function fileFaults(there: Set<string>, squares: ReadSquare[]): string[] {
  const said = new Set(
    squares.flatMap(({hasContent, level, x, y}) => (hasContent ? [`content/${level}/${x}/${y}.glb`] : [])),
  )
  return [
    ...[...said].filter(uri => !there.has(uri)).map(uri => `${uri} is said to be there, and is not`),
    ...[...there].filter(uri => !said.has(uri)).map(uri => `${uri} is there, and no subtree says so`),
  ]
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
  // It is large, and nobody but this function asks it.
  const {validateBytes} = await import('gltf-validator')
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

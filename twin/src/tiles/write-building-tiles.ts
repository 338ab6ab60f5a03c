import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Place} from '../earth-centred.ts'
import {buildingGlb} from './building-glb.ts'
import {type BuildingMesh, buildingMesh, extend, noBounds} from './building-mesh.ts'
import {type LocalFrame, localFrame} from './local-frame.ts'
import {type Item, type Node, quadtree, type TileLimits} from './quadtree.ts'
import type {TileBuilding} from './tile-building.ts'
import {tileset} from './tileset.ts'

/** What was written. `files` are relative to the folder, `tileset.json` first. */
export type WrittenTiles = {
  files: string[]
  buildings: number
  triangles: number
  bytes: number
  /** Buildings that could not be drawn, and why. Their rows in the warehouse are not touched. */
  leftOut: {building_id: string; reason: string}[]
}

export type TileOptions = {
  /** Called with the number of buildings read so far. */
  progress?: (buildings: number) => void
  limits?: TileLimits
}

// 20,000 vertices are about 500 kB before and 100 kB after brotli; 1,000 buildings keep a restyle below a frame or two.
const defaultLimits: TileLimits = {items: 1000, vertices: 20_000}

/**
 * Writes a city's buildings as 3D Tiles 1.1: `tileset.json` and GLB files under `content/`, into an existing or new
 * folder. The same buildings give the same bytes in whatever order they come. Writes nothing, and returns no files,
 * where there is no building to draw.
 */
export async function writeBuildingTiles(
  buildings: AsyncIterable<TileBuilding>,
  folder: string,
  {progress, limits = defaultLimits}: TileOptions = {},
): Promise<WrittenTiles> {
  const written: WrittenTiles = {files: [], buildings: 0, triangles: 0, bytes: 0, leftOut: []}
  const {frame, items} = await meshes(buildings, written, progress)
  if (!frame) return written

  const tree = quadtree(items, limits)
  const city = items[0]!.facts.city
  await mkdir(join(folder, 'content'), {recursive: true})
  const uri = (key: string) => `content/${key}.glb`
  const save = async (file: string, bytes: Uint8Array | string) => {
    await writeFile(join(folder, file), bytes)
    written.files.push(file)
    written.bytes += bytes.length
  }
  await save('tileset.json', JSON.stringify(tileset(tree, frame, uri, {city, count: items.length})))
  for (const leaf of leaves(tree)) await save(uri(leaf.key), await buildingGlb(leaf.items))
  return written
}

type MeshItem = BuildingMesh & Item

/** Every building as triangles, sorted by its key, in a frame that depends on the buildings alone. */
async function meshes(
  buildings: AsyncIterable<TileBuilding>,
  written: WrittenTiles,
  progress: TileOptions['progress'],
): Promise<{frame: LocalFrame | null; items: MeshItem[]}> {
  const read: TileBuilding[] = []
  for await (const building of buildings) {
    read.push(building)
    if (read.length % 100 === 0) progress?.(read.length)
  }
  progress?.(read.length)
  read.sort((a, b) => (a.building_id < b.building_id ? -1 : 1))

  const frame = frameOf(read)
  const items: MeshItem[] = []
  if (!frame) return {frame, items}
  for (const building of read) {
    const mesh = buildingMesh(building, frame)
    if (!mesh) {
      written.leftOut.push({building_id: building.building_id, reason: 'no face encloses an area'})
      continue
    }
    if (mesh.leftOut > 0)
      written.leftOut.push({
        building_id: building.building_id,
        reason: `${mesh.leftOut} of its faces enclose no area or cross themselves; the others are drawn`,
      })
    written.buildings++
    written.triangles += (mesh.roof.indices.length + mesh.wall.indices.length) / 3
    items.push({...mesh, vertices: (mesh.roof.positions.length + mesh.wall.positions.length) / 3})
  }
  return {frame: items.length > 0 ? frame : null, items}
}

/** A frame at the middle of the buildings' box, so that 32-bit positions keep their millimetres. */
function frameOf(buildings: TileBuilding[]): LocalFrame | null {
  const box = noBounds()
  for (const building of buildings)
    for (const place of placesOf(building)) extend(box, {min: place, max: place})
  const {min, max} = box
  return min[0] > max[0] ? null : localFrame([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, min[2]])
}

function placesOf(building: TileBuilding): Place[] {
  if ('surfaces' in building) return building.surfaces.flatMap(({rings: [outline]}) => outline)
  const {footprint, baseMetres} = building
  const polygons = footprint.type === 'Polygon' ? [footprint.coordinates] : footprint.coordinates
  return polygons.flatMap(([outline]) => outline ?? []).map(([lon, lat]): Place => [lon, lat, baseMetres])
}

const leaves = <T>(node: Node<T>): Node<T>[] =>
  node.children.length > 0 ? node.children.flatMap(leaves) : [node]

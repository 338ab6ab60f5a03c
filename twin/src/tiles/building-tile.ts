import {MeshoptEncoder} from 'meshoptimizer'
import {buildingGlb, mostOffMetres} from './building-glb.ts'
import {type Bounds, type BuildingMesh, buildingMesh, extend, noBounds} from './building-mesh.ts'
import type {LocalFrame} from './local-frame.ts'
import type {TileBuilding} from './tile-building.ts'

/** What a tile holds, as it is kept beside the tiles so that the next release need not look into them. */
export type TileFacts = {
  buildings: number
  triangles: number
  bytes: number
  /** In metres of the frame. */
  bounds: Bounds
  /** Metres above the ellipsoid. */
  lowestMetres: number
  highestMetres: number
  /** Buildings that could not be drawn, and why. Their rows in the warehouse are not touched. */
  leftOut: {building_id: string; reason: string}[]
}

/** Buildings as the file of one tile, and what it holds; null where none of them can be drawn. */
export async function buildingTile(
  buildings: TileBuilding[],
  frame: LocalFrame,
): Promise<{glb: Uint8Array; facts: TileFacts} | {glb: null; facts: TileFacts}> {
  await MeshoptEncoder.ready
  const facts: TileFacts = {
    buildings: 0,
    triangles: 0,
    bytes: 0,
    bounds: noBounds(),
    lowestMetres: Number.POSITIVE_INFINITY,
    highestMetres: Number.NEGATIVE_INFINITY,
    leftOut: [],
  }
  const meshes: BuildingMesh[] = []
  for (const building of buildings) {
    const {building_id} = building
    const mesh = buildingMesh(building, frame)
    if (!mesh) {
      facts.leftOut.push({building_id, reason: 'no face encloses an area'})
      continue
    }
    if (mesh.leftOut > 0) {
      const reason = `${mesh.leftOut} of its faces enclose no area, cross themselves or have a hole outside; the others are drawn`
      facts.leftOut.push({building_id, reason})
    }
    meshes.push(mesh)
    facts.triangles += (mesh.roof.indices.length + mesh.wall.indices.length) / 3
    facts.lowestMetres = Math.min(facts.lowestMetres, mesh.lowestMetres)
    facts.highestMetres = Math.max(facts.highestMetres, mesh.highestMetres)
    extend(facts.bounds, mesh.bounds)
  }
  facts.buildings = meshes.length
  if (meshes.length === 0) return {glb: null, facts}

  const glb = buildingGlb(meshes)
  for (const axis of [0, 1, 2] as const) {
    facts.bounds.min[axis] -= mostOffMetres
    facts.bounds.max[axis] += mostOffMetres
  }
  facts.bytes = glb.length
  return {glb, facts}
}

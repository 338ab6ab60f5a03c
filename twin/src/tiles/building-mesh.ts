import type {Place} from '../earth-centred.ts'
import {extrudeFootprint} from './extrude-footprint.ts'
import type {Local, LocalFrame} from './local-frame.ts'
import type {BuildingFacts, TileBuilding} from './tile-building.ts'
import {triangulate} from './triangulate.ts'

/** Triangles in metres of a local frame: x, y, z per vertex, and three indices per triangle. */
export type Mesh = {positions: number[]; indices: number[]}

/** A building ready for a tile: its facts, and its roofs and walls apart, since they are coloured apart. */
export type BuildingMesh = {
  facts: BuildingFacts
  roof: Mesh
  wall: Mesh
  /** In metres of the frame. */
  bounds: Bounds
  /** Metres above the ellipsoid. */
  lowestMetres: number
  highestMetres: number
  leftOut: number
}

/** Lowest and highest corner of an upright box. */
export type Bounds = {min: Local; max: Local}

export const noBounds = (): Bounds => ({
  min: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  max: [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
})

export function extend(bounds: Bounds, {min, max}: Bounds): void {
  for (const axis of [0, 1, 2] as const) {
    bounds.min[axis] = Math.min(bounds.min[axis], min[axis])
    bounds.max[axis] = Math.max(bounds.max[axis], max[axis])
  }
}

// Ground faces lie under the building, closure faces are not there at all.
export const unseen: ReadonlySet<string> = new Set(['GroundSurface', 'ClosureSurface'])

/**
 * A building as triangles in the frame's metres. `leftOut` counts faces that enclose no area or cross themselves; where
 * only a hole does not lie within its face, the face is drawn without holes. Null where nothing can be drawn.
 */
export function buildingMesh(building: TileBuilding, frame: LocalFrame): BuildingMesh | null {
  const surfaces =
    'surfaces' in building
      ? building.surfaces
      : extrudeFootprint(building.footprint, building.baseMetres, building.height_m)
  const {city, building_id, height_m, ground_m, levels, use, address, year, roof} = building
  const mesh: BuildingMesh = {
    facts: {city, building_id, height_m, ground_m, levels, use, address, year, roof},
    roof: {positions: [], indices: []},
    wall: {positions: [], indices: []},
    bounds: noBounds(),
    lowestMetres: Number.POSITIVE_INFINITY,
    highestMetres: Number.NEGATIVE_INFINITY,
    leftOut: 0,
  }

  for (const {type, rings} of surfaces) {
    if (unseen.has(type)) continue
    const corners = rings.map(ring => fromAbove(ring).map(frame.toLocal))
    const whole = triangulate(corners)
    if (!whole) mesh.leftOut++
    const facet = whole ?? (corners.length > 1 ? triangulate(corners.slice(0, 1)) : null)
    if (!facet) continue
    for (const ring of rings)
      for (const [, , metres] of ring) {
        mesh.lowestMetres = Math.min(mesh.lowestMetres, metres)
        mesh.highestMetres = Math.max(mesh.highestMetres, metres)
      }
    const into = type === 'RoofSurface' ? mesh.roof : mesh.wall
    const first = into.positions.length / 3
    for (const corner of facet.corners) {
      into.positions.push(...corner)
      extend(mesh.bounds, {min: corner, max: corner})
    }
    for (const corner of facet.triangles) into.indices.push(first + corner)
  }
  return mesh.roof.indices.length + mesh.wall.indices.length > 0 ? mesh : null
}

/**
 * The same ring, begun at a corner with another right below it: then each corner of a wall shares a number or two with
 * the corner before, and the first with the last of the wall before. That packs well, as only changes take room.
 */
function fromAbove(ring: Place[]): Place[] {
  const start = ring.findIndex(([lon, lat, metres], index) => {
    const [nextLon, nextLat, nextMetres] = ring[(index + 1) % ring.length]!
    return nextMetres < metres && nextLon === lon && nextLat === lat
  })
  return start > 0 ? [...ring.slice(start), ...ring.slice(0, start)] : ring
}

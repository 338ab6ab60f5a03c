import type {Surface} from '@hromada/warehouse'

/** GeoJSON geometry of a footprint, degrees of WGS 84. */
export type Footprint =
  | {type: 'Polygon'; coordinates: LonLat[][]}
  | {type: 'MultiPolygon'; coordinates: LonLat[][][]}

/** A corner in degrees; a height behind it is ignored. */
export type LonLat = [lonDegrees: number, latDegrees: number, ...rest: number[]]

/** What a tile says about each building, under the names of the published table `buildings`. */
export type BuildingFacts = {
  city: string
  /** Key of the warehouse table, so that a picked building leads to its row. */
  building_id: string
  height_m: number | null
  /** Foot of the building in the publisher's vertical datum. */
  ground_m: number | null
  levels: number | null
  use: string | null
  address: string | null
  year: number | null
  /** Shape of the roof in CityJSON's words: flat, gabled, hipped … */
  roof: string | null
}

/** A building to draw: as its model's faces, or as a footprint to be raised from a height above the ellipsoid. */
export type TileBuilding = BuildingFacts &
  ({surfaces: Surface[]} | {footprint: Footprint; baseMetres: number})

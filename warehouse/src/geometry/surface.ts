/** Longitude and latitude in degrees, height in metres above the WGS 84 ellipsoid. */
export type Place = [lonDegrees: number, latDegrees: number, heightMetres: number]

/** One flat face of a city object. */
export type Surface = {
  /** CityJSON's word: RoofSurface, WallSurface, GroundSurface, OuterFloorSurface … */
  type: string
  /** The first ring is the outline, the others are holes; rings are not closed. */
  rings: [outline: Place[], ...holes: Place[][]]
}

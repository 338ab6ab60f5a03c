import {
  Cartesian3,
  type Cesium3DTileset,
  ClippingPlane,
  ClippingPlaneCollection,
  Color,
  Matrix4,
  Transforms,
} from '@cesium/engine'

/** A box around a place: half its width, and the height above the ground at which it is cut off. */
export type Section = {lon: number; lat: number; groundMetres: number; halfMetres: number; topMetres: number}

/** Leaves of a tileset only what is in the box; null shows all of it again. */
export function cut(tileset: Cesium3DTileset, section: Section | null, edge: string): void {
  if (!section) {
    if (tileset.clippingPlanes) tileset.clippingPlanes.enabled = false
    return
  }
  const {lon, lat, groundMetres, halfMetres, topMetres} = section
  const toEarth = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(lon, lat, groundMetres))
  // Planes are given about the tileset's own origin, which the engine puts in front of this matrix.
  const {clippingPlanesOriginMatrix: own} = tileset as unknown as {clippingPlanesOriginMatrix: Matrix4}
  const fromEarth = Matrix4.inverse(own, new Matrix4())
  const sides: [number, number, number, number][] = [
    [1, 0, 0, halfMetres],
    [-1, 0, 0, halfMetres],
    [0, 1, 0, halfMetres],
    [0, -1, 0, halfMetres],
    [0, 0, -1, topMetres],
  ]
  tileset.clippingPlanes = new ClippingPlaneCollection({
    planes: sides.map(([x, y, z, distance]) => new ClippingPlane(new Cartesian3(x, y, z), distance)),
    modelMatrix: Matrix4.multiply(fromEarth, toEarth, new Matrix4()),
    unionClippingRegions: true,
    edgeColor: Color.fromCssColorString(edge),
    edgeWidth: 1,
  })
}

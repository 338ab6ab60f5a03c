import {
  BoundingSphere,
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  ComponentDatatype,
  Geometry,
  GeometryAttribute,
  GeometryAttributes,
  GeometryInstance,
  Matrix3,
  Matrix4,
  PrimitiveType,
  Transforms,
} from '@cesium/engine'

/** A model in the scene: triangles in metres about its place, colours by runs of triangles. */
export type ShownModel = {
  positions: Float64Array
  triangles: Uint32Array
  paints: {colour: string; triangles: number}[]
  lon: number
  lat: number
  /** Clockwise from the north. */
  turnDegrees: number
}

/** A model as instances for a primitive, one for each of its colours; `zeroMetres` is its level 0 above the ellipsoid. */
export function modelInstances(model: ShownModel, zeroMetres: number): GeometryInstance[] {
  const {positions, triangles, paints, lon, lat, turnDegrees} = model
  const onEarth = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(lon, lat, zeroMetres))
  const turn = Matrix4.fromRotation(Matrix3.fromRotationZ((-turnDegrees * Math.PI) / 180))
  const modelMatrix = Matrix4.multiply(onEarth, turn, new Matrix4())
  let from = 0
  return paints.map(({colour, triangles: count}) => {
    const own = triangles.subarray(from * 3, (from + count) * 3)
    from += count
    return new GeometryInstance({
      geometry: facets(positions, own),
      modelMatrix,
      attributes: {color: ColorGeometryInstanceAttribute.fromColor(Color.fromCssColorString(colour))},
    })
  })
}

/** Triangles with corners of their own, so that each is as flat as it is. */
function facets(positions: Float64Array, triangles: Uint32Array): Geometry {
  const corners = new Float64Array(triangles.length * 3)
  const normals = new Float32Array(triangles.length * 3)
  for (let t = 0; t < triangles.length; t += 3) {
    for (let k = 0; k < 3; k++) {
      const at = triangles[t + k]! * 3
      corners.set(positions.subarray(at, at + 3), (t + k) * 3)
    }
    const side = (corner: number, axis: number) => corners[(t + corner) * 3 + axis]! - corners[t * 3 + axis]!
    const normal = [
      side(1, 1) * side(2, 2) - side(1, 2) * side(2, 1),
      side(1, 2) * side(2, 0) - side(1, 0) * side(2, 2),
      side(1, 0) * side(2, 1) - side(1, 1) * side(2, 0),
    ]
    const length = Math.hypot(...normal) || 1
    for (let k = 0; k < 9; k++) normals[t * 3 + k] = normal[k % 3]! / length
  }
  const attributes = new GeometryAttributes()
  attributes.position = new GeometryAttribute({
    componentDatatype: ComponentDatatype.DOUBLE,
    componentsPerAttribute: 3,
    values: corners,
  })
  attributes.normal = new GeometryAttribute({
    componentDatatype: ComponentDatatype.FLOAT,
    componentsPerAttribute: 3,
    values: normals,
  })
  return new Geometry({
    attributes,
    primitiveType: PrimitiveType.TRIANGLES,
    boundingSphere: BoundingSphere.fromVertices(Array.from(corners)),
  })
}

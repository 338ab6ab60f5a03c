import {
  ArcType,
  Cartesian3,
  Color,
  ColorGeometryInstanceAttribute,
  GeometryInstance,
  PointPrimitiveCollection,
  PolylineColorAppearance,
  PolylineGeometry,
  Primitive,
  type Scene,
} from '@cesium/engine'
import type {MeasurePoint} from '../layers/measure.ts'

/** Points that were measured at, and the line or ring through them, seen through everything. */
export type MeasureLayer = {draw(points: MeasurePoint[], isRing: boolean, colour: string): void}

export function addMeasure(scene: Scene): MeasureLayer {
  const dots = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection
  let line: Primitive | null = null
  return {
    draw(points, isRing, colour) {
      dots.removeAll()
      if (line) scene.primitives.remove(line)
      line = null
      const ink = Color.fromCssColorString(colour)
      const positions = points.map(({lon, lat, heightMetres}) =>
        Cartesian3.fromDegrees(lon, lat, heightMetres + 0.5),
      )
      for (const position of positions)
        dots.add({
          position,
          color: ink,
          outlineColor: Color.WHITE,
          outlineWidth: 2,
          pixelSize: 10,
          disableDepthTestDistance: Number.POSITIVE_INFINITY,
        })
      const corners = isRing && positions.length > 2 ? [...positions, positions[0]!] : positions
      // The engine draws no line between two points that are one.
      if (corners.some(corner => !Cartesian3.equalsEpsilon(corner, corners[0], 0, 0.01)))
        line = scene.primitives.add(straight(corners, ink)) as Primitive
      scene.requestRender()
    },
  }
}

/** A line that shows where walls are in front of it, too. */
function straight(positions: Cartesian3[], ink: Color): Primitive {
  return new Primitive({
    asynchronous: false,
    appearance: new PolylineColorAppearance(),
    depthFailAppearance: new PolylineColorAppearance(),
    geometryInstances: new GeometryInstance({
      geometry: new PolylineGeometry({
        positions,
        width: 4,
        arcType: ArcType.NONE,
        vertexFormat: PolylineColorAppearance.VERTEX_FORMAT,
      }),
      attributes: {
        color: ColorGeometryInstanceAttribute.fromColor(ink),
        depthFailColor: ColorGeometryInstanceAttribute.fromColor(ink.withAlpha(0.6)),
      },
    }),
  })
}

import {
  Cartesian3,
  Color,
  Material,
  PointPrimitiveCollection,
  PolylineCollection,
  type Scene,
} from '@cesium/engine'
import type {MeasurePoint} from '../layers/measure.ts'

/** Points that were measured at, and the line or ring through them, seen through everything. */
export type MeasureLayer = {draw(points: MeasurePoint[], isRing: boolean, colour: string): void}

export function addMeasure(scene: Scene): MeasureLayer {
  const dots = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection
  const lines = scene.primitives.add(new PolylineCollection()) as PolylineCollection
  return {
    draw(points, isRing, colour) {
      dots.removeAll()
      lines.removeAll()
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
      if (positions.length > 1)
        lines.add({
          positions: isRing && positions.length > 2 ? [...positions, positions[0]!] : positions,
          width: 4,
          material: Material.fromType('Color', {color: ink}),
        })
      scene.requestRender()
    },
  }
}

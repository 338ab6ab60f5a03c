import {Cartesian3, Color, type PointPrimitive, PointPrimitiveCollection, type Scene} from '@cesium/engine'
import {dotSize} from '../layers/dot-size.ts'
import type {Item, ItemKey} from '../layers/layer.ts'

/** Dots of one layer. Each carries its key, so that a picked one leads to its row. */
export type PointsLayer = {
  paint(colour: string, halo: string, selected?: {key: string; colour: string}): void
  show(on: boolean): void
}

/** Adds a dot per item, a little above the ground, drawn over everything so that none is lost behind a wall. */
export function addPoints(scene: Scene, items: Item[], groundMetres: number): PointsLayer {
  const collection = new PointPrimitiveCollection()
  const dots = new Map<string, PointPrimitive>()
  for (const {layer, key, lon, lat} of items) {
    const id: ItemKey = {layer, key}
    const position = Cartesian3.fromDegrees(lon, lat, groundMetres + 2)
    dots.set(key, collection.add({position, id, disableDepthTestDistance: Number.POSITIVE_INFINITY}))
  }
  scene.primitives.add(collection)
  const {pixels, rimPixels, opacity} = dotSize(items.length)
  return {
    paint(colour, halo, selected) {
      const [fill, rim, chosen] = [colour, halo, selected?.colour ?? colour].map(css =>
        Color.fromCssColorString(css),
      ) as [Color, Color, Color]
      fill.alpha = opacity
      for (const [key, dot] of dots) {
        const isSelected = key === selected?.key
        dot.color = isSelected ? chosen : fill
        dot.outlineColor = rim
        dot.outlineWidth = isSelected ? 3 : rimPixels
        dot.pixelSize = isSelected ? 16 : pixels
      }
      scene.requestRender()
    },
    show(on) {
      collection.show = on
      scene.requestRender()
    },
  }
}

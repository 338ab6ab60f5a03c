import {
  Cartesian2,
  Cartesian3,
  Color,
  LabelCollection,
  LabelStyle,
  Material,
  type Polyline,
  PolylineCollection,
  type Scene,
} from '@cesium/engine'
import type {Item, ItemKey} from '../layers/layer.ts'
import type {Outline} from '../layers/outlines.ts'

/** Borders of one layer, with the areas' names in their middles. */
export type OutlinesLayer = {
  paint(colours: {line: string; text: string; halo: string}, selected?: {key: string; colour: string}): void
  show(on: boolean): void
}

/** Adds a line per ring, just above the ground. Lines carry their key; names are not picked. */
export function addOutlines(
  scene: Scene,
  outlines: Outline[],
  items: Item[],
  groundMetres: number,
): OutlinesLayer {
  const lines = new PolylineCollection()
  const labels = new LabelCollection({scene})
  const drawn: {key: string; line: Polyline}[] = []
  for (const {layer, key, polygons} of outlines) {
    const id: ItemKey = {layer, key}
    for (const ring of polygons.flat()) {
      const positions = ring.map(([lon, lat]) => Cartesian3.fromDegrees(lon, lat, groundMetres + 1))
      drawn.push({key, line: lines.add({positions, id, material: Material.fromType('Color')})})
    }
  }
  for (const {name, lon, lat} of items)
    labels.add({
      text: name,
      position: Cartesian3.fromDegrees(lon, lat, groundMetres + 2),
      font: '500 15px "Golos Text", system-ui, sans-serif',
      style: LabelStyle.FILL_AND_OUTLINE,
      outlineWidth: 5,
      pixelOffset: new Cartesian2(0, 0),
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    })
  scene.primitives.add(lines)
  scene.primitives.add(labels)

  return {
    paint({line: colour, text, halo}, selected) {
      for (const {key, line} of drawn) {
        const isSelected = key === selected?.key
        line.width = isSelected ? 4 : 1.5
        line.material.uniforms.color = Color.fromCssColorString(isSelected ? selected!.colour : colour)
      }
      for (let index = 0; index < labels.length; index++) {
        const label = labels.get(index)
        label.fillColor = Color.fromCssColorString(text)
        label.outlineColor = Color.fromCssColorString(halo)
      }
      scene.requestRender()
    },
    show(on) {
      lines.show = on
      labels.show = on
      scene.requestRender()
    },
  }
}

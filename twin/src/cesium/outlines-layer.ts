import {
  Cartesian3,
  Color,
  type Label,
  LabelCollection,
  LabelStyle,
  Material,
  type Polyline,
  PolylineCollection,
  type Scene,
  SceneTransforms,
} from '@cesium/engine'
import {labelsThatFit, textWidth} from '../layers/labels.ts'
import type {Item, ItemKey} from '../layers/layer.ts'
import {boxAround} from '../layers/orbit-over.ts'
import type {Outline} from '../layers/outlines.ts'

/** Borders of one layer, with the areas' names in their middles. */
export type OutlinesLayer = {
  paint(colours: {line: string; text: string; halo: string}, selected?: {key: string; colour: string}): void
  show(on: boolean): void
  /** Shows the names that fit in the picture as it is now. */
  arrange(): void
}

const typePixels = 15

/** Adds a line per ring, just above the ground. Lines carry their key; names are not picked. */
export function addOutlines(
  scene: Scene,
  outlines: Outline[],
  items: Item[],
  groundMetres: number,
): OutlinesLayer {
  const lines = scene.primitives.add(new PolylineCollection()) as PolylineCollection
  const names = scene.primitives.add(new LabelCollection({scene})) as LabelCollection
  const drawn: {key: string; line: Polyline}[] = []
  for (const {layer, key, polygons} of outlines) {
    const id: ItemKey = {layer, key}
    for (const ring of polygons.flat()) {
      const positions = ring.map(([lon, lat]) => Cartesian3.fromDegrees(lon, lat, groundMetres + 1))
      drawn.push({key, line: lines.add({positions, id, material: Material.fromType('Color')})})
    }
  }

  const widths = new Map(outlines.map(outline => [outline.key, widthOf(outline)]))
  const labels = items.map(({key, name, lon, lat}) => ({
    key,
    weight: widths.get(key) ?? 0,
    label: names.add({
      text: name,
      position: Cartesian3.fromDegrees(lon, lat, groundMetres + 2),
      font: `500 ${typePixels}px "Golos Text", system-ui, sans-serif`,
      style: LabelStyle.FILL_AND_OUTLINE,
      outlineWidth: 5,
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    }) as Label,
  }))

  return {
    paint({line: colour, text, halo}, selected) {
      for (const {key, line} of drawn) {
        const isSelected = key === selected?.key
        line.width = isSelected ? 4 : 1.5
        line.material.uniforms.color = Color.fromCssColorString(isSelected ? selected!.colour : colour)
      }
      for (const {label} of labels) {
        label.fillColor = Color.fromCssColorString(text)
        label.outlineColor = Color.fromCssColorString(halo)
      }
      scene.requestRender()
    },
    show(on) {
      lines.show = on
      names.show = on
      scene.requestRender()
    },
    arrange() {
      const inPicture = labels.flatMap(({key, label, weight}) => {
        const at = SceneTransforms.worldToWindowCoordinates(scene, label.position)
        const size = {width: textWidth(label.text, typePixels) + 12, height: typePixels + 8}
        return at ? [{key, x: at.x, y: at.y, ...size, weight}] : []
      })
      const fitting = labelsThatFit(inPicture)
      for (const {key, label} of labels) label.show = fitting.has(key)
      scene.requestRender()
    },
  }
}

/** How far an area reaches from west to east, in degrees: larger ones keep their names longer. */
function widthOf({polygons}: Outline): number {
  const box = boxAround(polygons.flat(2).map(([lon, lat]) => ({lon, lat})))
  return box ? box[2] - box[0] : 0
}

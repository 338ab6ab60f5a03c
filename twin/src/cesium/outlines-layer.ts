import {
  Cartesian2,
  Cartesian3,
  Color,
  HorizontalOrigin,
  type Label,
  LabelCollection,
  LabelStyle,
  Material,
  type Polyline,
  PolylineCollection,
  type Scene,
  SceneTransforms,
  VerticalOrigin,
} from '@cesium/engine'
import {drape} from '../layers/drape.ts'
import {placeLabels, type Room, textWidth} from '../layers/labels.ts'
import type {Item, ItemKey} from '../layers/layer.ts'
import {boxAround} from '../layers/orbit-over.ts'
import type {Outline} from '../layers/outlines.ts'

/** Borders of one layer, with the areas' names in their middles. */
export type OutlinesLayer = {
  paint(colours: {line: string; text: string; halo: string}, selected?: {key: string; colour: string}): void
  show(on: boolean): void
  /** Shows the names that fit in the picture as it is now, beside what is there. */
  arrange(taken: Room[]): void
}

const typePixels = 15

/** Adds a line per ring, just above the ground and along it. Lines carry their key; names are not picked. */
export function addOutlines(
  scene: Scene,
  outlines: Outline[],
  items: Item[],
  groundAt: (lon: number, lat: number) => number,
): OutlinesLayer {
  const lines = scene.primitives.add(new PolylineCollection()) as PolylineCollection
  const names = scene.primitives.add(new LabelCollection({scene})) as LabelCollection
  const drawn: {key: string; line: Polyline}[] = []
  for (const {layer, key, polygons} of outlines) {
    const id: ItemKey = {layer, key}
    for (const ring of polygons.flat()) {
      const positions = drape(ring, 60).map(([lon, lat]) =>
        Cartesian3.fromDegrees(lon, lat, groundAt(lon, lat) + 1.5),
      )
      drawn.push({key, line: lines.add({positions, id, material: Material.fromType('Color')})})
    }
  }

  const widths = new Map(outlines.map(outline => [outline.key, widthOf(outline)]))
  const labels = items.map(({key, name, lon, lat}) => ({
    key,
    weight: widths.get(key) ?? 0,
    label: names.add({
      text: name,
      position: Cartesian3.fromDegrees(lon, lat, groundAt(lon, lat) + 20),
      font: `500 ${typePixels}px "Golos Text", system-ui, sans-serif`,
      style: LabelStyle.FILL_AND_OUTLINE,
      horizontalOrigin: HorizontalOrigin.CENTER,
      verticalOrigin: VerticalOrigin.CENTER,
      outlineWidth: 5,
      disableDepthTestDistance: Number.POSITIVE_INFINITY,
    }) as Label,
  }))

  return {
    paint({line: colour, text, halo}, selected) {
      for (const {key, line} of drawn) {
        const isSelected = key === selected?.key
        line.width = isSelected ? 4 : 1.4
        line.material.uniforms.color = Color.fromCssColorString(
          isSelected ? selected!.colour : colour,
        ).withAlpha(isSelected ? 1 : 0.5)
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
    arrange(taken) {
      const inPicture = labels.flatMap(({key, label, weight}) => {
        const at = SceneTransforms.worldToWindowCoordinates(scene, label.position)
        const size = {width: textWidth(label.text, typePixels) + 12, height: typePixels + 8}
        return at ? [{key, x: at.x, y: at.y, ...size, weight}] : []
      })
      const moved = placeLabels(inPicture, taken)
      for (const {key, label} of labels) {
        const move = moved.get(key)
        label.show = move !== undefined
        if (move) label.pixelOffset = new Cartesian2(move.x, move.y)
      }
      scene.requestRender()
    },
  }
}

/** How far an area reaches from west to east, in degrees: larger ones keep their names longer. */
function widthOf({polygons}: Outline): number {
  const box = boxAround(polygons.flat(2).map(([lon, lat]) => ({lon, lat})))
  return box ? box[2] - box[0] : 0
}

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
import {throughWalls} from '../layers/through-walls.ts'
import {addPainted} from './painted-layer.ts'

/** Borders of one layer, with the areas' names in their middles. */
export type OutlinesLayer = {
  paint(colours: {line: string; text: string; halo: string}, selected?: {key: string; colour: string}): void
  show(on: boolean): void
  /** Hides names behind walls, as for one who walks there. */
  walled(on: boolean): void
  /** Shows the names that fit in the picture as it is now: beside what is there, and not under what covers it. */
  arrange(taken: Room[], covered: Room[]): void
  remove(): void
}

/** More borders than that are painted on the ground, and have no names: they would hide one another. */
const mostDrawn = 80

const typePixels = 15

/**
 * Adds a line per ring, just above the ground and along it; many of them, and what `colours` fills by key, are painted
 * on the ground instead. Lines carry their key; names are not picked.
 */
export function addOutlines(
  scene: Scene,
  outlines: Outline[],
  items: Item[],
  groundAt: (lon: number, lat: number) => number,
  colours: ReadonlyMap<string, string> | null,
): OutlinesLayer {
  const isDrawn = outlines.length <= mostDrawn
  const painted = isDrawn && !colours ? null : addPainted(scene, outlines)
  const chosen = scene.primitives.add(new PolylineCollection()) as PolylineCollection
  const lines = scene.primitives.add(new PolylineCollection()) as PolylineCollection
  const names = scene.primitives.add(new LabelCollection({scene})) as LabelCollection
  const byKey = new Map(outlines.map(outline => [outline.key, outline]))
  const drawn: {key: string; line: Polyline}[] = []
  if (isDrawn) for (const outline of outlines) drawn.push(...drawLines(outline, lines))
  let paintedWith: string | null = null

  function drawLines({layer, key, polygons, lines: paths}: Outline, into: PolylineCollection) {
    const id: ItemKey = {layer, key}
    return (paths ?? polygons.flat()).map(ring => {
      const positions = drape(ring, 60).map(([lon, lat]) =>
        Cartesian3.fromDegrees(lon, lat, groundAt(lon, lat) + 1.5),
      )
      return {key, line: into.add({positions, id, material: Material.fromType('Color')}) as Polyline}
    })
  }

  const widths = new Map(outlines.map(outline => [outline.key, widthOf(outline)]))
  const labels = (isDrawn ? items : []).map(({key, name, lon, lat}) => ({
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
      disableDepthTestDistance: throughWalls('names', false),
    }) as Label,
  }))

  return {
    paint({line: colour, text, halo}, selected) {
      for (const {line} of drawn) {
        line.width = 1.4
        line.material.uniforms.color = Color.fromCssColorString(colour).withAlpha(0.5)
      }
      chosen.removeAll()
      const outline = selected && byKey.get(selected.key)
      for (const {line} of outline ? drawLines(outline, chosen) : []) {
        line.width = 4
        line.material.uniforms.color = Color.fromCssColorString(selected!.colour)
      }
      // Selecting changes nothing that is painted.
      if (painted && paintedWith !== colour) {
        paintedWith = colour
        painted.paint(
          key => (colours ? colours.get(key) : colour),
          colours
            ? {opacity: 0.72, linePixels: 3, borderPixels: isDrawn ? 0 : 0.8, border: halo}
            : {opacity: 0.12, linePixels: 1.6, borderPixels: 1.2, border: colour},
        )
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
      chosen.show = on
      painted?.show(on)
      scene.requestRender()
    },
    walled(on) {
      for (const {label} of labels) label.disableDepthTestDistance = throughWalls('names', on)
      scene.requestRender()
    },
    arrange(taken, covered) {
      const inPicture = labels.flatMap(({key, label, weight}) => {
        const at = SceneTransforms.worldToWindowCoordinates(scene, label.position)
        const size = {width: textWidth(label.text, typePixels) + 12, height: typePixels + 8}
        return at ? [{key, x: at.x, y: at.y, ...size, weight}] : []
      })
      const {clientWidth: width, clientHeight: height} = scene.canvas
      const moved = placeLabels(inPicture, {width, height}, taken, covered)
      for (const {key, label} of labels) {
        const move = moved.get(key)
        label.show = move !== undefined
        if (move) label.pixelOffset = new Cartesian2(move.x, move.y)
      }
      scene.requestRender()
    },
    remove() {
      for (const primitive of [lines, names, chosen]) scene.primitives.remove(primitive)
      painted?.remove()
      scene.requestRender()
    },
  }
}

/** How far an area reaches from west to east, in degrees: larger ones keep their names longer. */
function widthOf({polygons, lines}: Outline): number {
  const box = boxAround((lines ?? polygons.flat()).flat().map(([lon, lat]) => ({lon, lat})))
  return box ? box[2] - box[0] : 0
}

import {
  type Cartesian2,
  Cesium3DTileFeature,
  ScreenSpaceEventHandler,
  ScreenSpaceEventType,
} from '@cesium/engine'
import type {View} from '../layers/in-view.ts'
import type {Item, ItemKey} from '../layers/layer.ts'
import {type Move, moveOrbit, type Orbit} from '../layers/orbit.ts'
import type {Outline} from '../layers/outlines.ts'
import {goTo, middleOf, orbitOf, placeAt, viewOf} from './camera.ts'
import {openWidget, paintWidget} from './open-widget.ts'
import {addOutlines, type OutlinesLayer} from './outlines-layer.ts'
import type {Palette} from './palette.ts'
import {addPoints, type PointsLayer} from './points-layer.ts'
import {addTileset, type TilesetLayer} from './tileset-layer.ts'

/** What was hit: a row, or a place on the ground. */
export type Picked = {item: ItemKey} | {place: {lon: number; lat: number}}

export type TwinOptions = {
  /** Where the scene lies, and the height of its flat ground above the ellipsoid. */
  origin: {lon: number; lat: number; heightMetres: number}
  palette: Palette
  /** Length of a flight; 0 where motion is not welcome. */
  flightSeconds: number
  onPick(picked: Picked): void
  /** After the camera came to rest. */
  onMoved(view: View): void
  /** The engine stopped: what it said. The scene is of no more use. */
  onFault(reason: string): void
}

/** The scene, in the page's words. */
export type Twin = {
  addBuildings(table: string, address: string): Promise<void>
  addTerrain(address: string): Promise<void>
  addPoints(table: string, items: Item[]): void
  addOutlines(table: string, outlines: Outline[], items: Item[]): void
  show(layer: string, on: boolean): void
  select(item: ItemKey | null): void
  paint(palette: Palette): void
  move(move: Move): void
  goTo(orbit: Orbit): void
  pickCentre(): void
  view(): View
  orbit(): Orbit
  /** Resolves when everything in view is drawn, or after the time given. */
  settled(milliseconds: number): Promise<void>
  close(): void
}

/** Name under which the relief is shown and hidden; it has no table. */
export const terrainLayer = 'terrain'

/** Opens the scene in an element. Throws where the engine cannot start. */
export function openTwin(host: HTMLElement, options: TwinOptions): Twin {
  const widget = openWidget(host, options.origin)
  const {scene} = widget
  const ground = options.origin.heightMetres
  let palette = options.palette
  let selected: ItemKey | null = null

  const tilesets = new Map<string, TilesetLayer>()
  const points = new Map<string, PointsLayer>()
  const outlines = new Map<string, OutlinesLayer>()

  scene.renderError.addEventListener((_: unknown, error: unknown) => options.onFault(String(error)))
  scene.camera.moveEnd.addEventListener(() => {
    arrange()
    options.onMoved(viewOf(scene, ground))
  })
  scene.camera.changed.addEventListener(arrange)
  const mouse = new ScreenSpaceEventHandler(scene.canvas)
  mouse.setInputAction(
    ({position}: {position: Cartesian2}) => pick(position),
    ScreenSpaceEventType.LEFT_CLICK,
  )
  repaint()

  function pick(pixel: Cartesian2): void {
    const picked = under(pixel)
    if (picked) options.onPick(picked)
  }

  function under(pixel: Cartesian2): Picked | null {
    const hit: unknown = scene.pick(pixel)
    if (hit instanceof Cesium3DTileFeature && hit.tileset !== tilesets.get(terrainLayer)?.tileset) {
      const layer = [...tilesets].find(([, {tileset}]) => tileset === hit.tileset)?.[0]
      const key: unknown = hit.getProperty('id')
      if (layer && typeof key === 'string') return {item: {layer, key}}
    }
    const item = (hit as {id?: ItemKey} | undefined)?.id
    if (item?.layer) return {item}
    const place = placeAt(scene, pixel, ground)
    return place && {place}
  }

  /** Names make room for one another as the picture changes. */
  function arrange(): void {
    for (const lines of outlines.values()) lines.arrange()
  }

  function repaint(): void {
    paintWidget(widget, palette)
    const chosen = (layer: string) => (selected?.layer === layer ? selected.key : null)
    for (const [layer, tileset] of tilesets) {
      const id = chosen(layer)
      const colour = layer === terrainLayer ? palette.ground : palette.building
      tileset.paint(colour, id === null ? undefined : {id, colour: palette.selected})
    }
    for (const [layer, dots] of points) {
      const key = chosen(layer)
      const colour = palette.points[layer] ?? palette.line
      dots.paint(colour, palette.halo, key === null ? undefined : {key, colour: palette.selected})
    }
    for (const [layer, lines] of outlines) {
      const key = chosen(layer)
      lines.paint(palette, key === null ? undefined : {key, colour: palette.selected})
    }
  }

  async function add(name: string, address: string): Promise<void> {
    tilesets.set(name, await addTileset(scene, address, {hasFeatures: name !== terrainLayer}))
    repaint()
  }

  return {
    addBuildings: add,
    addTerrain: address => add(terrainLayer, address),
    addPoints(table, items) {
      points.set(table, addPoints(scene, items, ground))
      repaint()
    },
    addOutlines(table, borders, items) {
      outlines.set(table, addOutlines(scene, borders, items, ground))
      repaint()
    },
    show(layer, on) {
      for (const kind of [tilesets, points, outlines]) kind.get(layer)?.show(on)
    },
    select(item) {
      selected = item
      repaint()
    },
    paint(colours) {
      palette = colours
      repaint()
    },
    move: move => goTo(scene, moveOrbit(orbitOf(scene, ground), move), 0),
    goTo: orbit => goTo(scene, orbit, options.flightSeconds),
    pickCentre: () => pick(middleOf(scene)),
    view: () => viewOf(scene, ground),
    orbit: () => orbitOf(scene, ground),
    async settled(milliseconds) {
      const until = performance.now() + milliseconds
      const isLoading = () => [...tilesets.values()].some(({tileset}) => tileset.show && !tileset.tilesLoaded)
      do {
        scene.requestRender()
        await new Promise(resolve => requestAnimationFrame(resolve))
        arrange()
      } while ((isLoading() || !scene.globe.tilesLoaded) && performance.now() < until)
    },
    close() {
      mouse.destroy()
      widget.destroy()
    },
  }
}

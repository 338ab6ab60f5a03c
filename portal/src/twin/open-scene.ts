import type {Twin, TwinOptions} from '@hromada/twin/browser'
import {type Box, boxAround, type Orbit, orbitOver, orbitOverCity} from '@hromada/twin/layers'
import {type Errors, sayAccuracy} from './accuracy.ts'
import type {Visible} from './layer-store.ts'
import type {LoadedLayer} from './load-layer.ts'
import {resolveColours} from './read-palette.ts'
import type {TwinSetup} from './setup.ts'
import type {UnavailableReason} from './texts.ts'

/** The canvas with everything on it, and the view that shows it all. */
export type Scene = {twin: Twin; home: Orbit}

/** Can this browser draw? Asked before the engine, which is four megabytes, is fetched. */
export function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

/** Thrown where there will be no scene; the page says why in its own words. */
export class Unavailable extends Error {
  readonly reason: UnavailableReason

  constructor(reason: UnavailableReason, cause?: unknown) {
    super(`The twin is unavailable: ${reason}`, {cause})
    this.reason = reason
  }
}

/**
 * Fetches the engine and opens the scene on the ground of its tilesets, with the buildings. Throws Unavailable.
 * A tileset that cannot be fetched is left out.
 */
export async function openScene(
  host: HTMLElement,
  setup: TwinSetup,
  data: Promise<LoadedLayer[]>,
  options: Omit<TwinOptions, 'origin'>,
): Promise<Scene> {
  // The engine looks for its workers there; it must be said before the engine is loaded.
  Object.assign(globalThis, {CESIUM_BASE_URL: '/cesium/'})
  const engine = import('@hromada/twin/browser')
  const {buildings, terrain} = setup.tilesets
  const [loaded, buildingsExtras, terrainExtras] = await Promise.all([
    data,
    extrasOf(buildings),
    extrasOf(terrain),
  ])
  sayAccuracy(host, buildingsExtras ?? terrainExtras ?? null, setup.lang)
  const lowest = [buildingsExtras, terrainExtras].flatMap(extras => extras?.lowestMetres ?? [])
  const heightMetres = lowest.length > 0 ? Math.min(...lowest) : 0
  const placed = boxOf(loaded)
  if (!placed && lowest.length === 0) throw new Unavailable('no-data')
  const box = placed ?? setup.city.bbox
  const aspect = host.clientWidth / Math.max(1, host.clientHeight)
  const above = orbitOver(box, heightMetres, aspect)

  const {openTwin} = await engine.catch(error => {
    throw new Unavailable('no-engine', error)
  })
  let twin: Twin
  try {
    twin = openTwin(host, {...options, origin: {lon: above.lon, lat: above.lat, heightMetres}})
  } catch (error) {
    throw new Unavailable('no-webgl', error)
  }
  // The ground comes first: what is drawn later lies on it.
  if (terrain && terrainExtras) await twin.addTerrain(terrain).catch(() => {})
  for (const one of loaded) {
    if (one.layer.kind === 'buildings' && buildings && buildingsExtras)
      await twin.addBuildings(one.layer.table, buildings)
  }
  if (setup.map) await twin.addMap(setup.map).catch(() => {})
  const houses = loaded.find(({layer}) => layer.kind === 'buildings')?.items ?? []
  const home = orbitOverCity(houses, twin.groundAt, aspect)
  return {twin, home: home ?? {...above, heightMetres: twin.groundAt(above.lon, above.lat)}}
}

/** Puts what of a layer is to be seen on the canvas, in the page's colours. Buildings came as tiles: they are dressed. */
export function draw(
  twin: Twin,
  root: HTMLElement,
  {layer, items: all}: LoadedLayer,
  {items, outlines, colourOf}: Visible,
): void {
  const colours = colourOf && resolveColours(root, colourOf)
  if (layer.kind === 'points') twin.addPoints(layer.table, items, colours)
  else if (layer.kind === 'outlines') twin.addOutlines(layer.table, outlines, items, colours)
  else {
    const shown = new Set(items.map(({key}) => key))
    const hidden = shown.size < all.length ? all.flatMap(({key}) => (shown.has(key) ? [] : [key])) : null
    twin.dressBuildings(layer.table, {colours, hidden: hidden && new Set(hidden)})
  }
}

type Extras = Errors & {lowestMetres: number}

/** What a tileset says of itself; null where it cannot be had. */
async function extrasOf(address: string | null): Promise<Extras | null> {
  if (!address) return null
  const response = await fetch(address).catch(() => null)
  return response?.ok ? ((await response.json()) as {extras: Extras}).extras : null
}

/** The box around buildings; without them around borders; without those around points; null without anything. */
export function boxOf(loaded: LoadedLayer[]): Box | null {
  const first = loaded.find(({items}) => items.length > 0)
  if (!first) return null
  const corners = first.outlines.flatMap(({polygons}) => polygons.flat(2)).map(([lon, lat]) => ({lon, lat}))
  return boxAround(corners.length > 0 ? corners : first.items)
}

import {
  GeographicTilingScheme,
  ImageryLayer,
  Rectangle,
  type Request,
  type Scene,
  UrlTemplateImageryProvider,
} from '@cesium/engine'
import type {MapDescription} from '../map/map-description.ts'
import {unshadedLevel} from '../map/shades.ts'

/** The base map on the ground. */
export type BaseMap = {
  /** How much light falls on it, from 0 to 1. */
  dim(light: number): void
  show(on: boolean): void
  /** Shows it only as coarse as it has no shadows painted on it, for a sun that casts its own. */
  withoutShadows(on: boolean): void
}

/** Lays the tiles that a `map.json` lists on the ground. Rejects where it cannot be fetched. */
export async function addBaseMap(scene: Scene, address: string): Promise<BaseMap> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`)
  const description = (await response.json()) as MapDescription
  const url = new URL(address, location.href)
  const layers = [new ImageryLayer(new ListedTiles(description, url))]
  scene.imageryLayers.add(layers[0]!)
  let [isOn, isUnshaded, lightNow] = [true, false, 1]

  function dim(light: number): void {
    lightNow = light
    for (const layer of layers) {
      layer.brightness = light ** 1.3
      layer.saturation = 0.6 + 0.4 * light
      // In the dark the ground's own colour comes through, so that the map ends in the night and houses stand out.
      layer.alpha = 0.35 + 0.65 * light
    }
    scene.requestRender()
  }

  function show(): void {
    for (const [index, layer] of layers.entries()) layer.show = isOn && (index === 1) === isUnshaded
    scene.requestRender()
  }

  return {
    dim,
    show(on) {
      isOn = on
      show()
    },
    withoutShadows(on) {
      isUnshaded = on
      if (on && layers.length === 1) {
        const [, south, , north] = description.box
        const finest = Math.max(description.minimumLevel, unshadedLevel((south + north) / 2))
        layers.push(new ImageryLayer(new ListedTiles({...description, maximumLevel: finest}, url)))
        scene.imageryLayers.add(layers[1]!, scene.imageryLayers.indexOf(layers[0]!) + 1)
        dim(lightNow)
      }
      show()
    },
  }
}

/** A box less a centimetre all around: at a box that ends where a tile does, the engine asks for the tile beyond it. */
function inside([west, south, east, north]: MapDescription['box']): Rectangle {
  const less = 1e-7
  return Rectangle.fromDegrees(west + less, south + less, east - less, north - less)
}

/** Asks only for tiles that there are; for others the engine takes the one above, without a request in vain. */
class ListedTiles extends UrlTemplateImageryProvider {
  readonly #available: Map<number, Set<string>>

  constructor({tiles, box, minimumLevel, maximumLevel, available}: MapDescription, address: URL) {
    super({
      url: `${new URL('.', address).href}${tiles}`,
      tilingScheme: new GeographicTilingScheme(),
      rectangle: inside(box),
      minimumLevel,
      maximumLevel,
      // Half of what they are: the engine is content with a pixel of the map for two of the screen; we are not.
      tileWidth: 256,
      tileHeight: 256,
      hasAlphaChannel: true,
    })
    this.#available = new Map(
      Object.entries(available).map(([level, columns]) => [
        Number(level),
        new Set(Object.entries(columns).flatMap(([x, ys]) => ys.map(y => `${x}/${y}`))),
      ]),
    )
    // Without a listener the engine writes each of them to the console.
    this.errorEvent.addEventListener(() => {})
  }

  override requestImage(x: number, y: number, level: number, request?: Request) {
    if (!this.#available.get(level)?.has(`${x}/${y}`))
      return Promise.reject(new Error('There is no such tile.'))
    return super.requestImage(x, y, level, request)
  }
}

import {
  GeographicTilingScheme,
  ImageryLayer,
  Rectangle,
  type Request,
  type Scene,
  UrlTemplateImageryProvider,
} from '@cesium/engine'
import type {MapDescription} from '../map/map-description.ts'

/** The base map on the ground. */
export type BaseMap = {
  /** How much light falls on it, from 0 to 1. */
  dim(light: number): void
  show(on: boolean): void
}

/** Lays the tiles that a `map.json` lists on the ground. Rejects where it cannot be fetched. */
export async function addBaseMap(scene: Scene, address: string): Promise<BaseMap> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`)
  const description = (await response.json()) as MapDescription
  const layer = new ImageryLayer(new ListedTiles(description, new URL(address, location.href)))
  scene.imageryLayers.add(layer)
  return {
    dim(light) {
      layer.brightness = light
      layer.saturation = 0.6 + 0.4 * light
      scene.requestRender()
    },
    show(on) {
      layer.show = on
      scene.requestRender()
    },
  }
}

/** Asks only for tiles that there are; for others the engine takes the one above, without a request in vain. */
class ListedTiles extends UrlTemplateImageryProvider {
  readonly #available: Map<number, Set<string>>

  constructor({tiles, box, minimumLevel, maximumLevel, available}: MapDescription, address: URL) {
    super({
      url: `${new URL('.', address).href}${tiles}`,
      tilingScheme: new GeographicTilingScheme(),
      rectangle: Rectangle.fromDegrees(...box),
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

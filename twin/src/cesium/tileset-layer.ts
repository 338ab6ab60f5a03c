import {Cesium3DTileStyle, Cesium3DTileset, type Scene} from '@cesium/engine'
import type {TilesetExtras} from '../tiles/tileset.ts'
import {buildingShading} from './shading.ts'

/** A loaded tileset: what it says of itself, and how it is painted and shown. */
export type TilesetLayer = {
  tileset: Cesium3DTileset
  extras: TilesetExtras
  paint(colour: string, selected?: {id: string; colour: string}): void
  show(on: boolean): void
  /** Leaves these buildings out. */
  hide(keys: string[]): void
  /** Loads without being drawn, as long as it is held. */
  hold(on: boolean): void
  /** Whether all that is wanted of it has come. */
  isLoaded(): boolean
}

/** Adds a tileset of buildings of ours to the scene. Rejects where it cannot be fetched. */
export async function addTileset(scene: Scene, address: string): Promise<TilesetLayer> {
  const tileset = await Cesium3DTileset.fromUrl(address, {
    // Memory: half the engine's default, with nothing kept beyond it.
    cacheBytes: 256 * 1024 * 1024,
    maximumCacheOverflowBytes: 0,
    enableCollision: false,
  })
  tileset.customShader = buildingShading()
  scene.primitives.add(tileset)
  let [isOn, isHeld] = [true, false]
  let hidden: string[] = []
  let color: {conditions: [string, string][]} = {conditions: []}
  const restyle = () => {
    const isShown = hidden.map(key => `\${id} !== '${quoted(key)}'`).join(' && ')
    tileset.style = new Cesium3DTileStyle({color, ...(isShown ? {show: isShown} : {})})
    scene.requestRender()
  }
  const settle = () => {
    tileset.show = isOn && !isHeld
    tileset.preloadWhenHidden = isOn
    scene.requestRender()
  }
  return {
    tileset,
    extras: tileset.extras as TilesetExtras,
    paint(colour, selected) {
      const conditions: [string, string][] = [['true', `color('${colour}')`]]
      if (selected) conditions.unshift([`\${id} === '${quoted(selected.id)}'`, `color('${selected.colour}')`])
      color = {conditions}
      restyle()
    },
    hide(keys) {
      if (keys.join() === hidden.join()) return
      hidden = keys
      restyle()
    },
    show(on) {
      isOn = on
      settle()
    },
    hold(on) {
      isHeld = on
      settle()
    },
    isLoaded: () => !isOn || tileset.tilesLoaded,
  }
}

/** A text inside quotes of the style language. */
const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")

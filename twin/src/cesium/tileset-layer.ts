import {
  type Cesium3DTileFeature,
  Cesium3DTileStyle,
  Cesium3DTileset,
  Color,
  type Scene,
  type StyleExpression,
} from '@cesium/engine'
import type {TilesetExtras} from '../tiles/tileset.ts'
import {FlatResource} from './flat-resource.ts'
import {buildingShading, noReflections} from './shading.ts'

/** Colours by key, where a column is shown by colour, and the keys of what is filtered out. */
export type Dress = {colours: ReadonlyMap<string, string> | null; hidden: ReadonlySet<string> | null}

/** A loaded tileset: what it says of itself, and how it is painted and shown. */
export type TilesetLayer = {
  tileset: Cesium3DTileset
  extras: TilesetExtras
  paint(colour: string, selected?: {id: string; colour: string}): void
  dress(dress: Dress): void
  /** Leaves these buildings out, whatever is filtered. */
  hide(keys: string[]): void
  show(on: boolean): void
  /** Loads without being drawn, as long as it is held. */
  hold(on: boolean): void
  /** Whether all that is wanted of it has come. */
  isLoaded(): boolean
}

/** Adds a tileset of buildings of ours to the scene. Rejects where it cannot be fetched. */
export async function addTileset(scene: Scene, address: string): Promise<TilesetLayer> {
  const tileset = await Cesium3DTileset.fromUrl(new FlatResource({url: address}), {
    // Memory: half the engine's default, with nothing kept beyond it.
    cacheBytes: 256 * 1024 * 1024,
    maximumCacheOverflowBytes: 0,
    enableCollision: false,
    environmentMapOptions: {enabled: false},
    imageBasedLighting: noReflections(),
  })
  const shader = buildingShading()
  tileset.customShader = shader
  let worn: Dress = {colours: null, hidden: null}
  let away: ReadonlySet<string> = new Set()
  let painted: Parameters<TilesetLayer['paint']> = ['#fff']
  scene.primitives.add(tileset)
  let [isOn, isHeld] = [true, false]
  const settle = () => {
    tileset.show = isOn && !isHeld
    tileset.preloadWhenHidden = isOn
    scene.requestRender()
  }
  function restyle(): void {
    const [colour, selected] = painted
    const {colours, hidden} = worn
    const plain = Color.fromCssColorString(colour)
    const chosen = selected && {id: selected.id, colour: Color.fromCssColorString(selected.colour)}
    const own = new Map([...new Set(colours?.values())].map(css => [css, Color.fromCssColorString(css)]))
    const colourOf = (feature: Cesium3DTileFeature): Color => {
      const id = feature.getProperty('id') as string
      if (chosen?.id === id) return chosen.colour
      return own.get(colours?.get(id) ?? '') ?? plain
    }
    const style = new Cesium3DTileStyle()
    // Functions in place of the engine's expressions: what a column says is not in the tiles.
    style.color = {evaluateColor: colourOf} as unknown as StyleExpression
    if (hidden || away.size > 0) {
      const isShown = (feature: Cesium3DTileFeature) => {
        const id = feature.getProperty('id') as string
        return !away.has(id) && !hidden?.has(id)
      }
      style.show = {evaluate: isShown} as unknown as StyleExpression
    }
    tileset.style = style
    scene.requestRender()
  }

  return {
    tileset,
    extras: tileset.extras as TilesetExtras,
    paint(...colours) {
      painted = colours
      restyle()
    },
    dress(dress) {
      worn = dress
      shader.setUniform('u_plain', dress.colours ? 1 : 0)
    },
    hide(keys) {
      if (keys.length === 0 && away.size === 0) return
      away = new Set(keys)
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

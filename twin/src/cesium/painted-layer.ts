import {
  Event as EngineEvent,
  GeographicTilingScheme,
  ImageryLayer,
  type ImageryProvider,
  Rectangle,
  type Scene,
} from '@cesium/engine'
import {boxAround} from '../layers/orbit-over.ts'
import type {Outline} from '../layers/outlines.ts'
import {type Brush, type PaintedShape, paintShapes} from '../layers/paint-shapes.ts'

/** Areas and lines painted on the ground, as sharp as the view is near. */
export type PaintedLayer = {
  /** Paints each in its colour; those without one are left out. */
  paint(colourOf: (key: string) => string | undefined, brush: Brush): void
  show(on: boolean): void
  remove(): void
}

const pixels = 256
const framesToShow = 10

/** Paints outlines tile by tile as the engine asks for pictures of the ground; nothing is fetched. */
export function addPainted(scene: Scene, outlines: Outline[]): PaintedLayer {
  const boxed = outlines.flatMap(({key, polygons, lines}) => {
    const rings = lines ?? polygons.flat()
    const box = boxAround(rings.flat().map(([lon, lat]) => ({lon, lat})))
    return box ? [{key, rings, box, isLine: lines !== undefined}] : []
  })
  const all = boxAround(
    boxed.flatMap(({box: [west, south, east, north]}) => [
      {lon: west, lat: south},
      {lon: east, lat: north},
    ]),
  )
  let layer: ImageryLayer | null = null
  let isOn = true
  let framesToCome = 0
  // The engine takes a picture over some frames later, and draws none by itself where nothing was fetched.
  const stopDrawing = scene.postRender.addEventListener(() => {
    if (framesToCome-- > 0 || (layer?.show && !scene.globe.tilesLoaded)) scene.requestRender()
  })
  const onPainted = () => {
    framesToCome = framesToShow
    scene.requestRender()
  }

  function clear(): void {
    if (layer) scene.imageryLayers.remove(layer, true)
    layer = null
    scene.requestRender()
  }

  return {
    paint(colourOf, brush) {
      clear()
      const shapes = boxed.flatMap((shape): PaintedShape[] => {
        const colour = colourOf(shape.key)
        return colour === undefined ? [] : [{...shape, colour}]
      })
      if (!all || shapes.length === 0) return
      layer = new ImageryLayer(painter(shapes, all, brush, onPainted), {show: isOn})
      scene.imageryLayers.add(layer)
      scene.requestRender()
    },
    show(on) {
      isOn = on
      if (layer) layer.show = on
      scene.requestRender()
    },
    remove() {
      stopDrawing()
      clear()
    },
  }
}

/** What the engine takes for a source of pictures of the ground. */
function painter(
  shapes: PaintedShape[],
  box: [number, number, number, number],
  brush: Brush,
  onPainted: () => void,
): ImageryProvider {
  const tilingScheme = new GeographicTilingScheme()
  const degrees = ({west, south, east, north}: Rectangle) =>
    [west, south, east, north].map(radians => (radians * 180) / Math.PI) as [number, number, number, number]
  const provider = {
    tilingScheme,
    rectangle: Rectangle.fromDegrees(...box),
    // The engine is content with a pixel of the picture for two of the screen; we are not.
    tileWidth: pixels / 2,
    tileHeight: pixels / 2,
    // The engine comes to a level through all those above it: those where the city is a dot are left out.
    minimumLevel: Math.max(0, Math.floor(Math.log2(180 / Math.max(box[2] - box[0], box[3] - box[1], 0.001)))),
    maximumLevel: 19,
    hasAlphaChannel: true,
    errorEvent: new EngineEvent(),
    credit: undefined,
    proxy: undefined,
    tileDiscardPolicy: undefined,
    getTileCredits: () => [],
    pickFeatures: () => undefined,
    requestImage(x: number, y: number, level: number) {
      const canvas = document.createElement('canvas')
      canvas.width = pixels
      canvas.height = pixels
      const context = canvas.getContext('2d')!
      paintShapes(context, shapes, degrees(tilingScheme.tileXYToRectangle(x, y, level)), pixels, brush)
      onPainted()
      return Promise.resolve(canvas)
    },
  }
  return provider as unknown as ImageryProvider
}

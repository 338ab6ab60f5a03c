import {CesiumWidget, Color, Credit, CreditDisplay, JulianDate} from '@cesium/engine'
import {sun} from '../map/sun.ts'
import type {Palette} from './palette.ts'
import {flatGround, forgetGrid} from './relief.ts'
import {shine} from './sunlight.ts'

/** How near to the ground one can fly. */
export const airMetres = 20

/**
 * The engine's canvas in an element, as plain as it goes: no sky, sun, fog or account with anyone; ground in
 * one colour at one height above the ellipsoid; light that stays where it is, so that a city looks the same at any
 * hour. It draws only when asked to. Throws where there is no WebGL 2.
 */
export function openWidget(
  host: HTMLElement,
  origin: {lon: number; lat: number; heightMetres: number},
): CesiumWidget {
  // Without this the engine asks for its maker's logo; nothing of theirs is used that would need one.
  CreditDisplay.cesiumCredit = new Credit('')
  // Credits are shown by the page, in its own words and type; what the engine writes of them stays out of the page.
  const credits = document.createElement('div')
  document.createElement('div').attachShadow({mode: 'open'}).append(credits)
  const widget = new CesiumWidget(host, {
    baseLayer: false,
    terrainProvider: flatGround(origin.heightMetres),
    scene3DOnly: true,
    skyBox: false,
    skyAtmosphere: false,
    shouldAnimate: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    creditContainer: credits,
    // Its window for them would lie on the canvas without its looks, with a link that Tab finds.
    creditViewport: credits,
    showRenderLoopErrors: false,
    msaaSamples: 4,
    // Names lie over dots: what is drawn in order keeps it.
    orderIndependentTranslucency: false,
    // The page behind the canvas is the sky.
    contextOptions: {webgl: {alpha: true}},
  })
  // The engine would still write its empty list of them into the page at every frame.
  widget.creditDisplay.endFrame = () => {}
  const {scene} = widget
  scene.globe.enableLighting = false
  scene.globe.showGroundAtmosphere = false
  scene.globe.depthTestAgainstTerrain = true
  scene.fog.enabled = false
  scene.highDynamicRange = false
  // Else each frame copies its depths, and each drag waits until they are read; measuring asks for them while it lasts.
  scene.useDepthPicking = false
  if (scene.sun) scene.sun.show = false
  if (scene.moon) scene.moon.show = false
  widget.clock.currentTime = JulianDate.fromIso8601('2026-06-21T10:00:00Z')

  // From where the base map's shadows say: with the camera to the north, one wall of a house is bright and one is not.
  shine(widget, origin, sun, false)

  const controller = scene.screenSpaceCameraController
  controller.minimumZoomDistance = airMetres
  controller.maximumZoomDistance = 120_000
  return widget
}

/** Ends a widget for good. Browsers keep a canvas's graphics for as long as anything holds it, and allow some at a time. */
export function closeWidget(widget: CesiumWidget): void {
  const {canvas} = widget
  const {context} = widget.scene as unknown as {context: {id: string}}
  widget.destroy()
  forgetGrid(context.id)
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
}

/** Colour of the ground where there is no map. */
export function paintWidget({scene}: CesiumWidget, palette: Palette): void {
  scene.globe.baseColor = Color.fromCssColorString(palette.ground)
  scene.backgroundColor = Color.TRANSPARENT
  scene.requestRender()
}

import {
  Cartesian3,
  CesiumWidget,
  Color,
  Credit,
  CreditDisplay,
  CustomHeightmapTerrainProvider,
  DirectionalLight,
  GeographicTilingScheme,
  JulianDate,
  Matrix4,
  Transforms,
} from '@cesium/engine'
import type {Palette} from './palette.ts'

/**
 * The engine's canvas in an element, as plain as it goes: no imagery, sky, sun, fog or account with anyone; ground in
 * one colour at one height above the ellipsoid; light that stays where it is, so that a city looks the same at any
 * hour. It draws only when asked to. Throws where there is no WebGL 2.
 */
export function openWidget(
  host: HTMLElement,
  origin: {lon: number; lat: number; heightMetres: number},
): CesiumWidget {
  // Without this the engine asks for its maker's logo; nothing of theirs is used that would need one.
  CreditDisplay.cesiumCredit = new Credit('')
  const widget = new CesiumWidget(host, {
    baseLayer: false,
    terrainProvider: flatGround(origin.heightMetres),
    scene3DOnly: true,
    skyBox: false,
    skyAtmosphere: false,
    shouldAnimate: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    // Credits are shown by the page, in its own words and type.
    creditContainer: document.createElement('div'),
    showRenderLoopErrors: false,
    msaaSamples: 4,
  })
  const {scene} = widget
  scene.globe.enableLighting = false
  scene.globe.showGroundAtmosphere = false
  scene.globe.depthTestAgainstTerrain = true
  scene.fog.enabled = false
  scene.highDynamicRange = false
  if (scene.sun) scene.sun.show = false
  if (scene.moon) scene.moon.show = false
  widget.clock.currentTime = JulianDate.fromIso8601('2026-06-21T10:00:00Z')

  // From the south-east and 50° up: with the camera to the north, one wall of a house is bright and one is not.
  const toEarth = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(origin.lon, origin.lat))
  const towards = Matrix4.multiplyByPointAsVector(
    toEarth,
    new Cartesian3(-0.42, 0.49, -0.77),
    new Cartesian3(),
  )
  scene.light = new DirectionalLight({direction: Cartesian3.normalize(towards, towards)})

  const controller = scene.screenSpaceCameraController
  controller.minimumZoomDistance = 20
  controller.maximumZoomDistance = 120_000
  return widget
}

/** Ground without relief, at a city's own height, so that buildings stand on it and not 40 m above. */
function flatGround(heightMetres: number): CustomHeightmapTerrainProvider {
  const samples = 16
  const heights = new Float32Array(samples * samples).fill(heightMetres)
  return new CustomHeightmapTerrainProvider({
    width: samples,
    height: samples,
    tilingScheme: new GeographicTilingScheme(),
    callback: () => heights,
  })
}

/** Colours of ground and sky. */
export function paintWidget({scene}: CesiumWidget, palette: Palette): void {
  scene.globe.baseColor = Color.fromCssColorString(palette.ground)
  scene.backgroundColor = Color.fromCssColorString(palette.sky)
  scene.requestRender()
}

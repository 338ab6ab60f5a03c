import {
  Cartesian3,
  type CesiumWidget,
  DirectionalLight,
  Matrix4,
  type Scene,
  ShadowMode,
  Transforms,
} from '@cesium/engine'

/** Where light comes from, as parts of a unit vector to the east, to the north and upwards. */
export type Towards = {east: number; north: number; up: number}

/** Turns the scene's light so that it comes from there, and has houses cast shadows or not. */
export function shine(
  {scene}: CesiumWidget,
  origin: {lon: number; lat: number; heightMetres: number},
  {east, north, up}: Towards,
  hasShadows: boolean,
): void {
  const toEarth = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(origin.lon, origin.lat))
  const direction = Matrix4.multiplyByPointAsVector(
    toEarth,
    new Cartesian3(-east, -north, -up),
    new Cartesian3(),
  )
  scene.light = new DirectionalLight({direction: Cartesian3.normalize(direction, direction)})
  const {shadowMap, globe} = scene
  shadowMap.enabled = hasShadows
  shadowMap.size = 2048
  shadowMap.darkness = 0.66
  shadowMap.softShadows = false
  globe.shadows = hasShadows ? ShadowMode.RECEIVE_ONLY : ShadowMode.DISABLED
  reachOfShadows(scene, origin.heightMetres)
  scene.requestRender()
}

/** Casts shadows as far as is seen well from the camera's height: the nearer it is, the sharper they are. */
export function reachOfShadows({camera, shadowMap}: Scene, groundMetres: number): void {
  const overGround = camera.positionCartographic.height - groundMetres
  shadowMap.maximumDistance = Math.max(700, Math.min(9000, 4 * overGround))
}

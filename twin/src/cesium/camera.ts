import {
  BoundingSphere,
  Cartesian2,
  Cartesian3,
  Cartographic,
  Math as CesiumMath,
  Ellipsoid,
  HeadingPitchRange,
  IntersectionTests,
  Matrix4,
  Ray,
  type Scene,
} from '@cesium/engine'
import type {Plane, View} from '../layers/in-view.ts'
import type {MeasurePoint} from '../layers/measure.ts'
import type {Orbit} from '../layers/orbit.ts'
import {eyeMetres, type Stand} from '../layers/walk.ts'

/** What the camera looks at and from where, whoever moved it: keys, mouse or a flight. */
export function orbitOf(scene: Scene, groundMetres: number): Orbit {
  const {camera} = scene
  const target = groundAt(scene, middleOf(scene), groundMetres) ?? farGround(scene, groundMetres)
  const {longitude, latitude, height} = Cartographic.fromCartesian(target)
  return {
    lon: CesiumMath.toDegrees(longitude),
    lat: CesiumMath.toDegrees(latitude),
    heightMetres: height,
    headingDegrees: CesiumMath.toDegrees(camera.heading),
    pitchDegrees: CesiumMath.toDegrees(camera.pitch),
    rangeMetres: Cartesian3.distance(camera.positionWC, target),
  }
}

/** Puts the camera there at once, or in under a second where motion is welcome. */
export function goTo(scene: Scene, orbit: Orbit, seconds: number): void {
  stop(scene)
  const {lon, lat, heightMetres, headingDegrees, pitchDegrees, rangeMetres} = orbit
  const target = Cartesian3.fromDegrees(lon, lat, heightMetres)
  const offset = new HeadingPitchRange(
    CesiumMath.toRadians(headingDegrees),
    CesiumMath.toRadians(pitchDegrees),
    rangeMetres,
  )
  if (seconds > 0)
    scene.camera.flyToBoundingSphere(new BoundingSphere(target, 1), {offset, duration: seconds})
  else {
    scene.camera.lookAt(target, offset)
    scene.camera.lookAtTransform(Matrix4.IDENTITY)
  }
  scene.requestRender()
}

/** A flight under way would go on, and take the camera along. */
const stop = ({camera}: Scene): void => camera.cancelFlight()

/** The middle of the view on the ground, and the planes of what the camera sees. */
export function viewOf(scene: Scene, groundMetres: number): View {
  const {lon, lat} = orbitOf(scene, groundMetres)
  const {frustum, positionWC, directionWC, upWC} = scene.camera
  const {planes} = frustum.computeCullingVolume(positionWC, directionWC, upWC)
  return {lon, lat, groundMetres, planes: planes.map(({x, y, z, w}): Plane => [x, y, z, w])}
}

/** Place under a pixel on the flat ground, in degrees; null in the sky. */
export function placeAt(
  scene: Scene,
  pixel: Cartesian2,
  groundMetres: number,
): {lon: number; lat: number} | null {
  const ground = groundAt(scene, pixel, groundMetres)
  if (!ground) return null
  const {longitude, latitude} = Cartographic.fromCartesian(ground)
  return {lon: CesiumMath.toDegrees(longitude), lat: CesiumMath.toDegrees(latitude)}
}

/** What is under a pixel, a roof, a wall or the ground, in degrees and metres above the ellipsoid; null in the sky. */
export function pointAt(scene: Scene, pixel: Cartesian2, groundMetres: number): MeasurePoint | null {
  const drawn = scene.pickPositionSupported && scene.pick(pixel) ? scene.pickPosition(pixel) : undefined
  const point = drawn ?? groundAt(scene, pixel, groundMetres)
  if (!point) return null
  const {longitude, latitude, height} = Cartographic.fromCartesian(point)
  return {
    lon: CesiumMath.toDegrees(longitude),
    lat: CesiumMath.toDegrees(latitude),
    heightMetres: height,
  }
}

/** Puts the camera at the eyes of someone who stands on ground of that height. */
export function standAt(scene: Scene, stand: Stand, groundMetres: number): void {
  stop(scene)
  scene.camera.setView({
    destination: Cartesian3.fromDegrees(stand.lon, stand.lat, groundMetres + eyeMetres),
    orientation: {
      heading: CesiumMath.toRadians(stand.headingDegrees),
      pitch: CesiumMath.toRadians(stand.pitchDegrees),
      roll: 0,
    },
  })
  scene.requestRender()
}

/** Where the camera's eyes are and look, whoever turned them. */
export function standOf({camera}: Scene): Stand {
  const {longitude, latitude} = camera.positionCartographic
  return {
    lon: CesiumMath.toDegrees(longitude),
    lat: CesiumMath.toDegrees(latitude),
    headingDegrees: CesiumMath.toDegrees(camera.heading) % 360,
    pitchDegrees: CesiumMath.toDegrees(camera.pitch),
  }
}

/** The pixel in the middle of the canvas, where the cross-hair is. */
export const middleOf = ({canvas}: Scene): Cartesian2 =>
  new Cartesian2(canvas.clientWidth / 2, canvas.clientHeight / 2)

function groundAt(scene: Scene, pixel: Cartesian2, groundMetres: number): Cartesian3 | null {
  const ray = scene.camera.getPickRay(pixel)
  if (!ray) return null
  // The ground as it is drawn; before it is, or where it is flat, the height that it is at.
  const drawn = scene.globe.pick(ray, scene)
  if (drawn) return drawn
  const {x, y, z} = Ellipsoid.WGS84.radii
  const ground = new Ellipsoid(x + groundMetres, y + groundMetres, z + groundMetres)
  const hit = IntersectionTests.rayEllipsoid(ray, ground)
  return hit ? Ray.getPoint(ray, hit.start) : null
}

/** Where one looks when looking at the sky: the ground under a point some way ahead. */
function farGround(scene: Scene, groundMetres: number): Cartesian3 {
  const ahead = Ray.getPoint(new Ray(scene.camera.positionWC, scene.camera.directionWC), 2000)
  const {longitude, latitude} = Cartographic.fromCartesian(ahead)
  return Cartesian3.fromRadians(longitude, latitude, groundMetres)
}

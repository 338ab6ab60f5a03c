import {Math as CesiumMath, PerspectiveFrustum, type Scene} from '@cesium/engine'
import {horizonShare} from '../layers/horizon.ts'

/** Where the horizon is on the picture, as a share of its height from the top. */
export function horizonOf({camera}: Scene): number {
  const {frustum, pitch, positionCartographic} = camera
  const field = frustum instanceof PerspectiveFrustum ? (frustum.fovy ?? 1) : 1
  return horizonShare(CesiumMath.toDegrees(pitch), positionCartographic.height, CesiumMath.toDegrees(field))
}

/**
 * Keeps `--horizon` of an element, a percentage of its height, where the horizon is: the sky is the page's, behind a
 * canvas that has none, and has to end where the ground begins.
 */
export function followHorizon(scene: Scene, host: HTMLElement): void {
  let said = Number.NaN
  scene.postRender.addEventListener(() => {
    const percent = Math.round(1000 * Math.max(-1, Math.min(2, horizonOf(scene)))) / 10
    if (percent === said) return
    said = percent
    host.style.setProperty('--horizon', `${percent}%`)
  })
}

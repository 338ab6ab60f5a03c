import {Cartesian2, type CesiumWidget} from '@cesium/engine'
import {groundMetres} from '../layers/ground-metres.ts'
import {middleOf, placeAt} from './camera.ts'
import {horizonOf} from './sky.ts'

/**
 * The picture as it is now, without a sky; how many metres of ground a pixel of it is wide in its middle, null in the
 * sky; and where the horizon is, as a share of its height from the top.
 */
export type Picture = {canvas: HTMLCanvasElement; metresPerPixel: number | null; horizon: number}

/** Copies the canvas right after it was drawn: later its pixels are gone. */
export function takePicture({scene}: CesiumWidget, flatMetres: number): Picture {
  // Where nothing asked for a frame the engine draws none, and the canvas may be empty.
  scene.requestRender()
  scene.render()
  const {canvas: source} = scene
  const canvas = document.createElement('canvas')
  canvas.width = source.width
  canvas.height = source.height
  canvas.getContext('2d')!.drawImage(source, 0, 0)
  const middle = middleOf(scene)
  const apart = 40
  const [left, right] = [-apart, apart].map(x =>
    placeAt(scene, new Cartesian2(middle.x + x, middle.y), flatMetres),
  )
  const perClientPixel = left && right ? groundMetres(left, right) / (2 * apart) : null
  const metresPerPixel = perClientPixel && (perClientPixel * source.clientWidth) / source.width
  return {canvas, metresPerPixel, horizon: horizonOf(scene)}
}

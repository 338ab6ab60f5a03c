import type {CesiumWidget} from '@cesium/engine'

/** Draws a widget's frames. */
export type RenderLoop = {
  /** Whether the last one is still being drawn. */
  isDrawing(): boolean
  /** Holds the next frame up until the graphics card has done all that it was given. */
  catchUp(): void
}

/**
 * Draws a frame only when the graphics card has finished the one before. The engine's own loop hands over a frame sixty
 * times a second whatever becomes of them: on a slow card they pile up, and the picture lags by seconds.
 */
export function renderLoop(widget: CesiumWidget): RenderLoop {
  const {scene} = widget
  const gl = scene.canvas.getContext('webgl2')
  let fence: WebGLSync | null = null
  const isDrawing = () => {
    if (!gl || !fence) return false
    if (gl.clientWaitSync(fence, 0, 0) === gl.TIMEOUT_EXPIRED) return true
    gl.deleteSync(fence)
    fence = null
    return false
  }
  const catchUp = () => {
    if (!gl) return
    if (fence) gl.deleteSync(fence)
    fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
  }
  scene.postRender.addEventListener(catchUp)
  widget.useDefaultRenderLoop = false
  const frame = () => {
    if (widget.isDestroyed()) return
    requestAnimationFrame(frame)
    if (isDrawing()) return
    widget.resize()
    widget.render()
  }
  requestAnimationFrame(frame)
  return {isDrawing, catchUp}
}

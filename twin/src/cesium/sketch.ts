import type {CesiumWidget} from '@cesium/engine'

/**
 * Draws frames with a quarter of the pixels until the function it returns is called: what is still being loaded needs
 * many frames, and none of them is looked at closely. Ground is asked for as finely as for the whole picture.
 */
export function sketch(widget: CesiumWidget): () => void {
  const {scene} = widget
  const {msaaSamples} = scene
  const {maximumScreenSpaceError} = scene.globe
  scene.msaaSamples = 1
  scene.globe.maximumScreenSpaceError = maximumScreenSpaceError / 2
  widget.resolutionScale = 0.5
  return () => {
    scene.msaaSamples = msaaSamples
    scene.globe.maximumScreenSpaceError = maximumScreenSpaceError
    widget.resolutionScale = 1
  }
}

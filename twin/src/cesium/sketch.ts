import type {CesiumWidget} from '@cesium/engine'

/**
 * Draws frames with a quarter of the pixels until the function it returns is called: what is still being loaded needs
 * many frames, and none of them is looked at closely. Ground and houses are asked for as finely as for the whole
 * picture, as the engine takes pixels for larger by as much.
 */
export function sketch(widget: CesiumWidget): () => void {
  const {scene} = widget
  const {msaaSamples} = scene
  scene.msaaSamples = 1
  widget.resolutionScale = 0.5
  return () => {
    scene.msaaSamples = msaaSamples
    widget.resolutionScale = 1
  }
}

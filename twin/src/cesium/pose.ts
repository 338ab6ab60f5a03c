import {Cartesian3, type Scene} from '@cesium/engine'

type Three = [x: number, y: number, z: number]

/** Where a camera is, where it looks and what is up for it, in metres from the middle of the Earth. */
export type Pose = {position: Three; direction: Three; up: Three}

export function poseOf({camera}: Scene): Pose {
  const three = ({x, y, z}: Cartesian3): Three => [x, y, z]
  return {
    position: three(camera.positionWC),
    direction: three(camera.directionWC),
    up: three(camera.upWC),
  }
}

export function takePose(scene: Scene, {position, direction, up}: Pose): void {
  scene.camera.setView({
    destination: new Cartesian3(...position),
    orientation: {direction: new Cartesian3(...direction), up: new Cartesian3(...up)},
  })
  scene.requestRender()
}

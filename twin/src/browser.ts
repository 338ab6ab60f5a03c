// The browser's side of the twin. The Node side (tiles, release, static files of the engine) is index.ts.
export {openTwin, type Picked, type Twin, type TwinOptions, type Under} from './cesium/open-twin.ts'
export type {Palette} from './cesium/palette.ts'
export type {Pose} from './cesium/pose.ts'
export type {Section} from './cesium/section.ts'
export type {Dress} from './cesium/tileset-layer.ts'

// The Node side of the twin: tiles for a release, and the files that a server must hand out for the 3D engine.
// The browser's side is browser.ts (with the engine) and layers.ts (without it).
export {cesiumAssets, type StaticFolder} from './cesium/assets.ts'
export type {MapRows} from './map/map-scene.ts'
export {vectorTileFaults} from './map/vector/check-vector-tiles.ts'
export {writeVectorTiles} from './map/vector/write-vector-tiles.ts'
export {writeMapTiles} from './map/write-map-tiles.ts'
export {defineSimulation, type Parameter, type Simulation, type ValuesOf} from './simulation.ts'
export {tileFaults} from './tiles/check-tiles.ts'
export {
  type Query,
  type TwinArtefact,
  type TwinArtefactOptions,
  type TwinProgress,
  writeTwinArtefacts,
} from './tiles/release-artefacts.ts'
export type {BuildingFacts, Footprint, TileBuilding} from './tiles/tile-building.ts'
export {tilesVersion} from './tiles/tiles-version.ts'
export type {Tileset, TilesetExtras} from './tiles/tileset.ts'
export {type WrittenTiles, writeBuildingTiles} from './tiles/write-building-tiles.ts'
export {type WrittenTerrain, writeTerrainTile} from './tiles/write-terrain-tile.ts'

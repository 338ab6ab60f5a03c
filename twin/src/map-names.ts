// Names on the map, for pages that draw it flat: apart from the other doors, as it brings a reader of vector tiles.
export {type MapName, namesOfTile} from './map/vector/names-of-tile.ts'
export {tilesAcross, type VectorTileAddress} from './map/vector/tiles-across.ts'
export type {VectorMapDescription} from './map/vector/vector-map-description.ts'

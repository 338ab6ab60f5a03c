// What a browser may use of the warehouse, too: coordinate systems and the faces of CityJSON. Nothing here needs Node.
export {geoidHeight} from './crs/geoid-height.ts'
export {toWgs84} from './crs/to-wgs84.ts'
export {type CityObjects, facesAmong} from './geometry/city-surfaces.ts'
export type {Place} from './geometry/surface.ts'

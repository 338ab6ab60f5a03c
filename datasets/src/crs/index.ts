// Coordinate systems as plain data, for browsers too. What turns coordinates is the warehouse's.
export {crsDefinition} from './crs-definition.ts'
export {crsDefinitions} from './definitions.ts'
export {parseCrs} from './parse-crs.ts'
export {type VerticalDatum, verticalDatum} from './vertical-datum.ts'

export {amountColumns, budgetColumns, estimateColumn, treasuryFeed} from './budget-columns.ts'
export {type Check, check, type Severity} from './check.ts'
export {usualLeastCount} from './check-privacy.ts'
export {columnsOf, durationMs} from './check-rules.ts'
export {type Column, type ColumnType, type ColumnTypes, column, type Privacy, type Text} from './column.ts'
export {type ControlPoint, ownCrs} from './crs/own-crs.ts'
export {type BudgetCode, type City, defineCity} from './define-city.ts'
export {
  type Dataset,
  defineDataset,
  type EntityColumns,
  type HomePlace,
  type Licence,
  type RowOf,
} from './define-dataset.ts'
export {type ColumnSource, type Encoding, type Feed, type Format, feed} from './feed.ts'
export {forms} from './forms.ts'
export {egm96, type Geoid, type GeoidGrid} from './geoid.ts'
export {licences} from './licences.ts'
export type {LiveSource, Secret, WhichFile} from './live-source.ts'
export {loadCities, loadDatasets} from './load.ts'
export type {Load, Validity} from './load-mode.ts'
export {sampleFeed} from './sample-feed.ts'

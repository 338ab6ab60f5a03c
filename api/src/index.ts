export {type AppOptions, buildApp, type Mount} from './app.ts'
export {
  ApiProblem,
  type Client,
  createClient,
  type FetchLike,
  type RowChange,
  type RowsOptions,
  rowsAddress,
  type Where,
} from './client.ts'
export {
  type Attribution,
  type Catalog,
  type Column,
  type ColumnType,
  type DatasetDetail,
  type FormatName,
  fillPath,
  formatNames,
  type JsonRow,
  type Lineage,
  mediaTypes,
  type Operator,
  type Problem,
  paths,
  type ReleaseDetail,
  type ReleaseDiff,
  type Releases,
  type RowsOf,
  type TableDetail,
  type TableSummary,
  type Tables,
} from './contract/index.ts'
export {injectFetch} from './inject-fetch.ts'
export {type Listening, listen} from './server.ts'

export {type AppOptions, buildApp, type Mount} from './app.ts'
export {
  ApiProblem,
  type Client,
  createClient,
  type FetchLike,
  type RowChange,
  type RowsOptions,
  rowsAddress,
  type Sender,
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
  type PublicComment,
  paths,
  type RejectionReason,
  type ReleaseDetail,
  type ReleaseDiff,
  type Releases,
  type Role,
  type RowsOf,
  rejectionReasons,
  roles,
  type ScenarioComments,
  type ScenarioDetail,
  type ScenarioSummary,
  type TableDetail,
  type TableSummary,
  type Tables,
} from './contract/index.ts'
export {originOf} from './http/origin-of.ts'
export {injectFetch} from './inject-fetch.ts'
export {
  type KeptToken,
  listTokens,
  makeToken,
  revokeToken,
  tokensFromEnvironment,
} from './scenarios/tokens.ts'
export {type Listening, listen} from './server.ts'

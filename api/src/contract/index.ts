export {Catalog, DatasetDetail} from './catalog.ts'
export {FiscalDataPackage, FiscalDataPackageQuery} from './fiscal-data-package.ts'
export {type FormatName, formatNames, mediaTypes} from './formats.ts'
export {Health, Readiness} from './health.ts'
export {Lineage, LineageQuery} from './lineage.ts'
export {OfficialStructureQuery} from './official-structure.ts'
export {fillPath, paths} from './paths.ts'
export {ErrorCode, ErrorCodes, Problem} from './problem.ts'
export {ref} from './ref.ts'
export {type Column, type ColumnType, Manifest} from './release.ts'
export {ReleaseDetail, ReleaseDiff, Releases} from './releases.ts'
export {AsOfQuery, type JsonRow, type Operator, operators, Rows, type RowsOf, RowsQuery} from './rows.ts'
export {
  CommentDecision,
  CommentForm,
  CommentReceipt,
  type CommentStatus,
  type ModeratedComment,
  ModerationQuery,
  ModerationQueue,
  type PublicComment,
  type RejectionReason,
  type Role,
  rejectionReasons,
  roles,
  ScenarioComments,
  ScenarioDetail,
  ScenarioDocument,
  ScenarioExport,
  ScenarioForm,
  type ScenarioSummary,
  Scenarios,
  scenarioLanguages,
  TokenHolder,
} from './scenarios.ts'
export {type Attribution, TableDetail, type TableSummary, Tables} from './tables.ts'

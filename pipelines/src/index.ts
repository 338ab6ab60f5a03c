export {type ColumnChange, SchemaDrift} from './drift/schema-drift.ts'
export {identifier, literal} from './duckdb.ts'
export {replaceFile, toDisk, treeToDisk} from './durable.ts'
export type {FetchEffects} from './fetchers/fetcher.ts'
export {FetchError} from './fetchers/fetcher.ts'
export {
  type Finding,
  type FindingRule,
  finding,
  findingRules,
  placesShown,
  type Severity,
} from './findings.ts'
export {type Freshness, freshnessOf} from './freshness.ts'
export {
  allLandings,
  findingsInUse,
  inUse,
  type LandedSource,
  type LandingManifest,
  landingFolder,
  landingsInUse,
  latestLanding,
} from './lake.ts'
export {type LandEffects, type Landed, type LandOptions, land} from './land.ts'
export {SourceError} from './readers/reader.ts'
export {sqlTypes} from './typing/sql-types.ts'
export {headersOf, textSql} from './typing/text-sql.ts'
export {clockSql, instantSql, valueSql, zoneOf} from './typing/value-sql.ts'

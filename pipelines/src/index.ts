export {identifier, literal} from './duckdb.ts'
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
export {type LandedSource, type LandingManifest, landingFolder, latestLanding} from './lake.ts'
export {type LandEffects, type Landed, land} from './land.ts'
export {SourceError} from './readers/reader.ts'

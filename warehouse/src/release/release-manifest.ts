import type {Text} from '@hromada/datasets'
import type {Place} from '../model.ts'
import type {PrivacyEntry} from '../privacy/release/privacy-entry.ts'

/** What a sealed release says about itself: `releases/<id>/manifest.json`. Paths are relative to that folder. */
export type ReleaseManifest = {
  /** `2026-11-21T08-00Z-1a2b3c4d`: when it was sealed, and the first 8 hex digits of `digest`. */
  id: string
  created_at: string
  /** SHA-256 over every table's and artefact's path and hash: same content, same digest. */
  digest: string
  /** Hash of everything it was made from (SQL, landed files, cities): equal means there is nothing to release. */
  fingerprint: string
  /** Why it was sealed although a table lost rows or columns; null where nobody had to say. */
  reason: string | null
  /** What made it. */
  tool: {name: string; version: string; node: string; duckdb: string}
  /** Every model it was built from, the unpublished too. */
  models: ReleaseModel[]
  /** The city at home first. */
  cities: ReleaseCity[]
  tables: ReleaseTable[]
  datasets: ReleaseDataset[]
  artefacts: ReleaseArtefact[]
  /** What is not in the tables, how often and why, as in the table `privacy_report`; absent in older releases. */
  privacy?: PrivacyEntry[]
  /** Tables that a blocking audit keeps out; absent where there are none. */
  kept_out?: KeptOut[]
}

/** A blocking audit that found something, and the tables that are not in the release because of it. */
export type KeptOut = {
  model: string
  audit: string
  /** What would hold if nothing were found. */
  describe: Text
  checked: number
  failures: number
  tables: string[]
}

export type ReleaseModel = {
  name: string
  kind: 'seed' | 'staging' | 'model'
  /** Of its SQL and of everything it reads: equal means equal rows. */
  fingerprint: string
  /** SHA-256 of the SQL alone. */
  sql_sha256: string
  inputs: string[]
  rows: number
  is_published: boolean
  /**
   * Its columns, and where the values in them come from: `stg_appeals.status` of an input, or of a landed file
   * `landing/odesa/appeals/….parquet#status`.
   */
  columns: {name: string; from: string[]}[]
  /** Columns of inputs that decide which rows there are. */
  rows_from: string[]
}

export type ReleaseCity = {
  id: string
  name: Text
  name_of: Text
  country: string
  is_home: boolean
  is_demo: boolean
  zone: string
  bbox: [number, number, number, number]
  population: {year: number; residents: number; source: string}[]
}

/** Column types of published tables. Decimals are exact; timestamps are UTC; geometry is GeoJSON text in WGS 84. */
export type PublishedType =
  | 'text'
  | 'integer'
  | 'number'
  | 'decimal'
  | 'date'
  | 'timestamp'
  | 'boolean'
  | 'json'
  | 'geometry'

export type ReleaseColumn = {name: string; type: PublishedType; unit: string | null; description: Text}

export type ReleaseTable = {
  name: string
  title: Text
  description: Text
  grain: string[]
  row_count: number
  columns: ReleaseColumn[]
  /** Where a row is: a point from two columns, a geometry column, or nowhere. */
  place: Place | null
  /** Parquet file of the whole table. */
  file: string
  bytes: number
  sha256: string
  /** Hash of how its rows passed the privacy gate: equal, with an equal model, means equal files. Absent in older ones. */
  gate?: string
  /** The SQL that made it, models it reads, datasets it comes from in the end. */
  sql: string
  inputs: string[]
  datasets: string[]
  /** True where any row is of an invented city. */
  is_demo: boolean
  audits: ReleaseAudit[]
  /** Changes of columns that readers were told of. */
  notices: {on: string; column: string; uk: string; en: string}[]
}

export type ReleaseAudit = {name: string; description: Text; checked: number; failures: number}

export type ReleaseDataset = {
  id: string
  title: Text
  description: Text
  publisher: Text
  licence: {id: string; title: Text; url: string | null}
  theme: string
  cadence: string
  key: string[]
  /** Only columns that may be published. */
  columns: ReleaseColumn[]
  /** Published tables that read it. */
  tables: string[]
  feeds: ReleaseFeed[]
}

/** One city's landed source of a dataset. */
export type ReleaseFeed = {
  city: string
  publisher: Text
  licence: {id: string; title: Text; url: string | null}
  page: string | null
  retrieved_at: string
  sources: {address: string; sha256: string; bytes: number}[]
  /** The landed file below the data folder that the rows were typed from, and its hash. */
  landing: {file: string; sha256: string}
  /** Landed files before it that rows were typed from too, the oldest first; absent where each replaces the last. */
  earlier?: {file: string; sha256: string}[]
  /** In all of them. */
  rows_landed: number
  rows_staged: number
  findings: ReleaseFinding[]
  /** Rules that were asked of the rows in use; absent in releases of before there were any. */
  checks?: ReleaseCheck[]
  /** What was fetched since and is not used; absent where there is nothing of the kind. */
  held_back?: ReleaseHeldBack
}

/** A rule about a dataset's rows, and what came of it. */
export type ReleaseCheck = {
  rule: string
  column: string | null
  severity: 'info' | 'warn' | 'block'
  description: Text
  /** Rows (groups of rows, lines) that it was asked of, how many are at fault, how many may be. */
  checked: number
  failures: number
  allowed: number
}

/** A landing in which a rule that blocks is broken: the one before it is shown, or nothing where there is none. */
export type ReleaseHeldBack = {
  shown: 'earlier' | 'nothing'
  /** When the first landing was fetched since which none could be used. */
  since: string
  retrieved_at: string
  landing: {file: string; sha256: string}
  rows_landed: number
  /** Which rules are broken. */
  findings: ReleaseFinding[]
}

/** A data fault, counted. The offending values of columns that are not public are never here. */
export type ReleaseFinding = {
  rule: string
  column: string | null
  severity: 'info' | 'warn' | 'block'
  count: number
  /** Of how many rows, and how many the rule allows; absent where nobody counted them. */
  checked?: number
  allowed?: number
  /** The first few places: record numbers in the landed file, or line numbers of rejected lines. */
  rows: number[]
  example: string | null
  message: Text
}

export type ReleaseArtefact = {path: string; bytes: number; sha256: string; role: string}

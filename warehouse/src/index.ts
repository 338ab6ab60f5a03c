export {type Build, type BuildEffects, type BuiltModel, build, faultsIn} from './build/build.ts'
export {codeFingerprint} from './build/code-fingerprint.ts'
export type {Landing} from './build/stage.ts'
export type {Checked, HeldBack} from './checks/choose-landings.ts'
export {defineRule, type OwnRule} from './checks/define-rule.ts'
export {heldBackLine} from './checks/held-back-line.ts'
export {loadRules} from './checks/load-rules.ts'
export {isBroken} from './checks/rule-result.ts'
export {geoidHeight, parseGeoid} from './crs/geoid-height.ts'
export {crsErrorMetres, fromWgs84, toWgs84} from './crs/to-wgs84.ts'
export {citySurfaces} from './geometry/city-surfaces.ts'
export {h3Shape} from './geometry/h3-shape.ts'
export type {Surface} from './geometry/surface.ts'
export {leadingTo} from './lineage/leading-to.ts'
export {loadModels} from './load-models.ts'
export {type ColumnNote, defineModel, type Model, type Place, staging} from './model.ts'
export {type Found, findPersonal, redacted} from './privacy/texts/find-personal.ts'
export {type TextRuleName, textRules} from './privacy/texts/rules.ts'
export {currentRelease, releasesFolder} from './release/current-release.ts'
export {blockingIn, keptOutLine} from './release/kept-out.ts'
export {
  listReleases,
  type ReleaseSummary,
  readRelease,
  releaseAt,
  summariseRelease,
} from './release/list-releases.ts'
export {type ReleaseEffects, release} from './release/release.ts'
export type * from './release/release-manifest.ts'
export {ReleaseRefused} from './release/release-refused.ts'
export {
  defaultRetention,
  pinRelease,
  type Retention,
  retireReleases,
  unpinRelease,
} from './release/retire-releases.ts'
export {
  type ColumnDiff,
  diffColumns,
  type TableAt,
  tableDiffSql,
} from './release/table-diff.ts'
export {type VerifyEffects, verifyRelease} from './release/verify-release.ts'
export {openWarehouse, type Warehouse} from './warehouse.ts'

// Planning: proposals, rules, and what a proposal does to sun, sky and sight. Plain data, for browser, worker and Node.
export {type HeightField, heightAt, heightField} from './layers/height-field.ts'
export {polygonsOf} from './layers/outlines.ts'
export {terrainMesh} from './layers/terrain-mesh.ts'
export {
  type Analysis,
  type AnalysisTask,
  analyse,
  dayStepMinutes,
  marginMetres,
  type Shade,
  shadeOf,
  usualEyeMetres,
  type ViewFrom,
  type Viewpoint,
  yearStepMinutes,
} from './planning/analyse.ts'
export {checkRules, type RuleFinding} from './planning/check-rules.ts'
export {type HeightByFile, heightByFile} from './planning/models/height-by-file.ts'
export {boxOf, type Mesh} from './planning/models/mesh.ts'
export {ModelFault, type ModelFaultCode} from './planning/models/model-fault.ts'
export {packedMesh} from './planning/models/model-properties.ts'
export {
  footprintIn,
  footprintsOf,
  type ModelPlace,
  type PlacedModel,
  partOfModel,
} from './planning/models/placed-model.ts'
export {formatOf, type Model, type ModelBody, mostFileBytes, readModel} from './planning/models/read-model.ts'
export type {ModelNote, ModelNoteCode} from './planning/models/soup.ts'
export {type Need, needsOf} from './planning/needs.ts'
export {isInside, middleOf} from './planning/polygons.ts'
export {
  type Proposal,
  ProposalFault,
  type ProposalFaultCode,
  type ProposalPart,
  type ProposalUse,
  proposalFrom,
  proposalUses,
  readProposal,
  writeProposal,
} from './planning/proposal.ts'
export {type Quantities, quantitiesOf} from './planning/quantities.ts'
export {heightOf, type SiteBuilding, type StockBuilding, storeysOf} from './planning/site.ts'
export {type Metres, type SiteFrame, siteFrame} from './planning/site-frame.ts'
export {
  cellSizes,
  eyeLimits,
  mostMeshInAddress,
  mostVariants,
  mostViewpoints,
  radii,
  type Study,
  type StudySettings,
  type StudyViewpoint,
  spans,
  studyFromHash,
  studyToHash,
  usualSettings,
} from './planning/study.ts'
export {type SunPosition, sunPosition} from './planning/sun-position.ts'
export {usualStoreyMetres} from './planning/usual-storey.ts'
export {isRuleKind, type RuleKind, ruleKinds, type Zone, type ZoneRule} from './planning/zone-rules.ts'
export type {Tileset} from './tiles/tileset.ts'

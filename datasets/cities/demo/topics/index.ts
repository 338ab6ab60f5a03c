import type {Chapter} from '../chapter.ts'
import {air} from './air/air.chapter.ts'
import {airStationRegister} from './air/air-stations.chapter.ts'
import {alerts} from './alerts/alerts.chapter.ts'
import {appeals} from './appeals/appeals.chapter.ts'
import {budget} from './budget/budget.chapter.ts'
import {buildings} from './buildings/buildings.chapter.ts'
import {interventions} from './interventions/interventions.chapter.ts'
import {districts} from './land/districts.chapter.ts'
import {landUse} from './land/land-use.chapter.ts'
import {railways} from './land/railways.chapter.ts'
import {roads} from './land/roads.chapter.ts'
import {surface} from './land/surface.chapter.ts'
import {terrain} from './land/terrain.chapter.ts'
import {noise} from './noise/noise.chapter.ts'
import {noiseStationRegister} from './noise/noise-stations.chapter.ts'
import {participation} from './participation/participation.chapter.ts'
import {petitions} from './petitions/petitions.chapter.ts'
import {safety} from './safety/safety.chapter.ts'
import {spending} from './spending/spending.chapter.ts'
import {streets} from './streets/streets.chapter.ts'
import {traffic} from './traffic/traffic.chapter.ts'
import {trafficCounterRegister} from './traffic/traffic-counters.chapter.ts'
import {transit} from './transit/transit.chapter.ts'
import {trees} from './trees/trees.chapter.ts'
import {water} from './water/water.chapter.ts'
import {waterGaugeRegister} from './water/water-gauges.chapter.ts'

/** Every chapter, in the order in which they are written. Adding one: a file beside its siblings, a line here. */
export const chapters: Chapter[] = [
  terrain,
  surface,
  districts,
  streets,
  roads,
  railways,
  landUse,
  trees,
  transit,
  buildings,
  appeals,
  interventions,
  safety,
  airStationRegister,
  waterGaugeRegister,
  trafficCounterRegister,
  noiseStationRegister,
  air,
  water,
  traffic,
  noise,
  budget,
  spending,
  petitions,
  participation,
  alerts,
]

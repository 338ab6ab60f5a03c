import type {Chapter} from '../chapter.ts'
import {air} from './air.ts'
import {airStationRegister} from './air-stations.ts'
import {alerts} from './alerts.ts'
import {appeals} from './appeals.ts'
import {budget} from './budget.ts'
import {buildings} from './buildings.ts'
import {districts} from './districts.ts'
import {landUse} from './land-use.ts'
import {noise} from './noise.ts'
import {noiseStationRegister} from './noise-stations.ts'
import {participation} from './participation.ts'
import {petitions} from './petitions.ts'
import {roads} from './roads.ts'
import {safety} from './safety.ts'
import {spending} from './spending.ts'
import {streets} from './streets.ts'
import {surface} from './surface.ts'
import {terrain} from './terrain.ts'
import {traffic} from './traffic.ts'
import {trafficCounterRegister} from './traffic-counters.ts'
import {transit} from './transit.ts'
import {trees} from './trees.ts'
import {water} from './water.ts'
import {waterGaugeRegister} from './water-gauges.ts'

/** Every chapter, in the order in which they are written. Adding one: a file beside its siblings, a line here. */
export const chapters: Chapter[] = [
  terrain,
  surface,
  districts,
  streets,
  roads,
  landUse,
  trees,
  transit,
  buildings,
  appeals,
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

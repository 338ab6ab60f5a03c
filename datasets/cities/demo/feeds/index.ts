import type {Feed} from '../../../src/index.ts'
import {airFeeds} from './air.ts'
import {alertsFeeds} from './alerts.ts'
import {appealsFeeds} from './appeals.ts'
import {budgetFeeds} from './budget.ts'
import {buildingsFeeds} from './buildings.ts'
import {landFeeds} from './land.ts'
import {noiseFeeds} from './noise.ts'
import {participationFeeds} from './participation.ts'
import {petitionsFeeds} from './petitions.ts'
import {safetyFeeds} from './safety.ts'
import {spendingFeeds} from './spending.ts'
import {streetsFeeds} from './streets.ts'
import {terrainFeeds} from './terrain.ts'
import {trafficFeeds} from './traffic.ts'
import {transitFeeds} from './transit.ts'
import {waterFeeds} from './water.ts'

/** Every kind of file that the generator writes and a reader can read, topic by topic. */
export const generatedFeeds: Feed[] = [
  ...airFeeds,
  ...alertsFeeds,
  ...appealsFeeds,
  ...budgetFeeds,
  ...buildingsFeeds,
  ...landFeeds,
  ...noiseFeeds,
  ...participationFeeds,
  ...petitionsFeeds,
  ...safetyFeeds,
  ...spendingFeeds,
  ...streetsFeeds,
  ...terrainFeeds,
  ...trafficFeeds,
  ...transitFeeds,
  ...waterFeeds,
]

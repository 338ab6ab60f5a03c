import type {Feed} from '../../../src/index.ts'
import {airFeeds} from './air/air.feeds.ts'
import {alertsFeeds} from './alerts/alerts.feeds.ts'
import {appealsFeeds} from './appeals/appeals.feeds.ts'
import {budgetFeeds} from './budget/budget.feeds.ts'
import {buildingsFeeds} from './buildings/buildings.feeds.ts'
import {interventionsFeeds} from './interventions/interventions.feeds.ts'
import {landFeeds} from './land/land.feeds.ts'
import {terrainFeeds} from './land/terrain.feeds.ts'
import {noiseFeeds} from './noise/noise.feeds.ts'
import {participationFeeds} from './participation/participation.feeds.ts'
import {petitionsFeeds} from './petitions/petitions.feeds.ts'
import {safetyFeeds} from './safety/safety.feeds.ts'
import {spendingFeeds} from './spending/spending.feeds.ts'
import {streetsFeeds} from './streets/streets.feeds.ts'
import {trafficFeeds} from './traffic/traffic.feeds.ts'
import {transitFeeds} from './transit/transit.feeds.ts'
import {treesFeeds} from './trees/trees.feeds.ts'
import {waterFeeds} from './water/water.feeds.ts'

/** Every kind of file that the generator writes and a reader can read, topic by topic. */
export const generatedFeeds: Feed[] = [
  ...airFeeds,
  ...alertsFeeds,
  ...appealsFeeds,
  ...budgetFeeds,
  ...buildingsFeeds,
  ...interventionsFeeds,
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
  ...treesFeeds,
  ...waterFeeds,
]

import type {GroundUse} from '../areas/ground-use.ts'
import type {Area, Building, Network, Trees} from '../ground.ts'
import type {Layout} from '../layout/layout.ts'
import {plantGrounds} from './plant-grounds.ts'
import {plantRows} from './plant-rows.ts'
import {TakenGround} from './taken-ground.ts'
import {TreeList} from './tree-list.ts'

/** Plants the city's trees: rows along streets first, then parks, courtyards, gardens, slopes and belts between fields. */
export function plantTrees(
  layout: Layout,
  network: Network,
  buildings: readonly Building[],
  yards: readonly Area[],
  use: GroundUse,
): Trees {
  const ground = new TakenGround(layout.terrain, network, buildings, yards)
  const trees = new TreeList()
  plantRows(layout, network, ground, trees)
  plantGrounds(layout, use, ground, trees)
  return trees.finish()
}

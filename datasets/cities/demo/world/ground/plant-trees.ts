import type {Area, Building, Network, Trees} from './ground.ts'
import type {Layout} from './layout.ts'
import type {GroundUse} from './map-areas/ground-use.ts'
import {plantGrounds} from './plant-trees/plant-grounds.ts'
import {plantRows} from './plant-trees/plant-rows.ts'
import {TakenGround} from './plant-trees/taken-ground.ts'
import {TreeList} from './plant-trees/tree-list.ts'

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

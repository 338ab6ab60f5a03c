import {nameStreets} from './addresses/name-streets.ts'
import {numberHouses} from './addresses/number-houses.ts'
import {mapAreas} from './areas/map-areas.ts'
import {makeBuildings} from './buildings/make-buildings.ts'
import {drawDistricts} from './districts/draw-districts.ts'
import type {Ground} from './ground.ts'
import {makeLayout} from './layout/make-layout.ts'
import {makeNetwork} from './network/make-network.ts'
import {plantTrees} from './trees/plant-trees.ts'

/**
 * The place itself, from the lie of the land to the last tree. It belongs to the seed; the scale multiplies the
 * residents of the buildings and nothing else.
 */
export function makeGround({seed, scale}: {seed: number; scale: number}): Ground {
  const layout = makeLayout(seed)
  const {buildings, yards} = makeBuildings(layout, scale)
  const {areas, use} = mapAreas(layout)
  const {outlines, districtAt} = drawDistricts(layout, areas)
  const network = makeNetwork(layout)
  const named = nameStreets(layout, network, districtAt)
  numberHouses(layout, network, named, buildings)
  for (const building of buildings) building.district = districtAt(building.centre)
  return {
    terrain: layout.terrain,
    streets: named.streets,
    network,
    buildings,
    districtOutlines: outlines,
    areas: [...areas, ...yards],
    trees: plantTrees(layout, network, buildings, yards, use),
  }
}

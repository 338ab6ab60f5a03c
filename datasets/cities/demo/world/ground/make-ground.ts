import {drawDistricts} from './draw-districts.ts'
import type {Ground} from './ground.ts'
import {makeBuildings} from './make-buildings.ts'
import {makeLayout} from './make-layout.ts'
import {makeNetwork} from './make-network.ts'
import {mapAreas} from './map-areas.ts'
import {nameStreets} from './name-streets.ts'
import {numberHouses} from './number-houses.ts'
import {plantTrees} from './plant-trees.ts'

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

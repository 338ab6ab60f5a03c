import {type Block, blocks} from './build/blocks.ts'
import {finish} from './build/finish.ts'
import {type Parcel, Town} from './build/town.ts'
import {SlabField} from './panels/slab-field.ts'
import type {Area, Building} from './ground.ts'
import type {Layout} from './layout.ts'
import {buildAllotments} from './recipes/build-allotments.ts'
import {buildCentre} from './recipes/build-centre.ts'
import {buildGardenSuburb} from './recipes/build-garden-suburb.ts'
import {buildMicrodistrict} from './recipes/build-microdistrict.ts'
import {buildOldTown} from './recipes/build-old-town.ts'
import {buildVillage} from './recipes/build-village.ts'

const recipes: Partial<Record<string, (town: Town, block: Block) => void>> = {
  centre: buildCentre,
  old: buildOldTown,
  garden: buildGardenSuburb,
  village: buildVillage,
  dacha: buildAllotments,
}

export function makeBuildings(
  layout: Layout,
  scale: number,
): {buildings: Building[]; yards: Area[]; parcels: Parcel[]} {
  const town = new Town(layout)
  const field = new SlabField()
  for (const block of blocks(town.site, edge => edge.class !== 'lane' && edge.class !== 'path', 5000))
    if (block.quarter.zone === 'micro') buildMicrodistrict(town, block, field)
  const all = blocks(town.site, () => true, 900)
  for (const block of all) recipes[block.quarter.zone]?.(town, block)
  return {buildings: finish(town.site, town.drafts), yards: town.yards, parcels: town.parcels}
}

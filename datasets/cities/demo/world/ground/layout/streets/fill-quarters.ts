import {Draw} from '../../../../tools/numbers/draw.ts'
import type {MainLine} from '../../plan/main-lines.ts'
import type {Plan} from '../../plan/plan.ts'
import type {Land} from '../../terrain/make-terrain.ts'
import {unbuildableKinds} from '../../terrain/mark-unbuildable.ts'
import type {Site, Zone} from '../layout.ts'
import {blockGrain, type Grain} from '../quarters/grain.ts'
import type {RoughQuarter} from '../quarters/make-quarters.ts'
import type {Junctions} from '../quarters/subdivide.ts'
import {type CentreGrid, centreStreets} from './centre-grid.ts'
import {cutBlocks} from './cut-blocks.ts'
import {parkPaths} from './park-paths.ts'
import {type SuperblockStyle, superblock} from './superblock.ts'
import {trimToGround} from './trim-to-ground.ts'

/** Zones whose blocks are opened up from inside. */
const superblockStyles: Partial<Record<Zone, SuperblockStyle>> = {
  micro: {insetMetres: 62, deadEndMetres: 55, coreInsetMetres: 50, hasFootway: true},
  khrushchev: {insetMetres: 42, deadEndMetres: 0, coreInsetMetres: 0, hasFootway: false},
  resort: {insetMetres: 55, deadEndMetres: 40, coreInsetMetres: 0, hasFootway: true},
}

/** Old hamlets that the suburbs have swallowed keep their lanes. */
const oldCores = 0.14

/** The grain of one quarter: those of garden suburbs and of old ones were laid out one by one. */
function grainOf(zone: Zone, draw: Draw): Grain | undefined {
  const own = zone === 'garden' && draw.chance(oldCores) ? blockGrain.village : blockGrain[zone]
  if (!own || !(zone === 'garden' || zone === 'village' || zone === 'old')) return own
  return {
    ...own,
    width: own.width * draw.between(0.86, 1.2),
    length: own.length * draw.between(0.7, 1.4),
    continues: own.continues * draw.between(0.4, 1.3),
    bow: own.bow * draw.between(0.3, 1.8),
  }
}

/** The streets inside the quarters, each zone's in its own manner, and the ground that they keep free. */
export function fillQuarters(
  plan: Plan,
  grid: CentreGrid,
  {unbuildable}: Land,
  quarters: readonly RoughQuarter[],
  junctions: Junctions,
): {streets: MainLine[]; sites: Site[]} {
  const streets: MainLine[] = []
  const sites: Site[] = []
  for (const {plot, zone, along, key, isBuildable} of quarters) {
    if (!isBuildable) continue
    const draw = new Draw(key, 'streets')
    const found: MainLine[] = []
    if (zone === 'centre') found.push(...centreStreets(grid, plan, plot.ring))
    if (zone === 'park') found.push(...parkPaths(plot.ring, along, draw))
    const grain = grainOf(zone, draw)
    const cut = grain ? cutBlocks(plot, along, grain, draw, junctions) : {streets: [], blocks: [plot]}
    found.push(...cut.streets)
    const style = superblockStyles[zone]
    for (const block of style ? cut.blocks : []) {
      const inside = superblock(block, along, style!, draw)
      found.push(...inside.streets)
      if (inside.core) sites.push({kind: 'core', ring: inside.core})
      for (const ring of inside.parkings) sites.push({kind: 'parking', ring})
    }
    const isWet = zone === 'village' || zone === 'harbour'
    streets.push(
      ...trimToGround(
        found,
        cell => unbuildable[cell]! <= (isWet ? unbuildableKinds.low : unbuildableKinds.none),
      ),
    )
  }
  return {streets, sites}
}

import {Draw} from '../../numbers/draw.ts'
import type {Site} from '../layout.ts'
import type {MainLine} from '../plan/main-lines.ts'
import type {Plan} from '../plan.ts'
import {blockGrain} from '../quarters/grain.ts'
import type {RoughQuarter} from '../quarters/make-quarters.ts'
import type {Junctions} from '../quarters/subdivide.ts'
import type {Ground} from '../terrain/make-terrain.ts'
import {unbuildableKinds} from '../terrain/mark-unbuildable.ts'
import {centreGrid, centreStreets} from './centre-grid.ts'
import {cutBlocks} from './cut-blocks.ts'
import {superblock} from './superblock.ts'
import {trimToGround} from './trim-to-ground.ts'

const loopInset = {micro: 62, khrushchev: 40, resort: 60} as const

/** The streets inside the quarters, each zone's in its own manner, and the ground that they keep free. */
export function fillQuarters(
  plan: Plan,
  {unbuildable}: Ground,
  quarters: readonly RoughQuarter[],
  junctions: Junctions,
): {streets: MainLine[]; sites: Site[]} {
  const streets: MainLine[] = []
  const sites: Site[] = []
  const grid = centreGrid(plan)
  for (const {plot, zone, along, key, isBuildable} of quarters) {
    if (!isBuildable) continue
    const draw = new Draw(key, 'streets')
    const found: MainLine[] = []
    if (zone === 'centre') found.push(...centreStreets(grid, plan, plot.ring))
    const grain = blockGrain[zone]
    const cut = grain ? cutBlocks(plot, along, grain, draw, junctions) : {streets: [], blocks: [plot]}
    found.push(...cut.streets)
    if (zone === 'micro' || zone === 'khrushchev' || zone === 'resort')
      for (const block of cut.blocks) {
        const inside = superblock(block, along, loopInset[zone], draw)
        found.push(...inside.streets)
        if (inside.core && inside.core.length > 2 && zone === 'micro')
          sites.push({kind: 'core', ring: inside.core})
        for (const ring of inside.parkings) sites.push({kind: 'parking', ring})
      }
    const isWet = zone === 'village' || zone === 'harbour'
    streets.push(
      ...trimToGround(found, cell => {
        const kind = unbuildable[cell]!
        return kind === unbuildableKinds.none || (isWet && kind === unbuildableKinds.low)
      }),
    )
  }
  return {streets, sites}
}

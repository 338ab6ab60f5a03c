import type {Point} from '../space/vector.ts'
import {cemeteryLines, cemeteryOf, cemeterySeed} from './plan/cemetery.ts'
import {type CentreFrame, centreFrame} from './plan/centre-frame.ts'
import {type Character, characterOf} from './plan/character.ts'
import {type MainLine, mainLinesOf} from './plan/main-lines.ts'
import {type Port, portOf} from './plan/port.ts'
import {type Rails, railsOf} from './plan/rails.ts'
import {type Ravine, ravinesOf} from './plan/ravines.ts'
import {type Warp, warpOf} from './plan/warp.ts'
import {type Waters, watersOf} from './plan/waters.ts'
import {type ZoneSeed, zoneSeedsOf} from './plan/zone-seeds.ts'

/** What a planner decides first: waters, main lines, the centre's frame and where which kind of town shall be. */
export type Plan = {
  seed: number
  character: Character
  warp: Warp
  centre: CentreFrame
  waters: Waters
  ravines: Ravine[]
  port: Port
  rails: Rails
  lines: MainLine[]
  zoneSeeds: ZoneSeed[]
  cemetery: Point[]
}

/**
 * A template of the town, moved by one smooth warp per seed, so that all that crosses goes on crossing. Before
 * mirroring: the river is east of the centre.
 */
export function makePlan(seed: number): Plan {
  const character = characterOf(seed)
  const warp = warpOf(seed, character)
  const centre = centreFrame(warp)
  const waters = watersOf(seed, warp, centre)
  const cemetery = cemeteryOf(warp)
  return {
    seed,
    character,
    warp,
    centre,
    waters,
    ravines: ravinesOf(seed, warp, character),
    port: portOf(warp, centre),
    rails: railsOf(warp, centre),
    lines: [...mainLinesOf(warp, centre, waters, character), ...cemeteryLines(cemetery, warp)],
    cemetery,
    zoneSeeds: [...zoneSeedsOf(seed, warp, centre, character), cemeterySeed(seed, cemetery)],
  }
}

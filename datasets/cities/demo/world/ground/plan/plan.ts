import type {Point} from '../../../tools/space/vector.ts'
import {cemeteryLines, cemeteryOf, cemeterySeed} from './cemetery.ts'
import {type CentreFrame, centreFrame} from './centre-frame.ts'
import {type Character, characterOf} from './character.ts'
import {hamletsOf} from './hamlets.ts'
import {joinEnds} from './join-ends.ts'
import {type MainLine, mainLinesOf} from './main-lines.ts'
import {type Port, portOf} from './port.ts'
import {type Rails, railsideLines, railsOf} from './rails.ts'
import {type Ravine, ravinesOf} from './ravines.ts'
import {type RiverFront, riverFrontOf} from './river-front.ts'
import {type SeaFront, seaFrontOf} from './sea-front.ts'
import {type Warp, warpOf} from './warp.ts'
import {type Waters, watersOf} from './waters.ts'
import {type ZoneSeed, zoneSeedsOf} from './zone-seeds.ts'

/** How far a line's end may be from the line that it is to meet: the warp bends both. */
const joinMetres = 60

/** What a planner decides first: waters, main lines, the centre's frame and where which kind of town shall be. */
export type Plan = {
  seed: number
  character: Character
  warp: Warp
  centre: CentreFrame
  waters: Waters
  ravines: Ravine[]
  port: Port
  riverFront: RiverFront
  seaFront: SeaFront
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
  const roads = mainLinesOf(warp, centre, waters, character)
  const rails = railsOf(warp, centre)
  const riverFront = riverFrontOf(seed, warp, centre, waters, roads)
  const port = portOf(centre, character)
  const seaFront = seaFrontOf(warp, centre, waters, port)
  const hamlets = hamletsOf(seed, warp)
  const cemetery = cemeteryOf(warp)
  return {
    seed,
    character,
    warp,
    centre,
    waters,
    ravines: ravinesOf(seed, warp, character),
    port,
    riverFront,
    seaFront,
    rails,
    lines: joinEnds(
      [
        ...roads,
        ...railsideLines(rails, warp),
        ...riverFront.lines,
        ...seaFront.lines,
        ...cemeteryLines(cemetery, warp),
        ...hamlets.map(({limit}) => limit),
      ],
      joinMetres,
    ),
    cemetery,
    zoneSeeds: [
      ...zoneSeedsOf(seed, warp, centre, character),
      cemeterySeed(seed, cemetery),
      ...riverFront.seeds,
      ...hamlets.flatMap(({seeds}) => seeds),
    ],
  }
}

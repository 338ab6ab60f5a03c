import {districtIndex} from '../districts.ts'
import {hash} from '../numbers/hash.ts'
import {minus, type Point, step} from '../space/vector.ts'
import type {Site} from './layout.ts'
import type {Plan} from './plan.ts'
import type {RoughQuarter} from './quarters/make-quarters.ts'
import {type CentreGrid, squareRing} from './streets/centre-grid.ts'
import type {Land} from './terrain/make-terrain.ts'
import {cellMetres, terrainCells} from './terrain.ts'

/** Ground that the plan itself keeps for something: squares, the station, the marina, beaches, ponds and reeds. */
export function plannedSites(plan: Plan, land: Land, grid: CentreGrid): Site[] {
  const {port, seaFront, waters, rails, centre} = plan
  return [
    ...grid.squares.map((square): Site => ({kind: square.kind, ring: squareRing(square, plan)})),
    {kind: 'railway-station', ring: rails.platforms},
    {kind: 'marina', ring: port.marina.basin},
    {kind: 'passenger-port', ring: port.passengers},
    ...seaFront.beaches.map((ring): Site => ({kind: 'beach', ring})),
    ...waters.reeds.map((ring): Site => ({kind: 'reeds', ring})),
    ...land.ponds.map(({levelMetres, cells}): Site => ({kind: 'pond', ring: hullOf(cells), levelMetres})),
    {kind: 'embankment', ring: plan.riverFront.platform},
    {kind: 'bus-station', ring: busStation(centre.place)},
  ]
}

/** The markets of the old centre as quarters of their own. */
export const centreMarkets = (grid: CentreGrid, plan: Plan): RoughQuarter[] =>
  grid.squares
    .filter(({kind}) => kind === 'market')
    .map((square, index) => {
      const ring = squareRing(square, plan)
      return {
        plot: {ring, sides: ring.map(() => 'street' as const)},
        zone: 'market' as const,
        district: districtIndex.seredmistskyi,
        along: plan.centre.along,
        key: hash(plan.seed, 'market', index),
        isBuildable: true,
      }
    })

import {hash} from '../../../tools/numbers/hash.ts'
import {districtIndex} from '../../districts.ts'
import type {Plan} from '../plan/plan.ts'
import type {Site} from './layout.ts'
import type {RoughQuarter} from './quarters/make-quarters.ts'
import {type CentreGrid, squareRing} from './streets/centre-grid.ts'

/** Ground that the plan itself keeps for something: squares, the station, the marina, beaches and reeds. */
export function plannedSites(plan: Plan, grid: CentreGrid): Site[] {
  const {port, seaFront, waters, rails} = plan
  return [
    ...grid.squares.map((square): Site => ({kind: square.kind, ring: squareRing(square, plan)})),
    {kind: 'railway-station', ring: rails.platforms},
    {kind: 'marina', ring: port.marina.basin},
    {kind: 'passenger-port', ring: port.passengers},
    ...seaFront.beaches.map((ring): Site => ({kind: 'beach', ring})),
    ...waters.reeds.map((ring): Site => ({kind: 'reeds', ring})),
    {kind: 'embankment', ring: plan.riverFront.platform},
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

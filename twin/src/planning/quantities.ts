import {floorAreaOf} from './models/mass.ts'
import {footprintIn} from './models/placed-model.ts'
import {areaOf} from './polygons.ts'
import type {Proposal, ProposalPart} from './proposal.ts'
import type {SiteFrame} from './site-frame.ts'

/** What a proposal amounts to, by its own figures alone. */
export type Quantities = {
  footprintM2: number
  floorAreaM2: number
  housingFloorAreaM2: number
  volumeM3: number
  heightMetres: number
  storeys: number
}

/** Areas, volume and height of a proposal: a model's own, otherwise every storey counts as large as the footprint. */
export function quantitiesOf({parts}: Proposal, frame: SiteFrame): Quantities {
  const sum = (of: (part: ProposalPart, area: number) => number) =>
    parts.reduce((total, part) => total + of(part, areaOf(footprintIn(part, frame))), 0)
  const massOf = ({model}: ProposalPart) => model?.body?.mass
  const floors = (part: ProposalPart, area: number) => {
    const mass = massOf(part)
    return mass ? floorAreaOf(mass) : area * part.storeys
  }
  return {
    footprintM2: sum((_, area) => area),
    floorAreaM2: sum(floors),
    housingFloorAreaM2: sum((part, area) => (part.use === 'housing' ? floors(part, area) : 0)),
    volumeM3: sum((part, area) => massOf(part)?.volumeM3 ?? area * part.heightMetres),
    heightMetres: Math.max(0, ...parts.map(({heightMetres}) => heightMetres)),
    storeys: Math.max(0, ...parts.map(({storeys}) => storeys)),
  }
}

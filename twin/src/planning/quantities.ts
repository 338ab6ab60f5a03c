import {areaOf} from './polygons.ts'
import type {Proposal} from './proposal.ts'
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

/** Areas, volume and height of a proposal; every storey counts as large as the footprint. */
export function quantitiesOf({parts}: Proposal, frame: SiteFrame): Quantities {
  const areas = parts.map(({rings}) => areaOf([rings.map(ring => ring.map(frame.toMetres))]))
  const sum = (of: (index: number) => number) => areas.reduce((total, _, index) => total + of(index), 0)
  return {
    footprintM2: sum(i => areas[i]!),
    floorAreaM2: sum(i => areas[i]! * parts[i]!.storeys),
    housingFloorAreaM2: sum(i => (parts[i]!.use === 'housing' ? areas[i]! * parts[i]!.storeys : 0)),
    volumeM3: sum(i => areas[i]! * parts[i]!.heightMetres),
    heightMetres: Math.max(0, ...parts.map(({heightMetres}) => heightMetres)),
    storeys: Math.max(0, ...parts.map(({storeys}) => storeys)),
  }
}

import type {Building} from '../../world/ground/ground.ts'

/** What a house must have for a text to speak of it; see texts/fitting.ts. */
export const houseTraits = ['lived', 'flats', 'upstairs', 'entrances', 'floors', 'lift'] as const

export type HouseTrait = (typeof houseTraits)[number]

/** Flats around one staircase on one floor, in houses that have staircases. */
const flatsOnLanding = {slab5: 4, slab9: 4, tower: 6, tenement: 3} as const
type BlockKind = keyof typeof flatsOnLanding

/** A house of four families or more, under one roof and with stairs that they share. */
export const isBlock = ({kind, dwellings}: Building): boolean => kind in flatsOnLanding && dwellings >= 4

/** Staircases with a door to the street; 0 where nobody would speak of one. */
export function entrancesOf(building: Building): number {
  if (!isBlock(building)) return 0
  const onStaircase = flatsOnLanding[building.kind as BlockKind] * building.storeys
  return Math.max(1, Math.round(building.dwellings / onStaircase))
}

const has: Record<HouseTrait, (building: Building) => boolean> = {
  lived: ({dwellings, kind}) => dwellings > 0 && kind !== 'dacha',
  flats: isBlock,
  upstairs: building => isBlock(building) && building.storeys > 1,
  entrances: building => entrancesOf(building) > 1,
  /** Enough of them for water not to rise and for legs to tire. */
  floors: building => isBlock(building) && building.storeys > 3,
  lift: building => isBlock(building) && building.storeys > 7,
}

export const hasTrait = (building: Building, trait: HouseTrait): boolean => has[trait](building)

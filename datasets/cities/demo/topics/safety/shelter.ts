import type {Building} from '../../world/ground/ground.ts'
import type {Institution} from '../../world/institutions.ts'

/** The five types of annex 72. */
export type ShelterType =
  | 'найпростіше укриття'
  | 'протирадіаційне укриття'
  | 'сховище'
  | 'споруда подвійного призначення'
  | 'швидкоспоруджувана захисна споруда'

/** Where a shelter is: in the cellar of a building, or in one of its own beside it. */
export type ShelterHost = {building: Building; institution: Institution | null; isModular: boolean}

/** A shelter as the register ought to have it. Null is unknown and stays so. */
export type Shelter = {
  uid: string | null
  host: ShelterHost
  type: ShelterType
  kind: string
  buildingKind: string
  ownership: 'комунальна' | 'державна' | 'приватна'
  holder: {name: string; edrpou: string}
  purpose: string | null
  keeper: string
  phone: string
  opening: string | null
  capacity: number | null
  areaMetres2: number | null
  readiness: string | null
  accessible: 'так' | 'частково' | 'ні' | null
  hasWater: boolean | null
  hasPower: boolean | null
  hasVentilation: boolean | null
  hasToilet: boolean | null
  hasWifi: boolean | null
  petsAllowed: boolean | null
  /** As days. */
  inspected: number | null
  updated: number
}

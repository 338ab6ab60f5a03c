import type {StreetTypeId} from './street-types.ts'
import type {Stroke} from './stroke.ts'
import type {StrokePlace} from './stroke-place.ts'

/** A street on its way to a name. */
export type Draft = {
  /** In order along the street; its branches last. */
  paths: Stroke[]
  lengthMetres: number
  place: StrokePlace
  type: StreetTypeId
  /** Empty until one is found. */
  word: string
  /** In a set of streets of the same name; 0 in none. */
  ordinal: number
  /** The word of its name before it was renamed. */
  former: string | null
}

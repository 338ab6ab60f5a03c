import type {VerticalDatum} from '@hromada/datasets/crs'

/** What a reader finds in a file, before anything is placed or measured. */
export type Soup = {
  /** Nine numbers a triangle: x, y and z up of its corners in metres, in the file's own frame. */
  corners: number[]
  /** The colour of each triangle, `#rrggbb`. */
  colours: string[]
  /** Made of walls and slabs, whose volume is not the building's. */
  isBuiltUp: boolean
  /** Heights of floors in the file's frame; null where it does not tell. */
  floors: number[] | null
  /** Height of what stands on the ground; null where it is the lowest corner. */
  groundMetres: number | null
  /** The file's unit of length, in its own word, and how many metres it has. */
  unit: {name: string; metres: number}
  georeference: Georeference | null
  elevation: Elevation | null
  notes: ModelNote[]
}

/** How a file says where on Earth it is. */
export type Georeference = {
  by: 'crs' | 'map-conversion' | 'site'
  /** Name of the coordinate system; null where the file gives degrees. */
  crs: string | null
  /** x and y of the file's frame in degrees. */
  toDegrees(x: number, y: number): [lon: number, lat: number]
}

/** How high a file says that the zero of its heights lies, metres over a datum; null for one that it does not name. */
export type Elevation = {
  by: 'crs' | 'map-conversion' | 'site'
  datum: VerticalDatum | null
  zeroMetres: number
}

/** What people should know of how a file was read: a permanent code, and the word of the file it is about. */
export type ModelNote = {code: ModelNoteCode; word: string}

export const modelNoteCodes = [
  'CRS_UNKNOWN',
  'NO_CRS',
  'SCALE_TAKEN_FROM_UNITS',
  'SCALE_WRONG',
  'LEFT_OUT',
  'FAR_AWAY',
] as const
export type ModelNoteCode = (typeof modelNoteCodes)[number]

export const plainColour = '#d2cec6'

/** A colour of three shares of full light, as sRGB has them. */
export const hexOf = (shares: readonly number[]): string =>
  `#${shares
    .slice(0, 3)
    .map(share =>
      Math.round(Math.max(0, Math.min(1, share)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

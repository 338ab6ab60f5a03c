import type {Text} from '../../../../src/index.ts'
import type {Point} from '../../tools/space/vector.ts'
import type {Terrain} from './terrain.ts'

/** The place itself. Coordinates are metres in the plan, heights metres above the city's datum (Baltic 1977). */
export type Ground = {
  terrain: Terrain
  streets: Street[]
  network: Network
  buildings: Building[]
  /** One outline a district, in the order of `districts`; together they cover the plan's land. */
  districtOutlines: Point[][][]
  areas: Area[]
  trees: Trees
}

/** A named street. Its id and `former` name never change. */
export type Street = {
  id: string
  /** With its type: «вул. Лиманна». */
  name: Text
  /** The name before `events.renamedOn`, where it was renamed. */
  former: Text | null
  kind: 'avenue' | 'boulevard' | 'street' | 'lane' | 'square' | 'descent' | 'embankment'
  /** Indices of the districts it runs through. */
  districts: number[]
  /** Indices of its edges in the network. */
  edges: number[]
}

export type RoadClass = 'avenue' | 'main' | 'street' | 'local' | 'lane' | 'path' | 'rail'

/** Roads, footways and rails as a planar graph; driving and walking each reach everything that is theirs. */
export type Network = {
  nodes: {at: Point; heightMetres: number}[]
  edges: Edge[]
}
export type Edge = {
  from: number
  to: number
  class: RoadClass
  lengthMetres: number
  /** 0 where nobody drives. */
  speedKmh: number
  isBridge: boolean
  /** Index of the street, −1 where it has none. */
  street: number
}

export type BuildingKind =
  | 'tenement'
  | 'house'
  | 'dacha'
  | 'slab5'
  | 'slab9'
  | 'tower'
  | 'school'
  | 'kindergarten'
  | 'hospital'
  | 'clinic'
  | 'church'
  | 'shop'
  | 'market'
  | 'office'
  | 'public'
  | 'factory'
  | 'warehouse'
  | 'silo'
  | 'garage'
  | 'shed'
  | 'boiler'
  | 'substation'
  | 'station'

/** Age groups of residents, in years: 0–6, 7–17, 18–64, 65 and over. */
export type Residents = [infants: number, pupils: number, adults: number, elderly: number]

export type Roof = 'flat' | 'gabled' | 'hipped' | 'pyramidal'

export type Building = {
  /** PR-00001 */
  id: string
  kind: BuildingKind
  /** Counter-clockwise, not closed, to the millimetre. */
  outline: Point[]
  /** Courtyards, clockwise. */
  holes: Point[][]
  /** Convex parts that together are the outline without its holes. */
  parts: Point[][]
  storeys: number
  /** From the ground to the top. */
  heightMetres: number
  eavesMetres: number
  groundMetres: number
  roof: Roof
  year: number
  dwellings: number
  residents: Residents
  district: number
  /** Index of the street of its address, −1 without one. */
  street: number
  /** 12-А, 3/5; empty without an address. */
  house: string
  postcode: string
  /** A point inside it. */
  centre: Point
}

export type AreaKind =
  | 'sea'
  | 'river'
  | 'reservoir'
  | 'pond'
  | 'park'
  | 'square'
  | 'beach'
  | 'cemetery'
  | 'industry'
  | 'harbour'
  | 'field'
  | 'meadow'
  | 'wood'
  | 'pitch'
  | 'market'
  | 'parking'
  | 'residential'
  | 'allotments'
  | 'schoolyard'
/** Ground of one use, as a polygon: an outline and its holes. */
export type Area = {kind: AreaKind; name: Text | null; rings: Point[][]}

/** Columns of trees, one value a tree. */
export type Trees = {
  count: number
  x: Float32Array
  y: Float32Array
  heightMetres: Float32Array
  crownMetres: Float32Array
  /** Index into `treeSpecies`. */
  species: Uint8Array
  /** Year of planting. */
  planted: Uint16Array
  /** Index of the street it stands on, −1 elsewhere. */
  street: Int16Array
}

export const residentsOf = ({residents}: Building): number =>
  residents[0] + residents[1] + residents[2] + residents[3]

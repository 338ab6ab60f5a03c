import type {Point} from '../../../tools/space/vector.ts'
import type {RoadClass} from '../ground.ts'
import type {Terrain} from '../terrain.ts'

/** How a quarter is used and built. */
export type Zone =
  | 'centre'
  | 'old'
  | 'stalinist'
  | 'khrushchev'
  | 'micro'
  | 'garden'
  | 'village'
  | 'dacha'
  | 'industry'
  | 'harbour'
  | 'park'
  | 'cemetery'
  | 'field'
  | 'market'
  | 'resort'

/** A part of the city between main lines, filled and built in one manner. */
export type Quarter = {
  zone: Zone
  district: number
  /** Unit vector along its longer streets. */
  along: Point
  /** Belongs to it for ever: to draw from. */
  key: number
}

export type LayoutEdge = {from: number; to: number; class: RoadClass | 'limit'; isBridge: boolean}

/** What the plan keeps ground for. */
export type SiteKind =
  // Blocks of the old centre that no street divides.
  | 'square'
  | 'garden'
  | 'market'
  | 'bus-station'
  // Tracks and platforms of the station; the pier of the passenger port; the marina's basin.
  | 'railway-station'
  | 'passenger-port'
  | 'marina'
  // At the water: sand between sea and promenade, marsh at the mouth, the raised river bank.
  | 'beach'
  | 'reeds'
  | 'embankment'
  // In superblocks: the middle, for a school and kindergartens, and the heads of dead ends.
  | 'core'
  | 'parking'

/** Ground that the plan keeps for something; its ring is not closed. */
export type Site = {kind: SiteKind; ring: Point[]}

/** The bare plan: ground, streets and quarters, before anything is built, named or planted. */
export type Layout = {
  seed: number
  terrain: Terrain
  /** By cell of the terrain: 0 may be built on, 1 flood plain or beach, 2 too steep or a ravine, 3 water. */
  unbuildable: Uint8Array
  nodes: Point[]
  /** A planar graph: edges meet in nodes only. `limit` is a border without a road. */
  edges: LayoutEdge[]
  quarters: Quarter[]
  /** By cell of the terrain: 1 + index of the quarter, 0 outside. */
  quarterOf: Uint16Array
  /** Places a later step needs by name, in plan metres. */
  landmarks: {
    /** Frame of the old centre: `along` the coast, then inland. */
    centre: (along: number, inland: number) => Point
    coast: Point[]
    /** Downstream, to the sea. */
    river: Point[]
    dam: [Point, Point]
    moles: Point[][]
    quays: Point[][]
    cemetery: Point[]
    /** Ponds in ravines: their level, and the ends of the earth dam below each. */
    ponds: {levelMetres: number; dam: [Point, Point]}[]
  }
  sites: Site[]
}

/** Full width of a road between property lines, in metres. */
export const roadMetres: Record<LayoutEdge['class'], number> = {
  avenue: 38,
  main: 28,
  street: 19,
  local: 13,
  lane: 7,
  path: 4,
  rail: 24,
  limit: 0,
}

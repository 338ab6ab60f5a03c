import type {Geoid} from '@hromada/datasets'
import type {Bounds} from './building-mesh.ts'
import type {LocalFrame} from './local-frame.ts'
import {subtreeLevels, subtreeSchema} from './subtrees.ts'

/** The root tile of `tileset.json`, as 3D Tiles 1.1 spells it: all others follow from it. */
type RootTile = {
  boundingVolume: {box: number[]}
  geometricError: number
  refine: 'ADD'
  transform: number[]
  content: {uri: string}
  implicitTiling?: {
    subdivisionScheme: 'QUADTREE'
    subtreeLevels: number
    availableLevels: number
    subtrees: {uri: string}
  }
}

/** What a tileset says of itself beyond the standard, under `extras`. */
export type TilesetExtras = {
  city: string
  /** How many buildings or triangles it holds. */
  count: number
  /** Lowest and highest point, metres above the ellipsoid: a viewer lays its ground at the lowest. */
  lowestMetres: number
  highestMetres: number
  /** How far off places and heights may be, metres: what coordinate systems and the geoid leave. null: not known. */
  placeErrorMetres: number | null
  heightErrorMetres: number | null
  /** Of ground: what was added to the publisher's heights to have them above the ellipsoid. */
  geoid?: Geoid['metres']
  /** Its middle, degrees. */
  lon: number
  lat: number
}

export type Tileset = {
  asset: {version: '1.1'; generator: string}
  extras: TilesetExtras
  geometricError: number
  schema?: object
  root: RootTile
}

/** What is told of a tileset besides its tiles. */
export type TilesetFacts = Omit<TilesetExtras, 'lon' | 'lat'>

/** A `tileset.json` of one file. */
export function singleTileset(bounds: Bounds, frame: LocalFrame, uri: string, facts: TilesetFacts): Tileset {
  return {
    ...described(bounds, frame, facts, leafError),
    root: {
      boundingVolume: {box: box(bounds)},
      geometricError: 0,
      refine: 'ADD',
      transform: frame.transform,
      content: {uri},
    },
  }
}

/** A `tileset.json` of an implicit quadtree of so many levels, whose squares divide `square`. */
export function implicitTileset(
  square: Bounds,
  availableLevels: number,
  geometricError: number,
  frame: LocalFrame,
  facts: TilesetFacts & {bounds: Bounds},
): Tileset {
  const {bounds, ...told} = facts
  return {
    ...described(bounds, frame, told, 2 * geometricError),
    schema: subtreeSchema,
    root: {
      boundingVolume: {box: box(square)},
      geometricError,
      refine: 'ADD',
      transform: frame.transform,
      content: {uri: 'content/{level}/{x}/{y}.glb'},
      implicitTiling: {
        subdivisionScheme: 'QUADTREE',
        subtreeLevels,
        availableLevels,
        subtrees: {uri: 'subtrees/{level}/{x}/{y}.subtree'},
      },
    },
  }
}

function described({min, max}: Bounds, frame: LocalFrame, facts: TilesetFacts, geometricError: number) {
  const [lon, lat] = frame.toPlace([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, min[2]])
  return {
    asset: {version: '1.1' as const, generator: 'Hromada'},
    extras: {
      ...facts,
      lowestMetres: round(facts.lowestMetres),
      highestMetres: round(facts.highestMetres),
      lon: degrees(lon),
      lat: degrees(lat),
    },
    geometricError: Math.max(leafError, geometricError),
  }
}

/**
 * Without its leaves a branch shows nothing, so its error is not that of a rough drawing: it is set so that tiles are
 * drawn from as far away as a quarter of what they cover is 16 pixels long, and never less than a tall building.
 */
export const branchError = ({min, max}: Bounds, greatestBelow: number): number =>
  round(Math.max(leafError, 2 * greatestBelow, Math.hypot(max[0] - min[0], max[1] - min[1]) / 4))

const leafError = 128

/** Centre and three half axes, widened by a millimetre for rounding. */
export function box({min, max}: Bounds): number[] {
  const half = (axis: 0 | 1 | 2) => round((max[axis] - min[axis]) / 2 + 0.001)
  const centre = (axis: 0 | 1 | 2) => round((max[axis] + min[axis]) / 2)
  return [centre(0), centre(1), centre(2), half(0), 0, 0, 0, half(1), 0, 0, 0, half(2)]
}

const round = (metres: number) => Math.round(metres * 1000) / 1000
const degrees = (value: number) => Math.round(value * 1e7) / 1e7

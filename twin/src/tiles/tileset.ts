import type {Bounds} from './building-mesh.ts'
import type {LocalFrame} from './local-frame.ts'
import type {Node} from './quadtree.ts'

/** A tile of `tileset.json`, as 3D Tiles 1.1 spells it. */
export type Tile = {
  boundingVolume: {box: number[]}
  geometricError: number
  refine?: 'ADD'
  transform?: number[]
  content?: {uri: string}
  children?: Tile[]
}

/** What a tileset says of itself beyond the standard, under `extras`. */
export type TilesetExtras = {
  city: string
  /** How many buildings or triangles it holds. */
  count: number
  /** Lowest and highest point, metres above the ellipsoid: a viewer lays its ground at the lowest. */
  lowestMetres: number
  highestMetres: number
  /** Its middle, degrees. */
  lon: number
  lat: number
}

export type Tileset = {
  asset: {version: '1.1'; generator: string}
  extras: TilesetExtras
  geometricError: number
  root: Tile
}

/** The `tileset.json` of a tree whose leaves are files, in metres of a frame. */
export function tileset<T>(
  tree: Node<T>,
  frame: LocalFrame,
  uri: (key: string) => string,
  of: {city: string; count: number},
): Tileset {
  const root = tile(tree, uri)
  const {min, max} = tree.bounds
  const [lon, lat] = frame.toPlace([(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, min[2]])
  const heightOf = (up: number) => round(frame.toPlace([0, 0, up])[2])
  return {
    asset: {version: '1.1', generator: 'Hromada'},
    extras: {
      ...of,
      lowestMetres: heightOf(min[2]),
      highestMetres: heightOf(max[2]),
      lon: degrees(lon),
      lat: degrees(lat),
    },
    geometricError: Math.max(2 * root.geometricError, leafError),
    root: {...root, transform: frame.transform, refine: 'ADD'},
  }
}

/**
 * Without its leaves a branch shows nothing, so its error is not that of a rough drawing: it is set so that tiles are
 * drawn from as far away as a quarter of what they cover is 16 pixels long, and never less than a tall building.
 */
function tile<T>({bounds, children, key}: Node<T>, uri: (key: string) => string): Tile {
  const boundingVolume = {box: box(bounds)}
  if (children.length === 0) return {boundingVolume, geometricError: 0, content: {uri: uri(key)}}
  const below = children.map(child => tile(child, uri))
  const ofChildren = below.reduce((most, child) => Math.max(most, child.geometricError), 0)
  const geometricError = round(Math.max(leafError, 2 * ofChildren, diagonal(bounds) / 4))
  return {boundingVolume, geometricError, children: below}
}

const leafError = 128

/** Centre and three half axes, widened by a millimetre for the rounding of positions to 32 bits. */
function box({min, max}: Bounds): number[] {
  const half = (axis: 0 | 1 | 2) => round((max[axis] - min[axis]) / 2 + 0.001)
  const centre = (axis: 0 | 1 | 2) => round((max[axis] + min[axis]) / 2)
  return [centre(0), centre(1), centre(2), half(0), 0, 0, 0, half(1), 0, 0, 0, half(2)]
}

const diagonal = ({min, max}: Bounds) => Math.hypot(max[0] - min[0], max[1] - min[1])
const round = (metres: number) => Math.round(metres * 1000) / 1000
const degrees = (value: number) => Math.round(value * 1e7) / 1e7

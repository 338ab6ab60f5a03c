import {geoJSONToTile} from '@maplibre/geojson-vt'
import {fromGeojsonVt} from '@maplibre/vt-pbf'
import type {MapFeature, Tags} from './map-features.ts'
import type {MapShape} from './map-shape.ts'
import {finestZoom, type VectorField, vectorLayers} from './shortbread.ts'

/** A tile of the square: column and row from the north-west. */
export type VectorTileKey = {zoom: number; x: number; y: number}

export type VectorTile = {bytes: Uint8Array; layers: string[]}

/** Units of a tile's side, and how far beyond it things are drawn: lines and names at the edge need their other half. */
export const tileExtent = 4096
export const tileBuffer = 64

/** How far simplified lines may be off, in units: a fifth of a pixel where a tile is drawn on 256 of them. */
const toleranceUnits = 3

type Corner = [x: number, y: number]
type Cut = {type: 1; geometry: Corner[]; tags: Tags} | {type: 2 | 3; geometry: Corner[][]; tags: Tags}

/**
 * A tile of the features that reach into it, as Mapbox Vector Tile 2; null where nothing of them is to be seen there.
 * Features must be in the order of layers. The finest zoom is not simplified.
 */
export function cutTile(features: readonly MapFeature[], {zoom, x, y}: VectorTileKey): VectorTile | null {
  const parts = features.flatMap((feature, index) =>
    geometriesOf(feature.shape()).map(geometry => ({
      type: 'Feature' as const,
      geometry,
      properties: {index},
    })),
  )
  const tile = geoJSONToTile({type: 'FeatureCollection', features: parts}, zoom, x, y, {
    maxZoom: finestZoom,
    tolerance: toleranceUnits,
    extent: tileExtent,
    buffer: tileBuffer,
    coordinates: 'unitSquare',
    wrap: false,
    clip: true,
  })

  const cut = new Map<number, Cut>()
  for (const {type, geometry, tags} of tile.features) {
    const index = (tags as {index: number}).index
    const sound = type === 1 ? (geometry as Corner[]) : soundLines(type, geometry as Corner[][])
    if (sound.length === 0) continue
    const known = cut.get(index)
    if (known) (known.geometry as unknown[]).push(...sound)
    else cut.set(index, {type, geometry: sound, tags: tagsAt(features[index]!, zoom)} as Cut)
  }
  if (cut.size === 0) return null

  const layers: Record<string, {features: Cut[]}> = {}
  for (const [index, one] of cut) {
    const {layer} = features[index]!
    layers[layer] ??= {features: []}
    layers[layer].features.push(one)
  }
  // It asks for more of a tile than it reads.
  const tiles = layers as unknown as Parameters<typeof fromGeojsonVt>[0]
  return {bytes: fromGeojsonVt(tiles, {version: 2, extent: tileExtent}), layers: Object.keys(layers)}
}

/** Each part of a shape for itself, so that it is known which ring is an outline and which a hole. */
const geometriesOf = (shape: MapShape) =>
  shape.type === 'polygons'
    ? shape.parts.map(coordinates => ({type: 'Polygon' as const, coordinates}))
    : shape.type === 'lines'
      ? shape.parts.map(coordinates => ({type: 'LineString' as const, coordinates}))
      : [{type: 'Point' as const, coordinates: shape.parts[0]}]

/** What a layer says at a zoom. */
function tagsAt({layer, tags}: MapFeature, zoom: number): Tags {
  const fields: Record<string, VectorField> = vectorLayers.find(({id}) => id === layer)!.fields
  return Object.fromEntries(Object.entries(tags).filter(([name]) => zoom >= (fields[name]?.from ?? 0)))
}

/**
 * Lines or rings without repeated corners; what has become nothing on the grid of a tile is left out, and the holes with
 * their outline. Outlines enclose more than nothing by the surveyor's formula, holes less.
 */
function soundLines(type: 2 | 3, lines: Corner[][]): Corner[][] {
  if (type === 2) return lines.map(withoutRepeats).filter(line => line.length > 1)
  const rings: Corner[][] = []
  for (const [index, line] of lines.entries()) {
    const ring = withoutRepeats(line)
    const area = ring.length > 3 ? twiceArea(ring) : 0
    if (area !== 0) rings.push(area > 0 === (index === 0) ? ring : ring.reverse())
    else if (index === 0) return []
  }
  return rings
}

const withoutRepeats = (line: Corner[]): Corner[] =>
  line.filter(([x, y], index) => {
    const before = line[index - 1]
    return before === undefined || before[0] !== x || before[1] !== y
  })

/** Twice what a closed ring encloses, y downwards: more than nothing where it runs clockwise as drawn. */
export function twiceArea(ring: readonly (readonly [x: number, y: number])[]): number {
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    twice += ax * by - bx * ay
  }
  return twice
}

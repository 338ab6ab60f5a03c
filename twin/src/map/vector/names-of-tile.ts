import {VectorTile} from '@mapbox/vector-tile'
import {PbfReader} from 'pbf'

/** A name on the map, of a street along its line, or of a water or a place at a point, in degrees. */
export type MapName = {
  kind: 'street' | 'water' | 'place'
  name: string
  /** Empty where nobody translated it. */
  nameEn: string
  points: [lon: number, lat: number][]
}

/** Layers of the schema that hold names, and what they name. */
const named: Record<string, MapName['kind']> = {
  street_labels: 'street',
  streets_polygons_labels: 'place',
  water_polygons_labels: 'water',
  place_labels: 'place',
}

/** The names in a tile of the vector map. Throws for what is no such tile. */
export function namesOfTile(bytes: Uint8Array, {z, x, y}: {z: number; x: number; y: number}): MapName[] {
  const {layers} = new VectorTile(new PbfReader(bytes))
  return Object.entries(named).flatMap(([id, kind]) => {
    const layer = layers[id]
    return Array.from({length: layer?.length ?? 0}, (_, index) => layer!.feature(index)).flatMap(feature => {
      const {name, name_en: nameEn} = feature.properties
      const {geometry} = feature.toGeoJSON(x, y, z)
      if (typeof name !== 'string' || name === '') return []
      const lines =
        geometry.type === 'Point'
          ? [[geometry.coordinates]]
          : geometry.type === 'LineString'
            ? [geometry.coordinates]
            : geometry.type === 'MultiLineString'
              ? geometry.coordinates
              : []
      return lines.map(line => ({
        kind,
        name,
        nameEn: typeof nameEn === 'string' ? nameEn : '',
        points: line.map(([lon, lat]): [number, number] => [lon!, lat!]),
      }))
    })
  })
}
